/** react-remove-scroll's, which Radix and Mantine use: on the body while the page is held, with the width of the scrollbar it took away. */
const HELD_BY_OTHERS = 'data-scroll-locked'
const WIDTH_TAKEN = '--removed-body-scroll-bar-size'

let locks = 0
let release: () => void

/**
 * Holds the page still, with the width it had, until what this returns is called; several may hold it at once. By
 * properties of elements and not by a `<style>`, so that no Content Security Policy needs to know of it.
 */
export function lockScroll(): () => void {
  if (locks++ === 0) release = hold()
  return () => {
    if (--locks === 0) release()
  }
}

function hold(): () => void {
  const { documentElement: root, body } = document
  // Browsers take the body's overflow for the window's unless the root has one.
  const { style } = getComputedStyle(root).overflowY === 'visible' ? body : root
  const { overflow } = style
  // The window’s scrollbar is on the right, whatever the direction.
  const { paddingRight } = root.style
  const keepWidth = (scrollbar: number) => {
    if (scrollbar > 0) root.style.paddingRight = `calc(${getComputedStyle(root).paddingRight} + ${scrollbar}px)`
  }
  // A menu that is on its way out, from which the dialog was opened, still makes up for the scrollbar.
  const others = new MutationObserver(() => {
    if (body.hasAttribute(HELD_BY_OTHERS)) return
    others.disconnect()
    keepWidth(taken)
  })
  const taken = body.hasAttribute(HELD_BY_OTHERS)
    ? Number.parseFloat(getComputedStyle(body).getPropertyValue(WIDTH_TAKEN))
    : 0
  if (taken > 0) others.observe(body, { attributeFilter: [HELD_BY_OTHERS] })
  else keepWidth(innerWidth - root.clientWidth)
  style.overflow = 'hidden'
  // What others hold still around their own modals ends where ours stands over them.
  root.addEventListener('wheel', keep, { passive: true })
  root.addEventListener('touchmove', keep, { passive: true })
  return () => {
    others.disconnect()
    style.overflow = overflow
    root.style.paddingRight = paddingRight
    root.removeEventListener('wheel', keep)
    root.removeEventListener('touchmove', keep)
  }
}

const keep = (event: Event) => event.stopPropagation()
