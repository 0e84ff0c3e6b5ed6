'use client'

import { type Ref, useEffect, useMemo, useState } from 'react'
import { composeRefs } from './user-avatar-manager/composeRefs.ts'

/*
 * A dialog of ours may stand over a modal of another library's, which does not know that it is no longer the
 * topmost: it would take the focus back, or close on Escape as well. Neither is told of what happens in ours. Focus
 * events end at the root element, before those who listen on the document or the window; Escape ends at the window,
 * before anybody. That is also where Radix would hear of them, so what it does there is done here.
 */

/** The open ones, the topmost last. */
const dialogs = new Map<Element, OwnModal>()
const lastFocused = new WeakMap<Element, HTMLElement>()

function dialogOf(node: EventTarget | null | undefined): Element | undefined {
  for (let at = node instanceof Node ? node : null; at; at = at.parentNode ?? (at instanceof ShadowRoot ? at.host : null)) {
    if (dialogs.has(at as Element)) return at as Element
  }
  return undefined
}

function onFocusIn(event: FocusEvent): void {
  const target = event.composedPath()[0]
  const dialog = dialogOf(target)
  if (dialog) {
    lastFocused.set(dialog, target as HTMLElement)
    // Going round from the last to the first, Radix leaves a dialog scrolled as it is.
    if ((target as HTMLElement).matches(':focus-visible')) (target as HTMLElement).scrollIntoView({ block: 'nearest', inline: 'nearest' })
    event.stopPropagation()
    return
  }
  const top = [...dialogs.keys()].at(-1)
  if (top?.getAttribute('data-state') === 'open') lastFocused.get(top)?.focus({ preventScroll: true })
}

/** What loses the focus to ours does not take it back. */
function onFocusOut(event: FocusEvent): void {
  if (dialogOf(event.relatedTarget)) event.stopPropagation()
}

class OwnModal {
  #element: Element | null = null
  onEscape = () => {}

  readonly ref = (element: HTMLDivElement | null): void => {
    if (this.#element) dialogs.delete(this.#element)
    this.#element = element
    if (element) dialogs.set(element, this)
    // Heard once, however often they are added.
    const listen = dialogs.size > 0 ? 'addEventListener' : 'removeEventListener'
    document.documentElement[listen]('focusin', onFocusIn as EventListener)
    document.documentElement[listen]('focusout', onFocusOut as EventListener)
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

function onKeyDown(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || event.isComposing) return
  const dialog = dialogOf(event.composedPath()[0])
  if (!dialog) return
  event.preventDefault()
  event.stopImmediatePropagation()
  // One on its way out keeps the key for itself.
  if (dialog.getAttribute('data-state') === 'open') dialogs.get(dialog)!.onEscape()
}

/** Hears Escape before any modal that mounts later, or with it. To be called from the provider's layout effect. */
export function watchEscape(): () => void {
  // Another function for each provider: listeners that are the same count once, and go with the first.
  const listener = (event: KeyboardEvent) => onKeyDown(event)
  window.addEventListener('keydown', listener, true)
  return () => window.removeEventListener('keydown', listener, true)
}
