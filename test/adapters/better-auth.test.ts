import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type BetterAuthLike, betterAuthAdapter } from '../../src/adapters/better-auth.ts'
import { startBetterAuth } from '../support/betterAuth.ts'
import { crowd } from '../support/conformance.ts'

let running: Awaited<ReturnType<typeof startBetterAuth>>
beforeAll(async () => {
  running = await startBetterAuth()
})
beforeEach(async () => {
  await (await running.auth.$context).internalAdapter.updateUser(running.ids.ada, { image: crowd.ada.imageUrl })
})

const remove = (headers?: Headers, auth: BetterAuthLike = running.auth) =>
  betterAuthAdapter(auth).deleteUserProfileImage(running.ids.ada, { headers })
const failing = (error: unknown): BetterAuthLike => ({
  api: {
    adminUpdateUser: () => Promise.reject(error),
    getUser: (request) => running.auth.api.getUser(request),
    listUsers: () => Promise.reject(error),
  },
})

describe('Better Auth in process', () => {
  it.each([
    ['without the caller’s headers', () => undefined, 'misconfigured'],
    ['without a session', () => new Headers(), 'unauthenticated'],
    [
      'with a forged session',
      () => new Headers({ cookie: 'better-auth.session_token=forged.forged' }),
      'unauthenticated',
    ],
    ['with the session of somebody who may not', () => running.visitorHeaders, 'forbidden'],
  ])('%s: refused', async (_, headers, code) => {
    await expect(remove(headers())).rejects.toMatchObject({ code, userId: running.ids.ada })
    await expect(betterAuthAdapter(running.auth).getUserList!({}, { headers: headers() })).rejects.toMatchObject({
      code,
    })
    expect(await running.imageOf(running.ids.ada)).toBe(crowd.ada.imageUrl)
  })

  it('says how to pass the session', async () => {
    await expect(remove()).rejects.toThrow('Pass `{ headers }` of the request')
  })

  it('changes the image and nothing else', async () => {
    const { internalAdapter } = await running.auth.$context
    const before = await internalAdapter.findUserById(running.ids.ada)
    await remove(running.headers)
    const after = await internalAdapter.findUserById(running.ids.ada)
    expect(after).toEqual({ ...before, image: null, updatedAt: after!.updatedAt })
  })

  it('lays searches by name and by address together, page by page', async () => {
    const adapter = betterAuthAdapter(running.auth)
    const find = async (limit: number, offset: number) => {
      const { data, totalCount } = await adapter.getUserList!(
        { query: 'Hopper', limit, offset },
        { headers: running.headers },
      )
      return { ids: data.map(({ id }) => id), totalCount }
    }
    const { ids } = await find(20, 0)
    expect(ids.toSorted()).toEqual([running.ids.grace, running.ids.plain].toSorted())
    expect(await find(1, 0)).toEqual({ ids: [ids[0]], totalCount: 2 })
    expect(await find(1, 1)).toEqual({ ids: [ids[1]], totalCount: 2 })
    expect(await find(1, 2)).toEqual({ ids: [], totalCount: 2 })
  })

  it('reads no more than a server can hold, whatever page is asked for', async () => {
    const limits: unknown[] = []
    const find = (total: number) => {
      const listUsers = async ({ query }: { query: Record<string, unknown> }) => (
        limits.push(query.limit), { users: [], total }
      )
      const { getUserList } = betterAuthAdapter({ api: { ...running.auth.api, listUsers } as never })
      return getUserList!({ query: 'e', offset: 999_999_999 }, { headers: running.headers })
    }
    await expect(find(1_000_000)).rejects.toMatchObject({
      code: 'unexpected',
      message: expect.stringContaining('Search for less'),
    })
    // Beyond the end there is nobody.
    expect(await find(3)).toEqual({ data: [], totalCount: 3 })
    expect(Math.max(...(limits as number[]))).toBe(5000)
  })

  it('counts somebody who is found both ways once', async () => {
    const { data, totalCount } = await betterAuthAdapter(running.auth).getUserList!(
      { query: 'visitor' },
      { headers: running.headers },
    )
    expect(data.map(({ emailAddress }) => emailAddress)).toEqual(['visitor@panel.test'])
    expect(totalCount).toBe(1)
  })

  it.each([
    [{ statusCode: 401 }, 'unauthenticated'],
    [{ statusCode: 403 }, 'forbidden'],
    [{ statusCode: 429 }, 'rate-limited'],
    [{ statusCode: 400 }, 'unexpected'],
    [{ statusCode: 500 }, 'unavailable'],
    [new Error('cookie=canary'), 'unavailable'],
    ['canary', 'unavailable'],
    [undefined, 'unavailable'],
  ])('a failure such as %o: %s, redacted', async (failure, code) => {
    const auth = failing(failure)
    const error: unknown = await betterAuthAdapter(auth, { policy: { retries: 0 } })
      .deleteUserProfileImage(running.ids.ada, { headers: running.headers })
      .catch((reason: unknown) => reason)
    expect(error).toMatchObject({ name: 'AvatarKitError', code })
    expect(JSON.stringify(error) + (error as Error).message).not.toContain('canary')
  })

  it.each([undefined, {}, { api: {} }])('without the admin plugin (%o): says so at once', (none) => {
    expect(() => betterAuthAdapter(none as never)).toThrow(
      expect.objectContaining({ code: 'misconfigured', message: expect.stringContaining('admin plugin') }),
    )
  })
})
