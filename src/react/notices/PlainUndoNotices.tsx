'use client'

import { type ReactElement, useEffect, useRef } from 'react'
import { isFree } from '../ownKey.ts'
import { rootOf } from '../user-avatar-manager/focus.ts'
import type { Notices } from './Notices.ts'
import type { UndoNoticesProps } from './UndoNotices.tsx'

const hasFocus = (element: Element) => element.contains(rootOf(element).activeElement)

/** Replaces `UndoNotices` if its code does not arrive. Part of the main chunk. */
export function PlainUndoNotices({
  undos,
  notices,
  locale: { messages, direction, code },
  onUndone,
}: UndoNoticesProps & { notices: Notices }): ReactElement {
  const list = undos.get()
  const region = useRef<HTMLElement>(null)
  const said = useRef(0)
  const pointed = useRef(false)
  const pause = (paused: boolean) => undos.setPaused('notice', paused)
  useEffect(() => {
    for (const { id, userId, name } of list) {
      if (id <= said.current) continue
      said.current = id
      notices.give({ type: 'held', userId, title: messages.held(name), description: messages.undoHint })
    }
    // The element that had the focus may be gone.
    undos.setPaused('notice', pointed.current || hasFocus(region.current!))
  }, [list, undos, notices, messages])
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'F8' && isFree(event)) region.current!.querySelector('ol')!.focus()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it only notes who points at its buttons or focuses them
    <section
      aria-label={messages.noticesLabel.replace('{hotkey}', 'F8')}
      lang={code}
      onPointerEnter={() => {
        pointed.current = true
        pause(true)
      }}
      onPointerLeave={({ currentTarget }) => {
        pointed.current = false
        pause(hasFocus(currentTarget))
      }}
      onFocus={() => pause(true)}
      onBlur={({ currentTarget, relatedTarget }) => pause(pointed.current || currentTarget.contains(relatedTarget))}
      ref={region}
    >
      <ol data-slot="undo-notices" tabIndex={-1}>
        {list.map((undo) => (
          <li key={undo.id} data-slot="undo-notice" data-paused={undos.paused ? '' : undefined} dir={direction}>
            <span data-slot="undo-notice-title">{messages.held(undo.name)}</span>
            <button type="button" data-slot="undo-notice-undo" onClick={() => undo.change.cancel() && onUndone(undo)}>
              {messages.undo}
            </button>
            <button
              type="button"
              data-slot="undo-notice-close"
              aria-label={messages.close}
              onClick={() => {
                // The focus goes to the other notices, or back to where it came from.
                if (list.length > 1) region.current!.querySelector('ol')!.focus()
                undo.change.release()
                if (list.length === 1) onUndone(undo)
              }}
            />
          </li>
        ))}
      </ol>
    </section>
  )
}
