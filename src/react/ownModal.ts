'use client'

import { type Ref, useEffect, useMemo, useState } from 'react'
import { isRendered, scrollToNearest } from './layout.ts'
import { composeRefs } from './user-avatar-manager/composeRefs.ts'

/*
 * A dialog of ours may stand over a modal of another library's, which does not know that it is no longer the
 * topmost: it would take the focus back, or close on Escape as well. Neither is told of what happens in ours. Focus
 * events end at the root element, before those who listen on the document or the window; Escape ends at the window,
 * before anybody. That is also where Radix would hear of them, so what it does there is done here.
 */

/** The open ones, the topmost last. */
const dialogs = new Map<Element, OwnModal>()

function dialogOf(node: EventTarget | null | undefined): Element | undefined {
  for (
    let at = node instanceof Node ? node : null;
    at;
    at = at.parentNode ?? (at instanceof ShadowRoot ? at.host : null)
  ) {
    if (dialogs.has(at as Element)) return at as Element
  }
  return undefined
}

function onFocusIn(event: FocusEvent): void {
  if (dialogOf(event.composedPath()[0])) event.stopPropagation()
  else [...dialogs.values()].at(-1)?.focus()
}

/** What loses the focus to ours does not take it back. */
function onFocusOut(event: FocusEvent): void {
  if (dialogOf(event.relatedTarget)) event.stopPropagation()
}

class OwnModal {
  #element: HTMLElement | null = null
  #lastFocused: HTMLElement | null = null
  onEscape = () => {}

  // Heard here: what moves within a shadow root is not heard of outside.
  readonly #onFocusIn = (event: FocusEvent): void => {
    const focused = event.target as HTMLElement
    this.#lastFocused = focused
    // Going round from the last to the first, Radix leaves a dialog scrolled as it is.
    if (focused.matches(':focus-visible')) scrollToNearest(focused)
  }

  readonly ref = (element: HTMLDivElement | null): void => {
    if (this.#element) {
      dialogs.delete(this.#element)
      this.#element.removeEventListener('focusin', this.#onFocusIn)
    }
    this.#element = element
    if (element) {
      dialogs.set(element, this)
      element.addEventListener('focusin', this.#onFocusIn)
    }
    // Heard once, however often they are added.
    const listen = dialogs.size > 0 ? 'addEventListener' : 'removeEventListener'
    document.documentElement[listen]('focusin', onFocusIn as EventListener)
    document.documentElement[listen]('focusout', onFocusOut as EventListener)
  }

  /** Takes the focus back, but for on its way out. */
  focus(): void {
    if (this.#element?.getAttribute('data-state') === 'open')
      (this.#lastFocused ?? this.#element).focus({ preventScroll: true })
  }

  answer(onEscape: () => void): void {
    this.onEscape = onEscape
  }
}

/** The ref of a dialog's content. `onEscape` closes it, where that is possible. */
export function useOwnModal(ref: Ref<HTMLDivElement>, onEscape: () => void): (element: HTMLDivElement | null) => void {
  const [modal] = useState(() => new OwnModal())
  useEffect(() => modal.answer(onEscape))
  return useMemo(() => composeRefs<HTMLDivElement>(modal.ref, ref), [modal, ref])
}

const TABBABLE = 'a[href], button, input, select, textarea, [tabindex]'

/** In a shadow root Radix does not see which element has the focus, and would let it out at either end. */
function keepTab(event: KeyboardEvent, dialog: Element): void {
  const root = dialog.getRootNode()
  if (!(root instanceof ShadowRoot)) return
  const stops = [...dialog.querySelectorAll<HTMLElement>(TABBABLE)].filter(
    (element) => element.tabIndex >= 0 && !element.matches(':disabled') && isRendered(element),
  )
  const [last, first] = event.shiftKey ? [stops[0], stops.at(-1)] : [stops.at(-1), stops[0]]
  if (root.activeElement !== last && root.activeElement !== dialog) return
  event.preventDefault()
  first?.focus()
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.isComposing || (event.key !== 'Escape' && event.key !== 'Tab')) return
  const dialog = dialogOf(event.composedPath()[0])
  if (!dialog) return
  if (event.key === 'Tab') return keepTab(event, dialog)
  event.preventDefault()
  event.stopImmediatePropagation()
  // One on its way out keeps the key for itself.
  if (dialog.getAttribute('data-state') === 'open') dialogs.get(dialog)!.onEscape()
}

/** Hears the keys before any modal that mounts later, or with it. To be called from the provider's layout effect. */
export function watchKeys(): () => void {
  // Another function for each provider: listeners that are the same count once, and go with the first.
  const listener = (event: KeyboardEvent) => onKeyDown(event)
  window.addEventListener('keydown', listener, true)
  return () => window.removeEventListener('keydown', listener, true)
}
