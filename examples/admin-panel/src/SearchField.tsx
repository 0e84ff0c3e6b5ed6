import type { ReactElement } from 'react'
import { useEffect, useRef, useState } from 'react'

const PAUSE_MS = 250

export interface SearchFieldProps {
  value: string
  /** Called when typing pauses. */
  onChange: (value: string) => void
}

export function SearchField({ value, onChange }: SearchFieldProps): ReactElement {
  // Set only while somebody types; else the address has the say.
  const [typed, setTyped] = useState<string>()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const change = (next: string) => {
    setTyped(next)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      onChange(next)
      setTyped(undefined)
    }, PAUSE_MS)
  }
  return (
    <label className="panel-search">
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <path d="m17 17-4-4m1.8-4.2a6 6 0 1 1-12 0 6 6 0 0 1 12 0Z" />
      </svg>
      <input type="search" aria-label="Search users" placeholder="Name or e-mail" value={typed ?? value} onChange={(event) => change(event.target.value)} />
    </label>
  )
}
