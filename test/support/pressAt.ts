import { act } from '@testing-library/react'
import { cdp } from 'vitest/browser'

const send = (method: string, params: object) =>
  (cdp() as unknown as { send: (method: string, params: object) => Promise<unknown> }).send(method, params)

/** Milliseconds between the two: as a hand clicks twice, and as somebody clicks who sees nothing happen. */
export const hands: [name: string, pauseMs: number, count: number][] = [
  ['a double click', 120, 2],
  ['a slow double click', 350, 2],
  // Where the browser counts touches one by one.
  ['two clicks in the same place', 300, 1],
]

/** Clicks twice with the real pointer, which does not move between: whatever is there by then is clicked. */
export async function pressTwice(button: HTMLElement, pauseMs: number, count: number): Promise<void> {
  button.scrollIntoView({ block: 'nearest' })
  const box = button.getBoundingClientRect()
  const frame = window.frameElement?.getBoundingClientRect()
  const scale = frame ? frame.width / window.innerWidth : 1
  const at = {
    x: (frame?.x ?? 0) + (box.x + box.width / 2) * scale,
    y: (frame?.y ?? 0) + (box.y + box.height / 2) * scale,
    button: 'left',
  }
  await send('Input.dispatchMouseEvent', { ...at, type: 'mouseMoved', button: 'none' })
  const start = Date.now()
  for (const [click, clickCount] of [1, count].entries()) {
    // As the hand took it, however slow the machine is.
    const event = { ...at, clickCount, timestamp: (start + click * pauseMs) / 1000 }
    await act(async () => {
      await send('Input.dispatchMouseEvent', { ...event, type: 'mousePressed' })
      await send('Input.dispatchMouseEvent', { ...event, type: 'mouseReleased' })
      await new Promise((resolve) => setTimeout(resolve, pauseMs))
    })
  }
}
