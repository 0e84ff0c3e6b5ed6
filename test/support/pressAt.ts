import { act } from '@testing-library/react'
import { cdp } from 'vitest/browser'

const send = (method: string, params: object) =>
  (cdp() as unknown as { send: (method: string, params: object) => Promise<unknown> }).send(method, params)

/**
 * Clicks twice with the real pointer, which does not move between: whatever is there by then is clicked.
 *
 * @param count what the browser counts the second click as: 2 within the double-click time, 1 after it
 */
export async function pressTwice(button: HTMLElement, pauseMs: number, count: 1 | 2 = 2): Promise<void> {
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
  for (const clickCount of [1, count]) {
    const event = { ...at, clickCount }
    await act(async () => {
      await send('Input.dispatchMouseEvent', { ...event, type: 'mousePressed' })
      await send('Input.dispatchMouseEvent', { ...event, type: 'mouseReleased' })
      await new Promise((resolve) => setTimeout(resolve, pauseMs))
    })
  }
}
