/*
 * The second click of a double click belongs to what the first one pressed. Many buttons of the kit go or move when
 * they are pressed (a row leaves its list, a dialog closes, another button takes the place), and what lies under the
 * pointer then is often about another person. So a repeated click counts only on the control that was clicked before.
 * The listener is on the window, so that no part has to remember it, and so that what the host has beneath a closing
 * dialog is safe too.
 */

/** What is the kit's. Only clicks on it, and clicks right after one on it, are looked at. */
const OURS = [
  'user-avatar-manager',
  'user-image-upload',
  'user-table',
  'bulk-removal',
  'avatar-review',
  'undo-notice',
  'activity-',
  'removed-',
  'reason-',
]
  .map((slot) => `[data-slot^='${slot}']`)
  .join(', ')

const CONTROL = 'button, a[href], input, select, textarea, summary, [role="button"], [role^="menuitem"], [tabindex]'

interface Click {
  /** Not kept alive by this. */
  control: WeakRef<Element>
  ours: boolean
}

let last: Click | undefined
/** The double click event comes right after the click that did not count. */
let ignored = false

/** What is pressed by a click there. A label presses its input, which then is clicked as well. */
function controlOf(target: Element): Element {
  return target.closest('label')?.control ?? target.closest(CONTROL) ?? target
}

function stop(event: Event): void {
  event.preventDefault()
  event.stopImmediatePropagation()
}

function onClick(event: MouseEvent): void {
  const target = event.composedPath()[0]
  // Keys and assistive technology click without counting, and mean what has the focus.
  if (!event.isTrusted || event.detail === 0 || !(target instanceof Element)) return
  const control = controlOf(target)
  const click: Click = { control: new WeakRef(control), ours: control.closest(OURS) !== null }
  const before = last
  ignored = isRepeated(event) && before !== undefined && before.control.deref() !== control
  ignored &&= before!.ours || click.ours
  // A third click is still one of those that began with the first.
  if (ignored) stop(event)
  else last = click
}

function onDoubleClick(event: MouseEvent): void {
  if (ignored) stop(event)
  ignored = false
}

/**
 * Whether it is the second click of a double click, or a later one, as the browser counts them: by the person's own
 * double-click time, and only in one place. Needed for buttons that stay in place and act on the next person after each
 * click: `watchClicks` cannot tell those clicks apart.
 */
export function isRepeated({ detail }: { detail: number }): boolean {
  return detail > 1
}

/** Ignores repeated clicks on what has come under the pointer. To be called from the provider's layout effect. */
export function watchClicks(): () => void {
  // Other functions for each provider: listeners that are the same count once, and go with the first.
  const click = (event: MouseEvent) => onClick(event)
  const doubleClick = (event: MouseEvent) => onDoubleClick(event)
  window.addEventListener('click', click, true)
  window.addEventListener('dblclick', doubleClick, true)
  return () => {
    window.removeEventListener('click', click, true)
    window.removeEventListener('dblclick', doubleClick, true)
  }
}
