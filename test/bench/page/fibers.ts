interface Fiber {
  tag: number
  flags: number
  child: Fiber | null
  sibling: Fiber | null
  alternate: Fiber | null
}

/** React's own mark, made for its developer tools: this component's function ran for this commit. */
const PERFORMED_WORK = 1
/** Functions, classes, forwardRef, memo, simple memo. */
const COMPONENTS = new Set([0, 1, 11, 14, 15])

let total: number | undefined
let current: Fiber | undefined

function visit(fiber: Fiber): number {
  let count = COMPONENTS.has(fiber.tag) && (fiber.flags & PERFORMED_WORK) !== 0 ? 1 : 0
  // The same child as before the commit: nothing below was touched.
  if (fiber.alternate && fiber.child === fiber.alternate.child) return count
  for (let child = fiber.child; child; child = child.sibling) count += visit(child)
  return count
}

// React looks for this when it is loaded: import this module before it.
Object.assign(globalThis, {
  __REACT_DEVTOOLS_GLOBAL_HOOK__: {
    supportsFiber: true,
    isDisabled: false,
    inject: () => 1,
    onCommitFiberUnmount: () => {},
    onCommitFiberRoot: (_id: number, root: { current: Fiber }) => {
      current = root.current
      if (total !== undefined) total += visit(current)
    },
  },
})

/** Counts the components that React renders from now on. Costs time: not to be used while time is taken. */
export function startCounting(): void {
  total = 0
}

export const countRendered = (): number => total ?? 0

/** How many fibers React keeps for what is on the page: components, elements, contexts, texts. */
export function countFibers(fiber: Fiber | null | undefined = current): number {
  let count = 0
  for (let next = fiber; next; next = next.sibling) count += 1 + countFibers(next.child ?? null)
  return count
}
