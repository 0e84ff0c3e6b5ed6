import { QueryClient } from '@tanstack/react-query'
import fc from 'fast-check'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { memoryAdapter } from '../../src/adapters/memory.ts'
import { AvatarKitProvider, type ImageEvent, type User } from '../../src/index.ts'
import { Announcer } from '../../src/react/avatar-review/Announcer.ts'
import { moveIn } from '../../src/react/avatar-review/gridMoves.ts'
import { ListPosition } from '../../src/react/avatar-review/ListPosition.ts'
import { parsePreferences } from '../../src/react/avatar-review/preferences.ts'
import { previousOf } from '../../src/react/avatar-review/previousOf.ts'
import { ReviewQueue } from '../../src/react/avatar-review/ReviewQueue.ts'
import { commandOf, defaultReviewKeys, digitOf } from '../../src/react/avatar-review/reviewKeys.ts'
import { AvatarReview } from '../../src/review.ts'

const user = (id: string, imageUrl: string | null = `https://images.test/${id}.png`): User => ({
  id,
  firstName: id,
  lastName: null,
  username: null,
  emailAddress: null,
  imageUrl,
  hasImage: imageUrl !== null,
  banned: false,
  createdAt: null,
  updatedAt: null,
  lastActiveAt: null,
})
const users = (...ids: string[]) => ids.map((id) => user(id))
const ids = (items: readonly { user: User }[]) => items.map((item) => item.user.id)

describe('the queue', () => {
  const setUp = (...names: string[]) => {
    const queue = new ReviewQueue(3, users(...names))
    const key = (id: string) => queue.get().items.find((item) => item.user.id === id)!.key
    const decide = (id: string, decision: 'keep' | 'remove' | 'skip' = 'keep') => queue.decide(key(id), decision)
    return { queue, key, decide, current: () => queue.current?.user.id }
  }

  it('takes each picture once, and nobody without one', () => {
    const { queue } = setUp('a', 'b')
    expect(queue.append([user('b'), user('c'), user('d', null)])).toBe(1)
    expect(ids(queue.get().items)).toEqual(['a', 'b', 'c'])
  })

  it('takes another picture of somebody who is not on the page', () => {
    const { queue } = setUp('a', 'b', 'c', 'd')
    queue.turn(1)
    expect(queue.append([user('a', 'https://images.test/other.png'), user('d', 'https://images.test/other.png')])).toBe(
      1,
    )
    expect(ids(queue.page)).toEqual(['d', 'a'])
  })

  it('goes on to the next that is not decided, round the page, and stays at the last', () => {
    const { decide, current, queue } = setUp('a', 'b', 'c', 'd')
    decide('b')
    expect(current()).toBe('c')
    decide('c')
    expect(current()).toBe('a')
    decide('a')
    expect(current()).toBe('a')
    expect(queue.pageDone).toBe(true)
    queue.turn(1)
    expect(current()).toBe('d')
  })

  it('undoing leads to the page on which it was', () => {
    const { decide, current, queue, key } = setUp('a', 'b', 'c', 'd', 'e')
    for (const id of ['a', 'b', 'c']) decide(id)
    queue.turn(1)
    queue.undecide(key('b'))
    expect(ids(queue.page)).toEqual(['a', 'b', 'c'])
    expect(current()).toBe('b')
    expect(queue.get().history).toEqual([key('a'), key('c')])
  })

  it('a failure comes back in its place, or on the next page where its own was turned', () => {
    const { decide, queue, key } = setUp('a', 'b', 'c', 'd', 'e', 'f', 'g')
    for (const id of ['a', 'b', 'c']) decide(id, 'remove')
    queue.failed(key('b'))
    expect(ids(queue.page)).toEqual(['a', 'b', 'c'])
    expect(queue.find(key('b'))?.decision).toBeUndefined()
    queue.turn(1)
    const before = queue.page
    queue.failed(key('a'))
    expect(queue.page).toEqual(before)
    queue.turn(1)
    expect(ids(queue.page)).toEqual(['a', 'g'])
  })

  it('what was skipped comes again on a page of its own', () => {
    const { decide, queue } = setUp('a', 'b', 'c', 'd')
    decide('a', 'skip')
    decide('b')
    decide('c', 'skip')
    queue.revisitSkipped()
    expect(ids(queue.page)).toEqual(['a', 'c'])
    expect(queue.get().history).toHaveLength(1)
    queue.turn(-1)
    expect(ids(queue.page)).toEqual(['b', 'd', 'a'])
  })

  it('leads to what was left behind', () => {
    const { queue, current } = setUp('a', 'b', 'c', 'd')
    queue.turn(1)
    queue.turnToUndecided()
    expect(current()).toBe('a')
  })

  it('never moves what is on the page, whatever happens', () => {
    const step = fc.oneof(
      fc.record({
        type: fc.constant('append' as const),
        ids: fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 6 }),
      }),
      fc.record({
        type: fc.constantFrom('keep' as const, 'remove' as const, 'skip' as const, 'failed' as const),
        at: fc.nat(20),
      }),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), fc.nat(2), (steps, turns) => {
        const queue = new ReviewQueue(4, users('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'))
        for (let turn = 0; turn < turns; turn++) queue.turn(1)
        for (const one of steps) {
          const before = queue.page.map(({ key }) => key)
          const { items } = queue.get()
          if (one.type === 'append') queue.append(one.ids.map((id) => user(String(id))))
          else if (one.type === 'failed') queue.failed(items[one.at % items.length]!.key)
          else queue.decide(queue.page[one.at % queue.page.length]!.key, one.type)
          expect(queue.page.map(({ key }) => key).slice(0, before.length)).toEqual(before)
          expect(queue.current).toBeDefined()
        }
      }),
    )
  })
})

describe('the place in a list that shrinks while it is read', () => {
  it('lets nobody slip past, whenever removals are carried out', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 9 }),
        fc.array(fc.record({ send: fc.array(fc.nat(60), { maxLength: 5 }), carryOut: fc.nat(5), confirm: fc.nat(5) }), {
          minLength: 5,
          maxLength: 12,
        }),
        (count, pageSize, rounds) => {
          let list = Array.from({ length: count }, (_, at) => at)
          const seen = new Set<number>()
          const sent: number[] = []
          const carriedOut: number[] = []
          const confirmed: number[] = []
          const position = new ListPosition()
          for (let round = 0; !position.done; round++) {
            if (round > 300) throw new Error('never ends')
            const { send, carryOut, confirm } = rounds[round % rounds.length]!
            for (const one of send)
              if (seen.has(one) && ![...sent, ...carriedOut, ...confirmed].includes(one)) sent.push(one)
            const gone = { surely: confirmed.length, perhaps: confirmed.length + carriedOut.length + sent.length }
            const { offset, limit } = position.next(gone, pageSize)
            // Some that are on their way arrive before the list is read.
            const arrived = sent.splice(0, carryOut)
            carriedOut.push(...arrived)
            list = list.filter((one) => !arrived.includes(one))
            const rows = list.slice(offset, offset + limit)
            const totalCount = list.length
            confirmed.push(...carriedOut.splice(0, confirm))
            for (const row of rows) seen.add(row)
            position.came({ offset, rows: rows.length, totalCount }, gone)
          }
          expect(seen.size).toBe(count)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('begins anew, and counts what was removed before', () => {
    const position = new ListPosition()
    position.came({ offset: 0, rows: 10, totalCount: 10 }, { surely: 0, perhaps: 0 })
    expect(position.done).toBe(true)
    position.restart()
    const gone = { surely: 4, perhaps: 4 }
    expect(position.next(gone, 3)).toEqual({ offset: 0, limit: 3 })
    position.came({ offset: 0, rows: 3, totalCount: 6 }, gone)
    expect(position.next(gone, 3)).toEqual({ offset: 3, limit: 3 })
    expect(position.remaining).toBe(3)
  })
})

describe('keys', () => {
  it.each([
    [{ key: 'k' }, 'keep'],
    [{ key: 'K' }, 'keep'],
    [{ key: 'Delete' }, 'remove'],
    [{ key: 'z' }, 'undo'],
    [{ key: 'z', ctrlKey: true }, undefined],
    [{ key: 'r', metaKey: true }, undefined],
    // Arabic and Russian keyboards: by where the key is.
    [{ key: 'ن', code: 'KeyK' }, 'keep'],
    [{ key: 'к', code: 'KeyR' }, 'remove'],
    // A French one has other letters there, and they count.
    [{ key: 'w', code: 'KeyZ' }, undefined],
    [{ key: ' ' }, undefined],
  ])('%j asks for %s', (pressed, command) => expect(commandOf(pressed, defaultReviewKeys)).toBe(command))

  it('digits are reasons', () => {
    expect(digitOf({ key: '3' })).toBe(3)
    expect(digitOf({ key: '0' })).toBe(0)
    expect(digitOf({ key: '3', altKey: true })).toBeUndefined()
    expect(digitOf({ key: 'k' })).toBeUndefined()
  })

  it.each([
    ['a French keyboard, where digits need Shift', { key: 'é', code: 'Digit2' }, 2],
    ['a French one with Shift', { key: '2', code: 'Digit2', shiftKey: true }, 2],
    ['a Persian one, whose digits are its own', { key: '۳', code: 'Digit3' }, 3],
    ['Arabic digits at the right of a keyboard', { key: '٠', code: 'Numpad0' }, 0],
    ['an English one with Shift, which types no digit', { key: '@', code: 'Digit2', shiftKey: true }, undefined],
    ['a key that moves', { key: 'ArrowDown', code: 'Numpad2' }, undefined],
  ])('digits on %s', (_, pressed, digit) => expect(digitOf(pressed)).toBe(digit))

  it.each([
    ['ArrowRight', 0, 1],
    ['ArrowRight', 7, 7],
    ['ArrowLeft', 0, 0],
    ['ArrowDown', 1, 4],
    // Nothing is below in the last row: its end.
    ['ArrowDown', 5, 7],
    ['ArrowDown', 6, 6],
    ['ArrowUp', 4, 1],
    ['Home', 4, 3],
    ['End', 4, 5],
    ['End', 6, 7],
  ])('%s from %d leads to %d', (key, from, to) => {
    const shape = { count: 8, columns: 3, rtl: false }
    expect(moveIn(shape, from, { key })).toBe(to)
  })

  it('turned round from right to left, and to the corners with Control', () => {
    const shape = { count: 8, columns: 3, rtl: true }
    expect(moveIn(shape, 1, { key: 'ArrowRight' })).toBe(0)
    expect(moveIn(shape, 1, { key: 'ArrowLeft' })).toBe(2)
    expect(moveIn(shape, 4, { key: 'End', ctrlKey: true })).toBe(7)
    expect(moveIn(shape, 4, { key: 'Home', ctrlKey: true })).toBe(0)
    expect(moveIn(shape, 4, { key: 'k' })).toBeUndefined()
  })
})

describe('what is said', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('at once, then the last of what was told, at most once in three seconds', () => {
    const announcer = new Announcer()
    const said: string[] = []
    announcer.subscribe(() => said.push(announcer.get()))
    for (let second = 0; second < 10; second++) {
      announcer.say(`decision ${second}`)
      vi.advanceTimersByTime(1000)
    }
    vi.advanceTimersByTime(10_000)
    expect(said).toEqual(['decision 0', 'decision 2', 'decision 5', 'decision 8', 'decision 9'])
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('preferences', () => {
  const defaults = { blur: 'strong', grey: true, singleKeys: true } as const

  it.each([null, '', '{', '7', 'null', '{"blur":"huge","grey":"no"}'])('%s is as if nothing were there', (text) =>
    expect(parsePreferences(text, defaults)).toEqual(defaults),
  )

  it('what is there counts', () =>
    expect(parsePreferences('{"blur":"light","grey":false,"other":1}', defaults)).toEqual({
      blur: 'light',
      grey: false,
      singleKeys: true,
    }))
})

it('earlier pictures: the newest, each once, and not the one in front', () => {
  const event = (id: string, imageUrl: string | null, userId = 'a'): ImageEvent => ({
    id,
    type: 'removed',
    at: 0,
    userId,
    actor: { id: 'mo' },
    imageUrl,
  })
  const events = [
    event('1', user('a').imageUrl),
    event('2', 'x'),
    event('3', null),
    event('4', 'x'),
    event('5', 'y'),
    event('6', 'z', 'b'),
    event('7', 'z'),
    event('8', 'w'),
  ]
  expect(previousOf(events, user('a')).map(({ id }) => id)).toEqual(['2', '5', '7'])
})

it('is rendered on a server: covered, and without a style attribute', () => {
  const client = new QueryClient()
  const html = renderToString(
    <AvatarKitProvider adapter={memoryAdapter([])} queryClient={client}>
      <AvatarReview users={users('ada', 'grace')} reasons={['spam']} />
    </AvatarKitProvider>,
  )
  expect(html).toContain('2 left')
  expect(html.match(/data-blur="strong"/g)).toHaveLength(2)
  expect(html).not.toContain('style=')
})
