'use client'

import { type PointerEvent, useEffect, useRef, useState } from 'react'

/** Shorter is a click, which selects and must not show what nobody asked to see. */
const HOLD_MS = 180

export interface Hold {
  /** Whether it is held now. */
  held: boolean
  hold: () => void
  letGo: () => void
  /** For what the pointer holds. */
  pointer: {
    onPointerDown: (event: PointerEvent<HTMLElement>) => void
    onPointerUp: () => void
    onPointerCancel: () => void
    onPointerLeave: () => void
  }
}

/** Whether something is held down, by the pointer or a key. Let go of too when the window loses the focus. */
export function useHold(): Hold {
  const [held, setHeld] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const letGo = () => {
    clearTimeout(timer.current)
    setHeld(false)
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  useEffect(() => {
    if (!held) return
    const away = () => setHeld(false)
    window.addEventListener('blur', away)
    document.addEventListener('visibilitychange', away)
    return () => {
      window.removeEventListener('blur', away)
      document.removeEventListener('visibilitychange', away)
    }
  }, [held])
  return {
    held,
    hold: () => setHeld(true),
    letGo,
    pointer: {
      onPointerDown: ({ button, target }) => {
        if (button !== 0 || (target as Element).closest('button')) return
        clearTimeout(timer.current)
        timer.current = setTimeout(() => setHeld(true), HOLD_MS)
      },
      onPointerUp: letGo,
      onPointerCancel: letGo,
      onPointerLeave: letGo,
    },
  }
}
