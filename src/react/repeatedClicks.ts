/*
 * Many buttons of the kit disappear or move when they are pressed: a row leaves its list, a dialog closes, another
 * button takes its place. The second click of a double click would then press a button that is often about another
 * person. So a repeated click counts only on the control that the first click pressed. The listener is on the window,
 * so that each part is covered, and also the host's buttons beneath a closing dialog.
 */

/** The kit's elements. A repeated click is ignored only if it, or the click before it, is on one of them. */
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
  /** A weak reference, so that removed elements can be collected. */
  control: WeakRef<Element>
  ours: boolean
}

let last: Click | undefined
/** Whether the last click was ignored: the `dblclick` event that follows it is ignored too. */
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
  // `detail` is 0 for clicks by keyboard and assistive technology. They mean the focused element.
  if (!event.isTrusted || event.detail === 0 || !(target instanceof Element)) return
  const control = controlOf(target)
  const click: Click = { control: new WeakRef(control), ours: control.closest(OURS) !== null }
  const before = last
  ignored = isRepeated(event) && before !== undefined && before.control.deref() !== control
  ignored &&= before!.ours || click.ours
  // A third click is still compared with the first.
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

/** Ignores repeated clicks on another control. Call it in the provider's layout effect; call the result to stop. */
export function watchClicks(): () => void {
  // New functions for each provider: identical listeners are added once and removed with the first provider.
  const click = (event: MouseEvent) => onClick(event)
  const doubleClick = (event: MouseEvent) => onDoubleClick(event)
  window.addEventListener('click', click, true)
  window.addEventListener('dblclick', doubleClick, true)
  return () => {
    window.removeEventListener('click', click, true)
    window.removeEventListener('dblclick', doubleClick, true)
  }
}
