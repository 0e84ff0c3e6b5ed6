/*
 * What depends on layout. jsdom and happy-dom, in which panels are tested, have none: there these functions are
 * missing, or answer as if nothing were visible. The kit then goes on as if everything were.
 */

/** Calls back whenever the element's size changes, until the result is called. */
export function onResize(element: Element, callback: () => void): () => void {
  if (typeof ResizeObserver === 'undefined') return () => {}
  const observer = new ResizeObserver(callback)
  observer.observe(element)
  return () => observer.disconnect()
}

/** Scrolls no further than it takes to see the element. */
export function scrollToNearest(element: Element): void {
  element.scrollIntoView?.({ block: 'nearest', inline: 'nearest' })
}

/** Whether the element has a box: neither it nor what it is in has `display: none`. */
export function isRendered(element: Element): boolean {
  return (
    element.checkVisibility?.() ??
    // Safari before 17.4. Where not even the page has a box there is no layout at all.
    (element.getClientRects().length > 0 || document.documentElement.getClientRects().length === 0)
  )
}
