import { focusFirst, successorsOf } from '../user-avatar-manager/focus.ts'

const ROW = '[data-slot="bulk-removal-failure"]'

/**
 * A ref: when its button goes with the focus on it, the focus goes to the next row's button, to its run, to what
 * opens the question, and not to the body. React clears refs before it takes elements out, so that the neighbours
 * are still known then.
 */
export function passFocusInRun(): (element: HTMLElement | null) => void {
  let own: HTMLElement | null = null
  return (element) => {
    const left = element ? null : own
    own = element
    if (!left || left.ownerDocument.activeElement !== left) return
    const page = left.ownerDocument
    const row = left.closest(ROW)
    const rows = row
      ? [row.nextElementSibling, row.previousElementSibling].map((next) => next?.querySelector<HTMLElement>('button'))
      : []
    const runs = page.querySelectorAll<HTMLElement>(
      '[data-slot="bulk-removal-run"], [data-slot="bulk-removal-trigger"]',
    )
    const successors = [
      ...rows,
      left.closest<HTMLElement>('[data-slot="bulk-removal-run"]'),
      ...runs,
      ...successorsOf(left),
    ]
    queueMicrotask(() => {
      if (!left.isConnected && page.activeElement === page.body) focusFirst(successors)
    })
  }
}
