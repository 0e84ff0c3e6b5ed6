/** No input waits noticeably behind a frame that takes less. */
const SMOOTH_MS = 50

/** Resolves after the next frame is painted, with the time then. */
export const painted = (): Promise<number> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => resolve(performance.now())
      port2.postMessage(undefined)
    })
  })

export async function until(check: () => unknown): Promise<void> {
  while (!check()) await painted()
}

/** Presses a key on whatever has the focus. */
export function press(key: string): void {
  for (const type of ['keydown', 'keyup'])
    document.activeElement!.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, cancelable: true }))
}

/** Milliseconds until what `deed` does is painted. */
export async function timeToPaint(deed: () => void): Promise<number> {
  const start = performance.now()
  deed()
  return (await painted()) - start
}

/** Resolves after two frames in a row that were smooth: input is answered at once again. */
export async function responsive(): Promise<number> {
  let smooth = 0
  let last = performance.now()
  while (smooth < 2) {
    const now = await painted()
    smooth = now - last < SMOOTH_MS ? smooth + 1 : 0
    last = now
  }
  return last
}

/** Milliseconds from frame to frame while `view` scrolls by `step` pixels each, in ascending order. */
export async function scrollFrames(view: Element, step: number, frames: number): Promise<number[]> {
  const times: number[] = []
  let last = await painted()
  for (let count = 0; count < frames; count++) {
    view.scrollTop += step
    const now = await painted()
    times.push(now - last)
    last = now
  }
  return times.sort((a, b) => a - b)
}
