import { QueryClient } from '@tanstack/react-query'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AvatarKitError, type ErrorCode } from '../../src/core/errors.ts'
import type { BatchResult } from '../../src/optimistic/Batch.ts'
import { engineOf } from '../../src/optimistic/imageLedger.ts'
import { FakeClock } from './simulation/FakeClock.ts'
import { settle } from './simulation/Panel.ts'

const person = (id: string) => ({ id, email: `${id}@people.test`, image: `/${id}.png` as string | null })
const ids = ['a', 'b', 'c', 'd', 'e']

/** A panel with people in it and a server whose answers the test gives. */
function setUp(concurrency?: number) {
  const client = new QueryClient()
  const clock = new FakeClock()
  const { ledger } = engineOf(client, { clock, concurrency })
  client.setQueryData(['people'], ids.map(person))
  const sent: string[] = []
  const open = new Map<string, { agree: () => void; refuse: (code: ErrorCode, retryAfter?: number) => void }>()
  const remove = (userId: string) => ({
    userId,
    change: { kind: 'remove' as const },
    send: () => {
      sent.push(userId)
      return new Promise((resolve, reject) => {
        open.set(userId, {
          agree: () => resolve({ ...person(userId), image: null }),
          refuse: (code, retryAfter) => reject(new AvatarKitError(code, { userId, retryAfter })),
        })
      })
    },
  })
  const images = () => client.getQueryData<{ image: string | null }[]>(['people'])!.map(({ image }) => image)
  const answer = async (userId: string, how: 'agree' | ErrorCode, retryAfter?: number) => {
    const request = open.get(userId)!
    if (how === 'agree') request.agree()
    else request.refuse(how, retryAfter)
    await settle()
  }
  return { client, clock, ledger, sent, remove, images, answer }
}

const words = (results: BatchResult[]) =>
  results.map((result) => `${result.userId} ${result.status === 'failed' ? result.error.code : result.status}`)

describe('changes that are sent', () => {
  it('go out four at a time, and the next when one has ended', async () => {
    const { ledger, sent, remove, answer } = setUp()
    ledger.submit(ids.map(remove))
    expect(sent).toEqual(['a', 'b', 'c', 'd'])
    await answer('c', 'agree')
    expect(sent).toEqual(['a', 'b', 'c', 'd', 'e'])
  })

  it('go out as many at a time as the host says', async () => {
    const { ledger, sent, remove, answer } = setUp(1)
    ledger.submit(ids.map(remove))
    expect(sent).toEqual(['a'])
    await answer('a', 'forbidden')
    expect(sent).toEqual(['a', 'b'])
  })

  it.each([0, -1, 1.5, Number.NaN])('cannot go out %s at a time', (concurrency) => {
    expect(() => engineOf(new QueryClient(), { concurrency })).toThrow(/whole number of at least 1/)
  })

  it('wait for as long as the server says, each of them', async () => {
    const { clock, ledger, sent, remove, answer } = setUp(2)
    ledger.submit(ids.map(remove))
    await answer('a', 'rate-limited', 7)
    expect(ledger.waitsUntil).toBe(clock.now() + 7000)
    await answer('b', 'agree')
    clock.advance(6999)
    expect(sent).toEqual(['a', 'b'])
    clock.advance(1)
    expect(sent).toEqual(['a', 'b', 'c', 'd'])
    expect(ledger.waitsUntil).toBeUndefined()
    // On its own a refused one is the person's to try again.
    expect(ledger.get('a')).toMatchObject({ imageStatus: 'failed', error: { code: 'rate-limited', retryAfter: 7 } })
  })
})

describe('a batch', () => {
  it('is gone at once, and tells how each one ended', async () => {
    const { ledger, remove, images, answer } = setUp()
    const batch = ledger.submitBatch(['a', 'b', 'c'].map(remove))
    expect(images()).toEqual([null, null, null, '/d.png', '/e.png'])
    expect(batch.changes.map(({ userId }) => userId)).toEqual(['a', 'b', 'c'])
    await answer('b', 'forbidden')
    expect(images()).toEqual([null, '/b.png', null, '/d.png', '/e.png'])
    await answer('a', 'agree')
    await answer('c', 'unavailable')
    expect(words(await batch.results)).toEqual(['a done', 'b forbidden', 'c unavailable'])
    expect(images()).toEqual([null, '/b.png', '/c.png', '/d.png', '/e.png'])
  })

  it('stands still for as long as the server says, and sends what was refused again', async () => {
    const { clock, ledger, sent, remove, images, answer } = setUp(2)
    const batch = ledger.submitBatch(['a', 'b', 'c'].map(remove))
    await answer('a', 'rate-limited', 30)
    await answer('b', 'agree')
    clock.advance(29_999)
    expect([sent, images()]).toEqual([
      ['a', 'b'],
      [null, null, null, '/d.png', '/e.png'],
    ])
    clock.advance(1)
    expect(sent).toEqual(['a', 'b', 'c', 'a'])
    await answer('c', 'agree')
    await answer('a', 'agree')
    expect(words(await batch.results)).toEqual(['a done', 'b done', 'c done'])
  })

  it('waits longer each time where the server does not say how long, and not for ever', async () => {
    const { clock, ledger, sent, remove, answer } = setUp(1)
    const batch = ledger.submitBatch([remove('a')])
    for (const ms of [1000, 2000, 4000, 8000]) {
      await answer('a', 'rate-limited')
      const before = sent.length
      clock.advance(ms - 1)
      expect(sent).toHaveLength(before)
      clock.advance(1)
      expect(sent).toHaveLength(before + 1)
    }
    await answer('a', 'rate-limited')
    expect([words(await batch.results), sent.length]).toEqual([['a rate-limited'], 5])
  })

  it.each<[ErrorCode, number | undefined]>([
    ['unauthenticated', undefined],
    ['rate-limited', 3600],
  ])('stops at %s (%s s): what was not sent never is', async (code, retryAfter) => {
    const { clock, ledger, sent, remove, images, answer } = setUp(2)
    const batch = ledger.submitBatch(ids.map(remove))
    await answer('a', code, retryAfter)
    await answer('b', 'agree')
    expect(words(await batch.results)).toEqual([`a ${code}`, 'b done', 'c not-sent', 'd not-sent', 'e not-sent'])
    expect(images()).toEqual(['/a.png', null, '/c.png', '/d.png', '/e.png'])
    clock.advance(120_000)
    expect(sent).toEqual(['a', 'b'])
  })

  it('goes on after a refusal that is one user’s own', async () => {
    const { ledger, sent, remove, answer } = setUp(1)
    const batch = ledger.submitBatch(['a', 'b'].map(remove))
    await answer('a', 'forbidden')
    await answer('b', 'agree')
    expect([sent, words(await batch.results)]).toEqual([
      ['a', 'b'],
      ['a forbidden', 'b done'],
    ])
  })

  it('leaves other changes alone when it stops', async () => {
    const { ledger, sent, remove, answer } = setUp(1)
    const batch = ledger.submitBatch(['a', 'b'].map(remove))
    ledger.submit([remove('c')])
    await answer('a', 'unauthenticated')
    expect([sent, words(await batch.results)]).toEqual([
      ['a', 'c'],
      ['a unauthenticated', 'b not-sent'],
    ])
  })

  it('can be cancelled: what was sent goes on, the rest comes back', async () => {
    const { ledger, sent, remove, images, answer } = setUp(2)
    const batch = ledger.submitBatch(ids.map(remove))
    batch.cancel()
    expect(images()).toEqual([null, null, '/c.png', '/d.png', '/e.png'])
    await answer('a', 'agree')
    await answer('b', 'agree')
    batch.cancel()
    expect([sent, words(await batch.results)]).toEqual([
      ['a', 'b'],
      ['a done', 'b done', 'c not-sent', 'd not-sent', 'e not-sent'],
    ])
  })

  it('loses a change that waits for the server to a newer one', async () => {
    const { clock, ledger, sent, remove, images, answer } = setUp()
    const batch = ledger.submitBatch([remove('a')])
    ledger.submit([
      { userId: 'a', change: { kind: 'set', imageUrl: '/new.png' }, send: () => Promise.resolve(sent.push('set')) },
    ])
    await answer('a', 'rate-limited', 5)
    expect(words(await batch.results)).toEqual(['a superseded'])
    expect(sent).toEqual(['a'])
    clock.advance(5000)
    await settle()
    expect([sent, images()[0]]).toEqual([['a', 'set'], '/new.png'])
  })

  it('has one change for a user who is in it twice', async () => {
    const { ledger, sent, remove, answer } = setUp()
    const batch = ledger.submitBatch([remove('a'), remove('a')])
    await answer('a', 'agree')
    expect([sent, words(await batch.results)]).toEqual([['a'], ['a done', 'a done']])
  })

  it('is idle in the end, the wait for the server included', async () => {
    const { clock, ledger, remove, answer } = setUp(1)
    const batch = ledger.submitBatch(['a', 'b'].map(remove))
    await answer('a', 'rate-limited', 60)
    batch.cancel()
    await batch.results
    clock.advance(120_000)
    await settle()
    expect([ledger.idle, clock.timers]).toEqual([true, 0])
  })

  it('shows and ends as its changes would one by one', async () => {
    const row = fc.record({ id: fc.constantFrom(...ids), shape: fc.constantFrom('plain', 'nested', 'product') })
    const cache = fc.array(fc.array(row, { maxLength: 6 }), { minLength: 1, maxLength: 5 })
    const change = fc.record({
      userId: fc.constantFrom(...ids),
      kind: fc.constantFrom('remove', 'set'),
      how: fc.constantFrom('agree', 'forbidden'),
    })
    const changes = fc.uniqueArray(change, { selector: ({ userId }) => userId })
    const data = ({ id, shape }: { id: string; shape: string }) =>
      shape === 'plain'
        ? person(id)
        : shape === 'nested'
          ? { member: { person: person(id) } }
          : { id, title: 'A chair', image: `/${id}.png` }
    await fc.assert(
      fc.asyncProperty(cache, changes, async (queries, wanted) => {
        const [all, single] = [setUp(99), setUp(99)]
        for (const { client } of [all, single])
          queries.forEach((rows, at) => client.setQueryData(['rows', at], { rows: rows.map(data) }))
        const intents = ({ remove }: typeof all) =>
          wanted.map(({ userId, kind }) =>
            kind === 'remove'
              ? remove(userId)
              : {
                  ...remove(userId),
                  change: { kind: 'set' as const, imageUrl: `/new-${userId}.png` },
                  send: () => Promise.resolve({}),
                },
          )
        const outcomes = [all.ledger.submitBatch(intents(all)).results]
        outcomes.push(
          Promise.all(intents(single).map((intent) => single.ledger.submitBatch([intent]).results)).then((one) =>
            one.flat(),
          ),
        )
        const look = ({ client }: typeof all) =>
          client
            .getQueryCache()
            .getAll()
            .map((query) => query.state.data)
        expect(look(all)).toEqual(look(single))
        for (const { userId, kind, how } of wanted) {
          for (const panel of kind === 'remove' ? [all, single] : []) await panel.answer(userId, how as 'agree')
        }
        await settle()
        expect(look(all)).toEqual(look(single))
        const [together, alone] = await Promise.all(outcomes)
        expect(words(together!)).toEqual(words(alone!))
      }),
      { numRuns: 300 },
    )
  })
})
