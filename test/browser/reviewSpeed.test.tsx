import { act, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, expect, it } from 'vitest'
import { memoryAdapter } from '../../src/adapters/memory.ts'
import { AvatarReview, type ReviewDecided } from '../../src/review.ts'
import '../../src/styles/styles.css'
import '../../src/styles/desk.css'
import { renderInPanel } from '../support/renderInPanel.tsx'

const PICTURE = 'data:image/gif;base64,R0lGODlhAQABAIAAAP///wAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw=='
const people = Array.from({ length: 90 }, (_, at) => ({
  id: `p${at + 1}`,
  firstName: `Person ${at + 1}`,
  imageUrl: `${PICTURE}#${at + 1}`,
  hasImage: true,
}))
const DECISIONS = 60
/** Remove, keep, remove, skip, … */
const keyAt = (at: number) => (at % 2 === 0 ? 'r' : at % 4 === 1 ? 'k' : 's')

/** Presses a key on whatever has the focus; resolves with the milliseconds until that is painted. */
async function press(key: string): Promise<number> {
  const start = performance.now()
  document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  document.activeElement!.dispatchEvent(new KeyboardEvent('keyup', { key, bubbles: true, cancelable: true }))
  await new Promise<void>((resolve) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => resolve()
      port2.postMessage(undefined)
    }),
  )
  return performance.now() - start
}

const p95 = (times: number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)]!

/** The same pictures in React and nothing else: a key marks one and moves the focus on. */
function BareGrid() {
  const [marks, setMarks] = useState<Record<number, string>>({})
  return (
    <div
      role="presentation"
      style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(150px, 1fr))', gap: 12 }}
      onKeyDown={({ key, target, currentTarget }) => {
        const at = [...currentTarget.children].indexOf(target as Element)
        setMarks((now) => ({ ...now, [at]: key }))
        ;(currentTarget.children[at + 1] as HTMLElement | undefined)?.focus()
      }}
    >
      {people.slice(0, DECISIONS + 1).map(({ id, firstName, imageUrl }, at) => (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what it is measured against
        <div key={id} className="bare" tabIndex={0}>
          <img
            src={imageUrl}
            alt=""
            style={{ inlineSize: '100%', aspectRatio: 1, filter: 'blur(16px) grayscale(1)' }}
          />
          {firstName} {marks[at]}
        </div>
      ))}
    </div>
  )
}

async function measureBare(): Promise<number[]> {
  const place = document.body.appendChild(document.createElement('div'))
  const root = createRoot(place)
  act(() => root.render(<BareGrid />))
  place.querySelector<HTMLElement>('.bare')!.focus()
  const times: number[] = []
  for (let at = 0; at < DECISIONS; at++) times.push(await press(keyAt(at)))
  act(() => root.unmount())
  place.remove()
  return times
}

// As in a browser and not as in a test, where React waits for `act`.
const environment = globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }
const before = environment.IS_REACT_ACT_ENVIRONMENT
afterEach(() => {
  environment.IS_REACT_ACT_ENVIRONMENT = before
})

it('sixty decisions as fast as keys come, over a slow server: none is lost, and the requests go out in their order', async () => {
  const memory = memoryAdapter(people, { delay: ({ method }) => (method === 'deleteUserProfileImage' ? 400 : 0) })
  const sent: string[] = []
  const adapter = {
    ...memory,
    deleteUserProfileImage: (userId: string, context?: object) => {
      sent.push(userId)
      return memory.deleteUserProfileImage(userId, context)
    },
  }
  const bare = await measureBare()

  const decided: ReviewDecided[] = []
  renderInPanel(
    <AvatarReview pageSize={24} undoMs={1000} onDecision={(one) => decided.push(one)} storageKey={false} />,
    { adapter },
  )
  await waitFor(() => expect(document.querySelectorAll('[data-slot="avatar-review-cell"]')).toHaveLength(24))
  environment.IS_REACT_ACT_ENVIRONMENT = false
  document.querySelector<HTMLElement>('[data-slot="avatar-review-cell"]')!.focus()
  const times: number[] = []
  let jumps = 0
  const place = (key: string | undefined) =>
    JSON.stringify(document.querySelector(`[data-key="${key}"]`)?.getBoundingClientRect())
  for (let at = 0; at < DECISIONS; at++) {
    if (at > 0 && at % 24 === 0) {
      await waitFor(() => expect(screen.getByRole('button', { name: 'Next page' })).toHaveFocus())
      screen.getByRole('button', { name: 'Next page' }).click()
      await waitFor(() => expect(document.activeElement).toHaveAttribute('data-key', String(at + 1)))
    }
    const { key } = (document.activeElement as HTMLElement).dataset
    const scroll = scrollY
    const where = place(key)
    times.push(await press(keyAt(at)))
    if (scrollY === scroll && place(key) !== where) jumps++
  }
  environment.IS_REACT_ACT_ENVIRONMENT = before

  const expected = people
    .slice(0, DECISIONS)
    .map(({ id }, at) => [id, { r: 'remove', k: 'keep', s: 'skip' }[keyAt(at)]])
  expect(decided.map(({ user, decision }) => [user.id, decision])).toEqual(expected)
  const removals = expected.filter(([, decision]) => decision === 'remove').map(([id]) => id)
  await waitFor(() => expect(sent).toHaveLength(removals.length), { timeout: 15_000 })
  expect(sent).toEqual(removals)
  expect(jumps).toBe(0)

  const round = (value: number) => value.toFixed(1)
  console.log(
    `key to paint, 95th of 100, in ms: AvatarReview ${round(p95(times))}, bare React ${round(p95(bare))} (${DECISIONS} decisions each)`,
  )
}, 60_000)

it('two keys in one frame are two decisions', async () => {
  const decided: ReviewDecided[] = []
  renderInPanel(
    <AvatarReview onDecision={(one) => decided.push(one)} storageKey={false} users={people.slice(0, 5)} />,
    { adapter: memoryAdapter([]) },
  )
  const [first] = document.querySelectorAll<HTMLElement>('[data-slot="avatar-review-cell"]')
  act(() => {
    first!.focus()
    for (const key of ['k', 's', 'k']) first!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
  })
  expect(decided.map(({ user, decision }) => [user.id, decision])).toEqual([
    ['p1', 'keep'],
    ['p2', 'skip'],
    ['p3', 'keep'],
  ])
})
