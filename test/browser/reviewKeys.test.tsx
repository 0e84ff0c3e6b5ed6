import { act, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { memoryAdapter } from '../../src/adapters/memory.ts'
import { AvatarReview, type ReviewDecided } from '../../src/review.ts'
import '../../src/styles/styles.css'
import '../../src/styles/desk.css'
import { renderInPanel } from '../support/renderInPanel.tsx'
import { frame } from '../support/until.ts'

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

/** Presses a key on whatever has the focus, and waits until that is drawn. */
async function press(key: string): Promise<void> {
  document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  document.activeElement!.dispatchEvent(new KeyboardEvent('keyup', { key, bubbles: true, cancelable: true }))
  await frame()
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

  const decided: ReviewDecided[] = []
  renderInPanel(
    <AvatarReview pageSize={24} undoMs={1000} onDecision={(one) => decided.push(one)} storageKey={false} />,
    { adapter },
  )
  await waitFor(() => expect(document.querySelectorAll('[data-slot="avatar-review-cell"]')).toHaveLength(24))
  environment.IS_REACT_ACT_ENVIRONMENT = false
  document.querySelector<HTMLElement>('[data-slot="avatar-review-cell"]')!.focus()
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
    await press(keyAt(at))
    if (scrollY === scroll && place(key) !== where) jumps++
  }
  environment.IS_REACT_ACT_ENVIRONMENT = before

  const expected = people
    .slice(0, DECISIONS)
    .map(({ id }, at) => [id, { r: 'remove', k: 'keep', s: 'skip' }[keyAt(at)]])
  expect(decided.map(({ user, decision }) => [user.id, decision])).toEqual(expected)
  const removals = expected.filter(([, decision]) => decision === 'remove').map(([id]) => id)
  await waitFor(() => expect(sent).toHaveLength(removals.length))
  expect(sent).toEqual(removals)
  expect(jumps).toBe(0)
})

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
