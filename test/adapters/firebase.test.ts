import { beforeEach, describe, expect, it, vi } from 'vitest'
import { type FirebaseAdapterOptions, firebaseAdapter } from '../../src/adapters/firebase.ts'
import { crowd } from '../support/conformance.ts'
import {
  FirebaseFailure,
  firebaseRecord,
  internalError,
  networkError,
  startFirebaseDouble,
  unreadable,
} from '../support/firebaseDouble.ts'
import { wait } from '../support/until.ts'

let double: ReturnType<typeof startFirebaseDouble>
beforeEach(() => {
  double = startFirebaseDouble()
})

const adapt = (options?: FirebaseAdapterOptions) => firebaseAdapter(double.auth, { policy: { retries: 0 }, ...options })
const remove = (options?: FirebaseAdapterOptions) => adapt(options).deleteUserProfileImage(double.ids.ada)
const failing = (error: unknown) => {
  vi.spyOn(double.auth, 'updateUser').mockRejectedValue(error)
  vi.spyOn(double.auth, 'listUsers').mockRejectedValue(error)
}

describe('Firebase through firebase-admin', () => {
  it('takes the address away and nothing else', async () => {
    const update = vi.spyOn(double.auth, 'updateUser')
    const before = double.records.get(double.ids.ada)!
    await remove()
    expect(update.mock.calls).toEqual([[double.ids.ada, { photoURL: null }]])
    expect(double.records.get(double.ids.ada)).toEqual({ ...before, photoURL: undefined })
  })

  it('leaves claims, hashes, telephone numbers and what the providers brought behind', async () => {
    const adapter = adapt({ listUpTo: 10 })
    for (const reply of [await adapter.getUser!(double.ids.grace), await remove(), await adapter.getUserList!({})])
      expect(JSON.stringify(reply)).not.toContain('canary')
  })

  it('tells when somebody came, was last there, and whether they are disabled', async () => {
    const [creationTime, lastSignInTime, lastRefreshTime] = [
      'Tue, 14 Nov 2023 22:13:20 GMT',
      'Wed, 15 Nov 2023 08:00:00 GMT',
      'Thu, 16 Nov 2023 09:00:00 GMT',
    ]
    double.records.set(
      'one',
      firebaseRecord('one', 0, { disabled: true, metadata: { creationTime, lastSignInTime, lastRefreshTime } }),
    )
    double.records.set(
      'two',
      firebaseRecord('two', 0, { metadata: { creationTime, lastSignInTime, lastRefreshTime: null } }),
    )
    double.records.set(
      'three',
      firebaseRecord('three', 0, {
        metadata: { creationTime: 'Invalid Date', lastSignInTime: null, lastRefreshTime: null },
      }),
    )
    const { getUser } = adapt()
    expect(await getUser!('one')).toMatchObject({
      banned: true,
      createdAt: Date.parse(creationTime),
      lastActiveAt: Date.parse(lastRefreshTime),
      updatedAt: null,
    })
    expect(await getUser!('two')).toMatchObject({ banned: false, lastActiveAt: Date.parse(lastSignInTime) })
    expect(await getUser!('three')).toMatchObject({ createdAt: null, lastActiveAt: null })
  })

  it.each([
    ['x'.repeat(128), 'user-not-found'],
    ['x'.repeat(129), 'invalid-user-id'],
    // Firebase would take it. The kit does not: `isSafeUserId`.
    ['ada+lovelace', 'invalid-user-id'],
  ])('%s: %s', async (uid, code) => {
    await expect(adapt().deleteUserProfileImage(uid)).rejects.toMatchObject({ code })
    if (code === 'invalid-user-id') expect(double.counts().all).toBe(0)
  })

  it.each([
    ['no such permission', new FirebaseFailure('auth/insufficient-permission', 'sk-canary'), 'misconfigured'],
    ['no access token', new FirebaseFailure('app/invalid-credential', 'invalid_grant canary'), 'misconfigured'],
    ['another tenant’s', new FirebaseFailure('auth/mismatching-tenant-id'), 'misconfigured'],
    [
      'a 403 without a name',
      internalError(403, 'Caller does not have required permission to use project canary.'),
      'misconfigured',
    ],
    ['a 401 without a name', internalError(401, 'Request had invalid authentication credentials.'), 'misconfigured'],
    ['a 403 that is a page', unreadable(403, '<!doctype html>\n<p>canary</p>'), 'misconfigured'],
    [
      'a 403 as version 14 tells of it',
      new FirebaseFailure('auth/internal-error', 'canary', { status: 403 }),
      'misconfigured',
    ],
    ['the quota', new FirebaseFailure('auth/quota-exceeded', 'canary'), 'rate-limited'],
    ['a 429 without a name', internalError(429, "Quota exceeded for quota metric 'canary'"), 'rate-limited'],
    [
      'a 429 as version 14 tells of it',
      new FirebaseFailure('auth/internal-error', 'canary', { status: 429 }),
      'rate-limited',
    ],
    ['another refusal', new FirebaseFailure('auth/operation-not-allowed', 'canary'), 'unexpected'],
    ['a 400 without a name', internalError(400, 'SOMETHING_NEW_canary'), 'unexpected'],
    ['the id', new FirebaseFailure('auth/invalid-uid', 'canary'), 'invalid-user-id'],
  ])('%s: told without a look-up, and redacted', async (_, failure, code) => {
    failing(failure)
    const error: unknown = await remove().catch((reason: unknown) => reason)
    expect(error).toMatchObject({ name: 'AvatarKitError', code, userId: double.ids.ada })
    expect(JSON.stringify(error) + (error as Error).message + (error as Error).stack).not.toContain('canary')
    expect(double.counts().all).toBe(0)
    await expect(adapt({ listUpTo: 10 }).getUserList!({})).rejects.toMatchObject({ code })
  })

  it.each([
    ['a reset', networkError()],
    ['a name that leads nowhere', networkError('ENOTFOUND')],
    ['the SDK’s own time-out', new FirebaseFailure('app/network-timeout')],
    ['a 500', internalError(500, 'INTERNAL')],
    ['a 503', internalError(503, 'UNAVAILABLE')],
    ['a page with 502', unreadable(502)],
    ['a page with 200', unreadable(200)],
    ['a 502 as version 14 tells of it', new FirebaseFailure('app/unable-to-parse-response', 'x', { status: 502 })],
    ['an error without a status', new FirebaseFailure('auth/internal-error')],
    // Said of an answer such as {}, too.
    ['a user who is not found, and is there', new FirebaseFailure('auth/user-not-found')],
    ['anything else', new TypeError('Cannot read properties of null')],
    ['nothing', undefined],
  ])('%s: looked up', async (_, failure) => {
    failing(failure)
    await expect(remove()).rejects.toMatchObject({ code: 'unavailable', userId: double.ids.ada })
    expect(double.counts().all).toBe(1)
    double.records.get(double.ids.ada)!.photoURL = undefined
    expect(await remove()).toMatchObject({ id: double.ids.ada, hasImage: false })
    double.records.delete(double.ids.ada)
    await expect(remove()).rejects.toMatchObject({ code: 'user-not-found' })
  })

  it.each([undefined, {}, { updateCurrentUser: () => {} }])('no firebase-admin (%o): says so at once', (none) => {
    expect(() => firebaseAdapter(none as never)).toThrow(
      expect.objectContaining({ code: 'misconfigured', message: expect.stringContaining('firebase-admin/auth') }),
    )
  })
})

describe('a list of Firebase’s users', () => {
  it('there is none where nobody asked for it', () => {
    expect(adapt().getUserList).toBeUndefined()
  })

  it('reads every page, newest first', async () => {
    for (let index = 0; index < 2500; index++)
      double.records.set(
        `n${index}`,
        firebaseRecord(`n${index}`, 10 + index, { displayName: `Number ${index}`, email: `n${index}@many.test` }),
      )
    const { getUserList } = adapt({ listUpTo: 2503 })
    const { data, totalCount } = await getUserList!({ limit: 2 })
    expect([data.map(({ id }) => id), totalCount]).toEqual([['n2499', 'n2498'], 2503])
    expect(double.counts().all).toBe(3)
    expect((await getUserList!({ query: 'NUMBER 1234' })).data.map(({ id }) => id)).toEqual(['n1234'])
    expect(await getUserList!({ query: 'many.test', limit: 1, offset: 2499 })).toMatchObject({
      data: [{ id: 'n0' }],
      totalCount: 2500,
    })
  })

  it('says what to do where there are more users than were allowed for', async () => {
    await expect(adapt({ listUpTo: 2 }).getUserList!({ limit: 1 })).rejects.toMatchObject({
      code: 'misconfigured',
      message: expect.stringContaining('more than 2 users'),
    })
    expect((await adapt({ listUpTo: 3 }).getUserList!({ limit: 1 })).totalCount).toBe(3)
  })

  it('stops reading once nobody waits any more', async () => {
    vi.spyOn(double.auth, 'listUsers').mockImplementation(
      () => new Promise((resolve) => setTimeout(resolve, 20, { users: [], pageToken: 'and so on' })),
    )
    await expect(adapt({ listUpTo: 10, policy: { deadlineMs: 100 } }).getUserList!({})).rejects.toMatchObject({
      code: 'time-out',
    })
    const asked = vi.mocked(double.auth.listUsers).mock.calls.length
    await wait(100)
    expect(vi.mocked(double.auth.listUsers).mock.calls.length).toBeLessThanOrEqual(asked + 1)
  })

  it('a list that is none: unavailable', async () => {
    vi.spyOn(double.auth, 'listUsers').mockResolvedValue({} as never)
    await expect(adapt({ listUpTo: 10 }).getUserList!({})).rejects.toMatchObject({ code: 'unavailable' })
  })
})

describe('a picture in a bucket of one’s own', () => {
  it('goes first, so that a try that ends half-way can be finished', async () => {
    const steps: string[] = []
    const removeStored = vi.fn(async () => void steps.push('file'))
    vi.spyOn(double.auth, 'updateUser').mockRejectedValueOnce(networkError())
    await expect(remove({ removeStored })).rejects.toMatchObject({ code: 'unavailable' })
    expect(double.records.get(double.ids.ada)!.photoURL).toBe(crowd.ada.imageUrl)
    expect(await remove({ removeStored })).toMatchObject({ hasImage: false })
    expect(removeStored.mock.calls).toEqual(Array(2).fill([double.ids.ada, crowd.ada.imageUrl]))
  })

  it('keeps its address where the file could not be deleted', async () => {
    const removeStored = vi.fn(() => Promise.reject(new Error('The bucket is away: canary')))
    const error: unknown = await remove({ removeStored }).catch((reason: unknown) => reason)
    expect(error).toMatchObject({ code: 'unavailable', userId: double.ids.ada })
    expect(JSON.stringify(error) + (error as Error).message).not.toContain('canary')
    expect(double.counts().changes).toBe(0)
  })

  it('is not asked for where there is none, or nobody', async () => {
    const removeStored = vi.fn(async () => {})
    expect(await adapt({ removeStored }).deleteUserProfileImage(double.ids.plain)).toMatchObject({ hasImage: false })
    await expect(adapt({ removeStored }).deleteUserProfileImage(double.ids.absent)).rejects.toMatchObject({
      code: 'user-not-found',
    })
    expect(removeStored).not.toHaveBeenCalled()
    expect(double.counts().changes).toBe(0)
  })

  it('sends nothing more once the time is up', async () => {
    const removeStored = () => wait(150)
    await expect(remove({ removeStored, policy: { deadlineMs: 90 } })).rejects.toMatchObject({ code: 'time-out' })
    await wait(200)
    expect(double.counts().changes).toBe(0)
  })
})
