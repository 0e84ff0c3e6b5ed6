const TRIGGER = '[data-slot="user-avatar-manager-remove-trigger"]'
const HEADING = 'h1, h2, h3, h4, h5, h6, [role="heading"]'

/** The document, or the shadow root that the element is in: it knows which element has the focus, the document only which host. */
export const rootOf = (element: Element): Document | ShadowRoot => element.getRootNode() as Document | ShadowRoot

/**
 * Where the focus goes when `from` is gone: the next trigger in the page, the one before, the nearest
 * heading above, the main part. To be asked while `from` is still in the document.
 */
export function successorsOf(from: HTMLElement): HTMLElement[] {
  const page = rootOf(from)
  const follows = (element: Element) => (from.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  const others = [...page.querySelectorAll<HTMLElement>(TRIGGER)].filter((trigger) => trigger !== from)
  const after = others.filter(follows)
  const before = others.filter((trigger) => !follows(trigger)).reverse()
  const headings = [...page.querySelectorAll<HTMLElement>(HEADING)].filter((heading) => !follows(heading)).reverse()
  return [
    ...after.slice(0, 5),
    ...before.slice(0, 5),
    ...headings.slice(0, 3),
    ...page.querySelectorAll<HTMLElement>('main, [role="main"]'),
  ]
}

/** What was pressed, and where that is in menus, which close, their triggers: WAI-ARIA has a menu labelled by its own. */
export function openersOf(pressed: HTMLElement): HTMLElement[] {
  const page = rootOf(pressed)
  const openers = [pressed]
  // An attribute's value is quoted as in JSON; jsdom has no `CSS.escape`.
  for (let menu = pressed.closest('[role="menu"]'); menu; ) {
    const trigger =
      page.querySelector<HTMLElement>(`[aria-controls~=${JSON.stringify(menu.id || '-')}]`) ??
      page.getElementById(menu.getAttribute('aria-labelledby') ?? '')
    if (!trigger || openers.includes(trigger)) break
    openers.push(trigger)
    menu = trigger.closest('[role="menu"]')
  }
  return openers
}

/** Focuses the first that is still there and can be seen; a heading is made focusable for it. Whether one was. */
export function focusFirst(candidates: readonly (HTMLElement | null | undefined)[]): boolean {
  for (const element of candidates) {
    if (!element?.isConnected || element.closest('[inert]') || element.hasAttribute('disabled')) continue
    element.focus()
    if (rootOf(element).activeElement === element) return true
    element.tabIndex = -1
    element.focus()
    if (rootOf(element).activeElement === element) return true
  }
  return false
}

/**
 * A ref: when its element goes with the focus in it, the focus goes to the next one and not to the body. React
 * clears refs before it takes the element out, so its neighbours are still known then.
 */
export function passFocusOn(): (element: HTMLElement | null) => void {
  let own: HTMLElement | null = null
  return (element) => {
    const left = element ? null : own
    own = element
    if (!left || rootOf(left).activeElement !== left) return
    const successors = successorsOf(left)
    queueMicrotask(() => {
      if (!left.isConnected && left.ownerDocument.activeElement === left.ownerDocument.body) focusFirst(successors)
    })
  }
}
