import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { actionsAdapter } from '../../src/adapters/actions.ts'
import { memoryAdapter } from '../../src/adapters/memory.ts'
import { restAdapter } from '../../src/adapters/rest.ts'
import type { BulkResult, CallContext } from '../../src/core/adapter.ts'
import { AvatarKitError } from '../../src/core/errors.ts'
import { guardAdapter } from '../../src/core/guard.ts'
import { jsonLines } from '../../src/core/jsonLines.ts'
import { bulkRemoval, createUserImageActions, createUserImageHandler } from '../../src/server/index.ts'
import { forgedIds } from '../support/forgedIds.ts'
import { wait } from '../support/until.ts'

const ids = Array.from({ length: 30 }, (_, index) => `user_${index + 1}`)
const people = ids.map((id) => ({ id, firstName: 'Ada', imageUrl: `https://images.test/${id}.png` }))
const removals: string[] = []
/** The provider behind the server; slow enough to be interrupted. */
const provider = (fail: (id: string) => AvatarKitError | undefined = () => undefined) => {
  removals.length = 0
  const memory = memoryAdapter(people)
  return {
    getUser: memory.getUser!,
    async deleteUserProfileImage(id: string) {
      const failure = fail(id)
      if (failure) throw failure
      removals.push(id)
      await wait(3)
      return memory.deleteUserProfileImage(id)
    },
  }
}
const options = (adapter = provider()) => ({
  adapter,
  authorize: () => ({ id: 'admin' }),
  bulk: bulkRemoval({ concurrency: 2 }),
})

let server: Server | undefined
afterEach(
  () => new Promise((resolve) => (server ? (server.close(resolve), server.closeAllConnections()) : resolve(undefined))),
)

/** The kit's handler on a real server; `spoil` may break what it answers. */
async function serve(given = options(), spoil: (response: ServerResponse, turn: number) => void = () => {}) {
  const answer = getRequestListener(createUserImageHandler({ ...given, basePath: '/api' }), {
    overrideGlobalObjects: false,
  })
  let turn = 0
  server = createServer((request, response) => {
    spoil(response, turn++)
    if (!response.destroyed) void answer(request, response)
  })
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve))
  const baseUrl = `http://127.0.0.1:${(server!.address() as AddressInfo).port}/api`
  return { adapter: restAdapter({ baseUrl, bulk: true }), turns: () => turn }
}

async function results(run: AsyncIterable<BulkResult>): Promise<string[]> {
  const told: string[] = []
  for await (const result of run)
    told.push(
      `${result.userId} ${result.status === 'done' ? `done ${result.user.hasImage}` : `${result.status} ${result.error.code}`}`,
    )
  return told.sort()
}
const allDone = ids.map((id) => `${id} done false`).sort()

describe('over HTTP', () => {
  test('every result, and each user once', async () => {
    const { adapter, turns } = await serve()
    expect(await results(adapter.deleteUserProfileImages!([...ids, ...ids]))).toEqual(allDone)
    expect([[...removals].sort(), turns()]).toEqual([[...ids].sort(), 1])
  })

  test.each([0, 1, 400, 1500, 4000])(
    'a connection that is cut after %i bytes: taken up again, nothing done twice, nobody lost',
    async (bytes) => {
      const { adapter, turns } = await serve(options(), (response, turn) => {
        if (turn > 0) return
        let left = bytes
        const write = response.write.bind(response)
        response.write = ((chunk: Uint8Array, ...more: never[]) => {
          if ((left -= chunk.byteLength) < 0) return response.destroy(), false
          return write(chunk, ...more)
        }) as typeof response.write
      })
      expect(await results(adapter.deleteUserProfileImages!(ids))).toEqual(allDone)
      expect([[...removals].sort(), turns()]).toEqual([[...ids].sort(), 2])
    },
  )

  test('where no answer ever comes: the outcome of each is unknown, after some tries', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const lost = vi.fn(() => Promise.reject(new TypeError('fetch failed')))
    const adapter = restAdapter({ baseUrl: 'http://127.0.0.1/api', bulk: true, fetch: lost })
    const told = results(adapter.deleteUserProfileImages!(['user_1', 'user_2']))
    await vi.runAllTimersAsync()
    vi.useRealTimers()
    expect(await told).toEqual(['user_1 failed unknown-outcome', 'user_2 failed unknown-outcome'])
    expect(lost).toHaveBeenCalledTimes(5)
    const keys = lost.mock.calls.map((call) =>
      ((call as unknown[])[1] as { headers: Headers }).headers.get('idempotency-key'),
    )
    expect([new Set(keys).size, keys[0]]).toEqual([1, expect.stringMatching(/^[0-9a-f]{32}$/)])
  })

  test('called off: what was sent is told, the rest is not sent', async () => {
    const { adapter } = await serve()
    const controller = new AbortController()
    const told: BulkResult[] = []
    for await (const result of adapter.deleteUserProfileImages!(ids, { signal: controller.signal })) {
      told.push(result)
      if (told.length === 5) controller.abort()
    }
    const done = told.filter(({ status }) => status === 'done').map(({ userId }) => userId)
    expect([...done].sort()).toEqual([...removals].sort())
    expect(told).toHaveLength(30)
    expect(
      new Set(
        told
          .filter(({ status }) => status !== 'done')
          .map((result) => `${result.status} ${(result as { error: AvatarKitError }).error.code}`),
      ),
    ).toEqual(new Set(['not-sent aborted']))
    expect(done.length).toBeLessThan(15)
  })

  test('called off before it began: nothing is sent', async () => {
    const { adapter, turns } = await serve()
    await expect(results(adapter.deleteUserProfileImages!(ids, { signal: AbortSignal.abort() }))).rejects.toMatchObject(
      { code: 'aborted' },
    )
    expect(turns()).toBe(0)
  })

  test('a pause is told with its seconds', async () => {
    let refused = false
    const onPaused = vi.fn()
    const { adapter } = await serve(
      options(
        provider((id) =>
          id === 'user_3' && !refused
            ? ((refused = true), new AvatarKitError('rate-limited', { retryAfter: 0.2 }))
            : undefined,
        ),
      ),
    )
    expect(await results(adapter.deleteUserProfileImages!(ids, { onPaused }))).toEqual(allDone)
    expect(onPaused.mock.calls).toEqual([[0.2]])
  })

  test('one that fails is told apart', async () => {
    const { adapter } = await serve(
      options(provider((id) => (id === 'user_7' ? new AvatarKitError('forbidden') : undefined))),
    )
    expect(
      (await results(adapter.deleteUserProfileImages!(ids))).filter((line) => !line.endsWith('done false')),
    ).toEqual(['user_7 failed forbidden'])
  })

  test.each<[string, object, string]>([
    ['a denial', { authorize: () => undefined }, 'unauthenticated'],
    ['a server without bulk', { bulk: undefined }, 'unexpected'],
    ['too many', { bulk: bulkRemoval({ max: 3 }) }, 'too-large'],
  ])('%s is thrown, and nothing was sent', async (_, more, code) => {
    const { adapter, turns } = await serve({ ...options(), ...more })
    await expect(results(adapter.deleteUserProfileImages!(ids))).rejects.toMatchObject({ code })
    expect([removals, turns()]).toEqual([[], 1])
  })

  test('one that may not be touched refuses all, and is named', async () => {
    const authorize = ({ userId }: { userId?: string }) => {
      if (userId === 'user_7') throw new AvatarKitError('forbidden')
      return { id: 'admin' }
    }
    const { adapter } = await serve({ ...options(), authorize: authorize as never })
    await expect(results(adapter.deleteUserProfileImages!(ids))).rejects.toMatchObject({
      code: 'forbidden',
      userId: 'user_7',
    })
    expect(removals).toEqual([])
  })

  test('what answers in another way is not set up for it', async () => {
    const adapter = restAdapter({
      baseUrl: 'http://127.0.0.1/api',
      bulk: true,
      fetch: async () => Response.json({ ok: true }),
    })
    await expect(results(adapter.deleteUserProfileImages!(ids))).rejects.toMatchObject({
      code: 'misconfigured',
      message: expect.stringContaining('bulkRemoval()'),
    })
  })

  test('without `bulk` there is no such capability', () => {
    expect(restAdapter({ baseUrl: '/api' }).deleteUserProfileImages).toBeUndefined()
  })
})

describe('over server actions', () => {
  const make = (given = options()) => {
    const headers = new Headers({ host: 'panel.test', origin: 'https://panel.test', cookie: 'session=admin' })
    return createUserImageActions({ ...given, getHeaders: () => headers })
  }

  test('every result, some at a time', async () => {
    const actions = make()
    const call = vi.spyOn(actions, 'deleteUserProfileImages')
    expect(await results(actionsAdapter(actions).deleteUserProfileImages!(ids))).toEqual(allDone)
    expect(call.mock.calls.map(([part]) => part.length)).toEqual([20, 10])
  })

  test('an answer that is lost: the same call again, and nothing done twice', async () => {
    const actions = make()
    let lost = 0
    const wire = {
      ...actions,
      async deleteUserProfileImages(...args: Parameters<typeof actions.deleteUserProfileImages>) {
        const result = await actions.deleteUserProfileImages(...args)
        if (lost++ === 0) throw new TypeError('fetch failed')
        return result
      },
    }
    expect(await results(actionsAdapter(wire).deleteUserProfileImages!(ids))).toEqual(allDone)
    expect([...removals].sort()).toEqual([...ids].sort())
  })

  test('called off: what was sent ends, the next part is not sent', async () => {
    const controller = new AbortController()
    const told: string[] = []
    for await (const { userId, status } of actionsAdapter(make()).deleteUserProfileImages!(ids, {
      signal: controller.signal,
    })) {
      told.push(`${userId} ${status}`)
      controller.abort()
    }
    expect([told.filter((line) => line.endsWith(' done')).length, removals.length, told.length]).toEqual([20, 20, 30])
  })

  test('a denial is thrown', async () => {
    const actions = make({ ...options(), authorize: () => null as never })
    await expect(results(actionsAdapter(actions).deleteUserProfileImages!(ids))).rejects.toMatchObject({
      code: 'forbidden',
    })
  })
})

describe('any adapter, guarded', () => {
  const guard = (say: (ids: readonly string[], context?: CallContext) => AsyncIterable<BulkResult<object>>) =>
    guardAdapter<any>({ deleteUserProfileImage: async (id: string) => ({ id }), deleteUserProfileImages: say as never })
  const gone = (id: string): BulkResult<object> => ({ userId: id, status: 'done', user: { id, imageUrl: null } })

  test.each(Object.entries(forgedIds))('an id with %s: refused, and nothing is sent', async (_, forge) => {
    const say = vi.fn()
    await expect(
      results(guard(say).deleteUserProfileImages!(['user_2', forge('user_1') as string])),
    ).rejects.toMatchObject({ code: 'invalid-user-id' })
    expect(say).not.toHaveBeenCalled()
  })

  test('no ids: nothing is sent', async () => {
    const say = vi.fn()
    expect(await results(guard(say).deleteUserProfileImages!([]))).toEqual([])
    expect(say).not.toHaveBeenCalled()
  })

  test('believes nothing of whom it did not ask about, nothing twice, and nothing that is not so', async () => {
    const adapter = guard(async function* () {
      yield gone('user_9')
      yield gone('user_1')
      yield gone('user_1')
      yield { userId: 'user_2', status: 'done', user: { id: 'user_1', imageUrl: null } }
      yield { userId: 'user_3', status: 'done', user: { id: 'user_3', imageUrl: 'https://images.test/3.png' } }
      yield { userId: 'user_4', status: 'done', user: 'removed' as never }
    })
    expect(await results(adapter.deleteUserProfileImages!(['user_1', 'user_2', 'user_3', 'user_4', 'user_5']))).toEqual(
      [expect.stringMatching(/^user_1 done/), ...[2, 3, 4, 5].map((n) => `user_${n} failed unknown-outcome`)],
    )
  })

  test('lines that end within a sign are cut off', async () => {
    const bytes = new Uint8Array([...new TextEncoder().encode('{"a":1}\n'), 0xc3])
    const read = async () => {
      for await (const value of jsonLines(new Response(bytes).body!, 1000)) expect(value).toEqual({ a: 1 })
    }
    await expect(read()).rejects.toThrow()
  })

  test('memory: each, one after the other', async () => {
    const adapter = memoryAdapter(people, { fail: ({ userId }) => (userId === 'user_2' ? 'forbidden' : undefined) })
    expect(await results(adapter.deleteUserProfileImages!(['user_1', 'user_2']))).toEqual([
      'user_1 done false',
      'user_2 failed forbidden',
    ])
  })
})
