/*
 * Functions that depend on layout. jsdom and happy-dom have no layout: there, browser functions are missing or report
 * that nothing is visible. The kit then treats everything as visible.
 */

/** Calls back whenever the element's size changes, until the result is called. */
export function onResize(element: Element, callback: () => void): () => void {
  if (typeof ResizeObserver === 'undefined') return () => {}
  const observer = new ResizeObserver(callback)
  observer.observe(element)
  return () => observer.disconnect()
}

/** Scrolls as little as needed to show the element. */
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
