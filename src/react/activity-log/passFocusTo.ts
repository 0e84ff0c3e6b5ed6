/** Where an element was that is gone. */
export interface FormerPlace {
  list: Element | null
  /** How many were before it. */
  at: number
}

/**
 * A ref: when its element goes with the focus in it, the focus goes to what `next` finds then, else to the nearest
 * element above that takes it, and not to the body. Keep it stable.
 */
export function passFocusTo(
  next?: (place: FormerPlace) => HTMLElement | null | undefined,
): (element: HTMLElement | null) => void {
  let own: HTMLElement | null = null
  return (element) => {
    const left = element ? null : own
    own = element
    // React clears refs before it takes the element out.
    if (!left?.contains(left.ownerDocument.activeElement)) return
    const list = left.parentElement
    const at = [...(list?.children ?? [])].indexOf(left)
    const above: HTMLElement[] = []
    for (let element = list; element; element = element.parentElement)
      if (element.hasAttribute('tabindex')) above.push(element)
    queueMicrotask(() => {
      if (left.isConnected) return
      const target = next?.({ list, at }) ?? above.find((element) => element.isConnected)
      target?.focus()
    })
  }
}
