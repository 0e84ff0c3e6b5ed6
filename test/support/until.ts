import { vi } from 'vitest'

// React's tests wait as its testing library does. Elsewhere nothing of it is loaded.
const dom = typeof document === 'undefined' ? undefined : await import('@testing-library/dom')

/**
 * How long a test waits for something that must happen, in milliseconds. Only a test that fails waits that long, so it
 * is far more than a busy machine needs: nothing in a test may depend on how fast the machine is.
 */
export const PATIENCE_MS = 20_000

/** Waits until a check no longer throws; resolves with what it returned. React may render meanwhile. */
export const until = <T>(check: () => T | Promise<T>, timeout = PATIENCE_MS): Promise<T> =>
  dom ? dom.waitFor(check as () => T, { timeout }) : Promise.resolve(vi.waitFor(check, { timeout, interval: 5 }))

/** Lets so many milliseconds pass, and React renders what comes of them. For what must not happen, never for what must. */
export function wait(ms: number): Promise<void> {
  const passed = () => new Promise<void>((resolve) => setTimeout(resolve, ms))
  return dom ? dom.getConfig().asyncWrapper(passed) : passed()
}

/** The next frame of the page; resolves with its time stamp. */
export const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve))

/** Two frames: what was changed before the first has been painted. */
export const painted = (): Promise<number> => frame().then(frame)

/** Lets every promise and timer that is due run, so many times over. */
export async function tick(count = 1): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setTimeout(resolve, 0))
}
