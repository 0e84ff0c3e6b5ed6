'use client'

import { Toast } from 'radix-ui'
import { type ReactElement, useSyncExternalStore } from 'react'
import type { BaseLocale } from '../../core/messages.ts'
import type { PendingUndo, Undos } from './Undos.ts'

export interface UndoNoticesProps {
  undos: Undos
  locale: BaseLocale
  onUndone: (undo: PendingUndo) => void
}

/**
 * A notice with "Undo" for each removal that is not sent yet, reachable by F8 from anywhere. Loaded when the
 * first one is needed. Radix's Toast, whose own timer stays off: the ledger holds the time.
 */
export default function UndoNotices({ undos, locale, onUndone }: UndoNoticesProps): ReactElement {
  const list = useSyncExternalStore(undos.subscribe, undos.get, undos.get)
  const { messages, direction, code } = locale
  return (
    <Toast.Provider
      duration={Number.POSITIVE_INFINITY}
      label={messages.notice}
      swipeDirection={direction === 'rtl' ? 'left' : 'right'}
    >
      {list.map((undo) => (
        <Toast.Root
          key={undo.id}
          data-slot="undo-notice"
          data-paused={undos.paused ? '' : undefined}
          dir={direction}
          lang={code}
          open
          onPause={() => undos.setPaused('notice', true)}
          onResume={() => undos.setPaused('notice', false)}
          // Ends a swipe by functions that jsdom does not have.
          onPointerUp={(event) => {
            if (!event.currentTarget.hasPointerCapture) event.preventDefault()
          }}
          // `onOpenChange` does not tell Close from Escape, which Radix hears wherever it is pressed: it would send.
          onSwipeEnd={() => undo.change.release()}
        >
          <Toast.Title data-slot="undo-notice-title">{messages.held(undo.name)}</Toast.Title>
          {/* Spoken right behind the title. */}
          <Toast.Action asChild altText={` ${messages.undoHint}`}>
            <button
              type="button"
              data-slot="undo-notice-undo"
              onClick={(event) => {
                // Radix would close the toast, which sends.
                event.preventDefault()
                if (undo.change.cancel()) onUndone(undo)
              }}
            >
              {messages.undo}
            </button>
          </Toast.Action>
          <Toast.Close asChild>
            <button
              type="button"
              data-slot="undo-notice-close"
              aria-label={messages.close}
              // Closed without Undo: it need not wait any longer.
              onClick={() => undo.change.release()}
            />
          </Toast.Close>
          <span
            data-slot="undo-notice-time"
            aria-hidden="true"
            ref={(element) => {
              if (element) element.style.animationDuration = `${undo.holdMs}ms`
            }}
          />
        </Toast.Root>
      ))}
      <Toast.Viewport data-slot="undo-notices" label={messages.noticesLabel} />
    </Toast.Provider>
  )
}
