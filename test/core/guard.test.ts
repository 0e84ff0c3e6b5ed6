import { describe, expect, it, vi } from 'vitest'
import type { CallContext, UserImageAdapter } from '../../src/core/adapter.ts'
import { AvatarKitError, type ErrorCode } from '../../src/core/errors.ts'
import { guardAdapter } from '../../src/core/guard.ts'
import { durationOf } from '../support/durationOf.ts'
import { forgedIds } from '../support/forgedIds.ts'
import { wait } from '../support/until.ts'

const bare = { id: 'ada', imageUrl: null, hasImage: false }
const pictured = { id: 'ada', imageUrl: '/ada.png', hasImage: true }
const error = (code: ErrorCode, retryAfter?: number) => new AvatarKitError(code, { retryAfter })
const never = () => new Promise<never>(() => {})
/** Answers one after the other, the last one for ever: a user, or an error to throw. */
const inTurn = (...answers: unknown[]) =>
  vi.fn(async (_userId: string, _context?: CallContext): Promise<any> => {
    const answer = answers.length > 1 ? answers.shift() : answers[0]
    if (answer instanceof Error) throw answer
    return answer
  })
const adapterOf = (removal: UserImageAdapter<any>['deleteUserProfileImage'], user: unknown = bare) => ({
  deleteUserProfileImage: removal,
  getUser: inTurn(user),
})

describe('what an adapter is', () => {
  it('a bare function is one', async () => {
    const removal = inTurn(bare)
    const guard = guardAdapter(removal)
    expect(await guard.deleteUserProfileImage('ada')).toBe(bare)
    expect(guard.getUser).toBeUndefined()
    expect(guard.getUserList).toBeUndefined()
  })

  it.each([undefined, null, {}, 'rest', { getUser: inTurn(bare) }])(
    '%o is none, and the message says what to pass',
    (none) => {
      expect(() => guardAdapter(none as never)).toThrow(
        expect.objectContaining({
          code: 'misconfigured',
          message: expect.stringContaining('restAdapter({ baseUrl })'),
        }),
      )
    },
  )

  it('an instance of a class keeps its `this`', async () => {
    class Provider {
      readonly #users = { ada: bare }
      isUserId(id: string) {
        return id in this.#users
      }
      async deleteUserProfileImage(id: string) {
        return this.#users[id as 'ada']
      }
      async getUser(id: string) {
        return this.#users[id as 'ada']
      }
      async getUserList() {
        return { data: Object.values(this.#users), totalCount: 1 }
      }
    }
    const guard = guardAdapter(new Provider())
    expect(await guard.deleteUserProfileImage('ada')).toBe(bare)
    expect(await guard.getUser!('ada')).toBe(bare)
    expect(await guard.getUserList!({})).toEqual({ data: [bare], totalCount: 1 })
    await expect(guard.getUser!('grace')).rejects.toMatchObject({ code: 'invalid-user-id' })
    const { isUserId } = guard
    expect([isUserId!('ada'), isUserId!('grace')]).toEqual([true, false])
  })

  it('guarding twice is guarding once, with the later options', async () => {
    const removal = inTurn(error('unavailable'))
    await expect(
      guardAdapter(guardAdapter(adapterOf(removal)), { retries: 0 }).deleteUserProfileImage('ada'),
    ).rejects.toMatchObject({ code: 'unavailable' })
    expect(removal).toHaveBeenCalledOnce()
  })

  it('a host that spreads a guarded adapter to wrap a method is not passed by', async () => {
    const inner = guardAdapter(adapterOf(inTurn(pictured)))
    const removal = inTurn(bare)
    expect(await guardAdapter({ ...inner, deleteUserProfileImage: removal }).deleteUserProfileImage('ada')).toBe(bare)
    expect(removal).toHaveBeenCalledOnce()
  })
})

describe('ids', () => {
  it.each(Object.entries(forgedIds))('%s: refused, and nothing is called', async (_, forge) => {
    const raw = adapterOf(inTurn(bare))
    // A rule that lets everything through makes no difference.
    const guard = guardAdapter({ ...raw, isUserId: () => true })
    await expect(guard.deleteUserProfileImage(forge('ada') as string)).rejects.toMatchObject({
      code: 'invalid-user-id',
    })
    await expect(guard.getUser!(forge('ada') as string)).rejects.toMatchObject({ code: 'invalid-user-id' })
    expect(raw.deleteUserProfileImage).not.toHaveBeenCalled()
    expect(raw.getUser).not.toHaveBeenCalled()
  })

  it.each([
    'ada',
    '42',
    'user_2abc',
    'auth0|64f0',
    'google-oauth2|1',
    'ada@people.test',
    'urn:people:7',
    '6f9619ff-8b86-d011-b42d-00cf4fc964ff',
    'x'.repeat(255),
  ])('%s: passed on as it is', async (id) => {
    const removal = inTurn({ ...bare, id })
    await guardAdapter(removal).deleteUserProfileImage(id)
    expect(removal.mock.calls[0]![0]).toBe(id)
  })

  it('the message is short and on one line, however long the id', async () => {
    const failure: AvatarKitError = await guardAdapter(inTurn(bare))
      .deleteUserProfileImage(`${'x'.repeat(5000)}\r\n`)
      .catch((reason) => reason)
    expect(failure.message.length).toBeLessThan(250)
    expect(failure.message).not.toMatch(/[\r\n]/)
  })
})

describe('the deadline', () => {
  it('ends a removal that is never answered, a third of the time being kept for the look-up', async () => {
    const raw = adapterOf(vi.fn(never), pictured)
    const guard = guardAdapter(raw, { deadlineMs: 150 })
    await expect(guard.deleteUserProfileImage('ada')).rejects.toMatchObject({ code: 'time-out', userId: 'ada' })
    expect(raw.getUser).toHaveBeenCalledOnce()
  })

  it('holds for removal and look-up together', async () => {
    const guard = guardAdapter({ deleteUserProfileImage: never, getUser: never }, { deadlineMs: 150 })
    const removal = guard.deleteUserProfileImage('ada')
    await expect(removal).rejects.toMatchObject({ code: 'unknown-outcome' })
    expect(await durationOf(() => guard.deleteUserProfileImage('ada'))).toBe(150)
  })

  it('holds for all tries together', async () => {
    const removal = vi.fn(async () => {
      await wait(60)
      throw error('unavailable')
    })
    const guard = guardAdapter(removal, { deadlineMs: 150, retries: 50, random: () => 0 })
    expect(await durationOf(() => guard.deleteUserProfileImage('ada'))).toBeLessThanOrEqual(150)
  })

  it('is success where the look-up finds the image gone', async () => {
    expect(await guardAdapter(adapterOf(never, bare), { deadlineMs: 60 }).deleteUserProfileImage('ada')).toBe(bare)
  })

  it('tells the adapter to stop', async () => {
    let signal: AbortSignal | undefined
    const removal = (_: string, context?: CallContext) => {
      signal = context?.signal
      return never()
    }
    await guardAdapter(removal, { deadlineMs: 30 })
      .deleteUserProfileImage('ada')
      .catch(() => {})
    expect(signal?.aborted).toBe(true)
  })

  it('holds for reads', async () => {
    const guard = guardAdapter({ ...adapterOf(never), getUser: never, getUserList: never }, { deadlineMs: 30 })
    await expect(guard.getUser!('ada')).rejects.toMatchObject({ code: 'time-out' })
    await expect(guard.getUserList!({})).rejects.toMatchObject({ code: 'time-out' })
  })
})

describe('trying again', () => {
  it('after unavailable, with a growing pause', async () => {
    const removal = inTurn(error('unavailable'), error('unavailable'), bare)
    const guard = guardAdapter(removal, { random: () => 0 })
    expect(await durationOf(() => guard.deleteUserProfileImage('ada'))).toBe(125 + 250)
    expect(removal).toHaveBeenCalledTimes(3)
  })

  it('after rate-limited, as late as was asked for', async () => {
    const removal = inTurn(error('rate-limited', 0.3), bare)
    const guard = guardAdapter(removal, { random: () => 0 })
    expect(await durationOf(() => guard.deleteUserProfileImage('ada'))).toBe(300)
    expect(removal).toHaveBeenCalledTimes(2)
  })

  it.each([
    [45, 10_000],
    [61, 600_000],
    [1e9, 600_000],
  ])(
    'not where %i s are asked for and the deadline is %i ms: the time is told at once',
    async (retryAfter, deadlineMs) => {
      const removal = inTurn(error('rate-limited', retryAfter))
      const call = guardAdapter(removal, { deadlineMs }).deleteUserProfileImage('ada')
      await expect(call).rejects.toMatchObject({ code: 'rate-limited', retryAfter, userId: 'ada' })
      expect(removal).toHaveBeenCalledOnce()
    },
  )

  it.each([-5, 0])('at once where %i s are asked for', async (retryAfter) => {
    const removal = inTurn(error('rate-limited', retryAfter), bare)
    const guard = guardAdapter(removal, { random: () => 0 })
    expect(await durationOf(() => guard.deleteUserProfileImage('ada'))).toBe(0)
    expect(removal).toHaveBeenCalledTimes(2)
  })

  it.each([
    'forbidden',
    'unauthenticated',
    'misconfigured',
    'unexpected',
    'invalid-image',
    'time-out',
    'unknown-outcome',
    'user-not-found',
  ] as const)('not after %s', async (code) => {
    const removal = inTurn(error(code))
    await guardAdapter(adapterOf(removal, pictured), { deadlineMs: 200 })
      .deleteUserProfileImage('ada')
      .catch(() => {})
    expect(removal).toHaveBeenCalledOnce()
  })

  it('not while it waits and the caller goes away', async () => {
    const removal = inTurn(error('rate-limited', 5), bare)
    const controller = new AbortController()
    setTimeout(() => controller.abort(), 20)
    await expect(
      guardAdapter(removal).deleteUserProfileImage('ada', { signal: controller.signal }),
    ).rejects.toMatchObject({ code: 'aborted' })
    expect(removal).toHaveBeenCalledOnce()
  })
})

describe('a caller who goes away', () => {
  it('before: nothing is called', async () => {
    const removal = inTurn(bare)
    await expect(
      guardAdapter(removal).deleteUserProfileImage('ada', { signal: AbortSignal.abort() }),
    ).rejects.toMatchObject({ code: 'aborted' })
    expect(removal).not.toHaveBeenCalled()
  })

  it.each([
    [bare, undefined],
    [pictured, 'unavailable'],
  ])('during: the outcome is looked up all the same', async (user, code) => {
    const controller = new AbortController()
    setTimeout(() => controller.abort(), 10)
    const call = guardAdapter(adapterOf(never, user)).deleteUserProfileImage('ada', { signal: controller.signal })
    if (code) await expect(call).rejects.toMatchObject({ code })
    else expect(await call).toBe(bare)
  })
})

describe('what became of it', () => {
  it.each<[string, unknown, unknown, ErrorCode | undefined]>([
    ['anything thrown, gone', new Error('socket hang up'), bare, undefined],
    ['anything thrown, still there', new Error('socket hang up'), pictured, 'unavailable'],
    ['anything thrown, and the look-up fails', new Error('socket hang up'), new Error('again'), 'unknown-outcome'],
    [
      'anything thrown, and the look-up finds another user',
      new Error('socket hang up'),
      { ...bare, id: 'grace' },
      'unknown-outcome',
    ],
    [
      'anything thrown, and there is no such user',
      new Error('socket hang up'),
      error('user-not-found'),
      'user-not-found',
    ],
    ['nothing to remove', error('user-not-found'), bare, undefined],
    ['"not found", still there', error('user-not-found'), pictured, 'unexpected'],
    ['no such user', error('user-not-found'), error('user-not-found'), 'user-not-found'],
    ['still there after a time-out', error('time-out'), pictured, 'time-out'],
  ])('%s', async (_, thrown, user, code) => {
    const raw = adapterOf(inTurn(thrown), user)
    const onVerifying = vi.fn()
    const call = guardAdapter(raw).deleteUserProfileImage('ada', { onVerifying })
    if (code) await expect(call).rejects.toMatchObject({ name: 'AvatarKitError', code, userId: 'ada' })
    else expect(await call).toBe(bare)
    expect(onVerifying).toHaveBeenCalledOnce()
    expect(raw.getUser).toHaveBeenCalledOnce()
  })

  it('a throw that is not asynchronous is a failure like any other', async () => {
    const removal = () => {
      throw new Error('at once')
    }
    await expect(guardAdapter(removal).deleteUserProfileImage('ada')).rejects.toMatchObject({ code: 'unknown-outcome' })
  })

  it.each(['unknown-outcome', 'time-out', 'user-not-found'] as const)(
    '%s that was looked up already is not looked up again',
    async (code) => {
      const raw = adapterOf(inTurn(new AvatarKitError(code, { settled: true })))
      const onVerifying = vi.fn()
      await expect(guardAdapter(raw).deleteUserProfileImage('ada', { onVerifying })).rejects.toMatchObject({
        code,
        settled: true,
        userId: 'ada',
      })
      expect(raw.getUser).not.toHaveBeenCalled()
      expect(onVerifying).not.toHaveBeenCalled()
    },
  )

  it('stays unknown where nobody can be asked', async () => {
    await expect(guardAdapter(inTurn(new Error('reset'))).deleteUserProfileImage('ada')).rejects.toMatchObject({
      code: 'unknown-outcome',
    })
    await expect(guardAdapter(inTurn(error('user-not-found'))).deleteUserProfileImage('ada')).rejects.toMatchObject({
      code: 'user-not-found',
    })
  })

  it('a read’s outcome is never unknown', async () => {
    const getUserList = vi.fn(async () => ({ data: 'none' }) as never)
    const guard = guardAdapter({ ...adapterOf(inTurn(bare), '<html>'), getUserList })
    await expect(guard.getUser!('ada')).rejects.toMatchObject({ code: 'unavailable' })
    await expect(guard.getUserList!({})).rejects.toMatchObject({ code: 'unavailable' })
  })

  it('passes the context on, with a signal of its own', async () => {
    const removal = inTurn(bare)
    const headers = new Headers({ cookie: 'x' })
    await guardAdapter(removal).deleteUserProfileImage('ada', { headers, reason: 'spam', idempotencyKey: 'k' })
    expect(removal.mock.calls[0]![1]).toMatchObject({
      headers,
      reason: 'spam',
      idempotencyKey: 'k',
      signal: expect.any(AbortSignal),
    })
  })

  it('a wrapper that copies the context, and a guard around another, still have a signal that ends with the time', async () => {
    const signals: (AbortSignal | undefined)[] = []
    const inner = guardAdapter({
      deleteUserProfileImage: (_userId, context) => {
        signals.push(context?.signal)
        return never()
      },
    })
    const outer = guardAdapter(
      {
        deleteUserProfileImage(userId, context) {
          const copy = { ...context, note: 'copied' }
          signals.push(copy.signal)
          return inner.deleteUserProfileImage(userId, copy)
        },
      },
      { deadlineMs: 30, retries: 0 },
    )
    await expect(outer.deleteUserProfileImage('ada')).rejects.toMatchObject({ code: 'time-out' })
    expect(signals.map((signal) => signal?.aborted)).toEqual([true, true])
    expect(signals[0]).not.toBe(signals[1])
  })

  it('reads users through the adapter’s own fields', async () => {
    const { commonFields } = await import('../../src/core/commonFields.ts')
    const fields = {
      ...commonFields,
      toUser: (user: { key: string; pic: string | null }) => commonFields.toUser({ id: user.key, imageUrl: user.pic }),
    }
    expect(
      await guardAdapter({
        fields,
        deleteUserProfileImage: async () => ({ key: 'ada', pic: null }),
      }).deleteUserProfileImage('ada'),
    ).toEqual({ key: 'ada', pic: null })
  })
})
