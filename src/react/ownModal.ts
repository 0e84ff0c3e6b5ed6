'use client'

import {
  type ComponentPropsWithoutRef,
  type FocusEvent as ReactFocusEvent,
  type Ref,
  useEffect,
  useMemo,
  useState,
} from 'react'
import { isRendered, scrollToNearest } from './layout.ts'
import { OVERLAYS } from './ownKey.ts'
import { composeRefs } from './user-avatar-manager/composeRefs.ts'

/*
 * A dialog of ours may stand over a modal of another library's, which does not know that it is no longer the
 * topmost: it would take the focus back, or close on Escape as well. Neither is told of what happens in ours. Focus
 * events end at the root element, before those who listen on the document or the window; Escape ends at the window,
 * before anybody. That is also where Radix would hear of them, so what it does there is done here.
 *
 * The host may open an overlay over our dialog, such as a menu: it keeps the focus, and Escape closes it first.
 */

/** The open ones, the topmost last. */
const dialogs = new Map<Element, OwnModal>()

const topmost = () => [...dialogs.values()].at(-1)

/** The nearest element around a node, also out of shadow roots, of which `is` holds. */
function around(node: EventTarget | null | undefined, is: (element: Element) => boolean): Element | undefined {
  for (
    let at = node instanceof Node ? node : null;
    at;
    at = at.parentNode ?? (at instanceof ShadowRoot ? at.host : null)
  ) {
    if (at instanceof Element && is(at)) return at
  }
  return undefined
}

const dialogOf = (node: EventTarget | null | undefined) => around(node, (element) => dialogs.has(element))
const overlayOf = (node: EventTarget | null | undefined) => around(node, (element) => element.matches(OVERLAYS))

/** Whether it is in something that the host opened over the topmost of ours, elsewhere in the document. */
export const isOver = (node: EventTarget | null | undefined): boolean => topmost()?.isUnder(node) ?? false

/** What has opened something of its own and still has the focus itself. */
const EXPANDED = '[aria-expanded="true"]:is([role="combobox"], [aria-haspopup]:not([aria-haspopup="false"]))'

/** Whether Escape closes something else before a dialog of ours. */
function closesFirst(node: EventTarget | undefined): boolean {
  if (isOver(node)) return true
  const dialog = dialogOf(node)
  const first = around(node, (element) => element === dialog || element.matches(`${OVERLAYS}, ${EXPANDED}`))
  return dialog !== undefined && first !== dialog
}

function onFocusIn(event: FocusEvent): void {
  const [target] = event.composedPath()
  if (!dialogOf(target) && !isOver(target)) topmost()?.focus()
  // What loses the focus hears of it, where that is what the host opened last: it may close then.
  else if (!isOver(event.relatedTarget)) event.stopPropagation()
}

/** What loses the focus to ours does not take it back, nor does ours lose it to what the host opens over it. */
function onFocusOut(event: FocusEvent): void {
  if (event.relatedTarget && (dialogOf(event.relatedTarget) || dialogOf(event.composedPath()[0])))
    event.stopPropagation()
}

class OwnModal {
  #element: HTMLElement | null = null
  #lastFocused: HTMLElement | null = null
  /** The overlays that were open when this dialog opened: they are beneath it. */
  #below: readonly Element[] | undefined
  /** What had the focus inside of what was opened from here, as React sees it. */
  #over = new WeakSet<EventTarget>()
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
      this.#below ??= [...document.querySelectorAll(OVERLAYS)].filter(isRendered)
      dialogs.set(element, this)
      element.addEventListener('focusin', this.#onFocusIn)
    } else {
      // If the host passes a new ref, React detaches and attaches at once. If the dialog closes, it only detaches.
      queueMicrotask(() => {
        if (!this.#element) this.#below = undefined
      })
    }
    // Heard once, however often they are added.
    const listen = dialogs.size > 0 ? 'addEventListener' : 'removeEventListener'
    document.documentElement[listen]('focusin', onFocusIn as EventListener)
    document.documentElement[listen]('focusout', onFocusOut as EventListener)
  }

  /** React tells of the focus in what was opened from here, wherever it stands in the document; before `onFocusIn`. */
  noteFocus(target: EventTarget): void {
    if (!dialogOf(target)) this.#over.add(target)
  }

  /** Whether the node is in an overlay that was opened from this dialog, or after it. */
  isUnder(node: EventTarget | null | undefined): boolean {
    if (!node || dialogOf(node)) return false
    if (this.#over.has(node)) return true
    const overlay = overlayOf(node)
    // In a shadow root it is not known since when it is there.
    return overlay?.getRootNode() === document && !this.#below?.includes(overlay)
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

/** Radix would close ours as well. Only Radix: whoever opened it, or the browser, is still to close it by this key. */
function onEscapeKeyDown(event: KeyboardEvent): void {
  if (!closesFirst(event.composedPath()[0])) return
  Object.defineProperty(event, 'defaultPrevented', { value: true, configurable: true })
  queueMicrotask(() => Reflect.deleteProperty(event, 'defaultPrevented'))
}

/** What makes of a dialog's content the topmost of all modals. */
export interface ModalProps {
  ref: (element: HTMLDivElement | null) => void
  onFocusCapture: (event: ReactFocusEvent<HTMLDivElement>) => void
  onEscapeKeyDown: (event: KeyboardEvent) => void
}

/** For a dialog's content. `props`: what the host gave it; `onEscape` closes it, where that is possible. */
export function useOwnModal(
  ref: Ref<HTMLDivElement>,
  props: Pick<ComponentPropsWithoutRef<'div'>, 'onFocusCapture'>,
  onEscape: () => void,
): ModalProps {
  const [modal] = useState(() => new OwnModal())
  useEffect(() => modal.answer(onEscape))
  return {
    ref: useMemo(() => composeRefs<HTMLDivElement>(modal.ref, ref), [modal, ref]),
    onFocusCapture(event) {
      props.onFocusCapture?.(event)
      modal.noteFocus(event.target)
    },
    onEscapeKeyDown,
  }
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
  const [target] = event.composedPath()
  const dialog = dialogOf(target)
  if (!dialog || closesFirst(target)) return
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
