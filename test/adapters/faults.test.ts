import { afterEach, describe, expect, it, vi } from 'vitest'
import { guardAdapter } from '../../src/core/guard.ts'
import type { Bench, Harness } from '../support/conformance.ts'
import { type Answer, jsonAnswer } from '../support/faultServer.ts'
import { harness as clerk } from './harnesses/clerk.ts'
import { harness as rest } from './harnesses/rest.ts'

const json = { 'content-type': 'application/json' }
const without = ({ wire, ids }: Bench) => JSON.stringify(wire(ids.ada, { imageUrl: null, hasImage: false }))
const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))))

/** Nobody can tell from these what became of the removal. */
const unknown: Record<string, (bench: Bench) => Answer> = {
  'reset before the response': () => ({ instead: 'reset' }),
  'truncated JSON': (bench) => ({ headers: json, body: without(bench).slice(0, 20) }),
  'truncated JSON, with the connection cut': (bench) => ({
    instead: 'cut',
    headers: { ...json, 'content-length': '9999' },
    body: without(bench).slice(0, 20),
  }),
  'gzip garbage': () => ({ headers: { ...json, 'content-encoding': 'gzip' }, body: bytes([0x1f, 0x8b, 1, 2, 3, 4]) }),
  'HTML 200': () => ({
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: '<!doctype html><title>Sign in</title>',
  }),
  'HTML 502': () => ({ status: 502, headers: { 'content-type': 'text/html' }, body: '<h1>Bad gateway</h1>' }),
  'HTML 503': () => ({ status: 503, headers: { 'content-type': 'text/html' }, body: '<h1>Back soon</h1>' }),
  'JSON 500': () => jsonAnswer({ errors: [{ code: 'internal', message: 'oops', long_message: 'oops' }] }, 500),
  '204': () => ({ status: 204 }),
  null: () => jsonAnswer(null),
  '[]': () => jsonAnswer([]),
  '{}': () => jsonAnswer({}),
  'text/plain JSON': (bench) => ({ headers: { 'content-type': 'text/plain' }, body: without(bench) }),
  'no content type': (bench) => ({ body: without(bench) }),
  'invalid UTF-8': () => ({ headers: json, body: bytes('{"id":"', [0xff, 0xfe, 0xc3], '"}') }),
  'another user’s id': ({ wire, ids }) => jsonAnswer(wire(ids.grace, { imageUrl: null, hasImage: false })),
  'hasImage: true with the old URL': ({ wire, ids }) =>
    jsonAnswer(wire(ids.ada, { imageUrl: 'https://images.test/ada.png', hasImage: true })),
}

/** These are answers, if odd ones. */
const accepted: Record<string, (bench: Bench) => Answer> = {
  'JSON with charset': (bench) => ({
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: without(bench),
  }),
  BOM: (bench) => ({ headers: json, body: `\ufeff${without(bench)}` }),
  'hasImage: true, imageUrl: null': ({ wire, ids }) => jsonAnswer(wire(ids.ada, { imageUrl: null, hasImage: true })),
}

const benches: [string, Harness][] = [
  ['clerk', clerk],
  ['rest', rest],
]

describe.each(benches)('%s', (name, harness) => {
  let bench: Bench
  afterEach(() => bench.close?.())
  const start = async () => {
    bench = await harness.start({ deadlineMs: 2000, as: 'ada' })
    return { ...bench, server: bench.server!, remove: () => bench.adapter.deleteUserProfileImage(bench.ids.ada) }
  }
  const methods = () => bench.server!.calls.map(({ method }) => method)

  describe.each(Object.entries(unknown))('%s', (_, answer) => {
    it('after the commit: looked up, ends removed', async () => {
      const { server, remove, ids } = await start()
      server.set({ answer: answer(bench), carryOut: true })
      expect(await remove()).toMatchObject({ id: ids.ada, hasImage: false })
      expect(methods()).toEqual(['DELETE', 'GET'])
    })

    it('without it: looked up, ends not removed', async () => {
      const { server, remove, hasImage, ids } = await start()
      server.set({ answer: answer(bench) })
      await expect(remove()).rejects.toMatchObject({ code: 'unavailable', userId: ids.ada })
      expect(methods()).toEqual(['DELETE', 'GET'])
      expect(await hasImage(ids.ada)).toBe(true)
      expect(await hasImage(ids.grace)).toBe(true)
    })

    it('where the look-up fails as well: the outcome stays unknown', async () => {
      const { server, remove } = await start()
      server.set({ answer: answer(bench), on: 'removals' }, { answer: { instead: 'reset' }, on: 'look-ups' })
      await expect(remove()).rejects.toMatchObject({ code: 'unknown-outcome' })
    })
  })

  describe.each<[string, Answer]>([
    ['a connection that nobody answers on', { instead: 'silence' }],
    ['a head that drips', { instead: 'drip head' }],
    ['a body that drips', { instead: 'drip body', headers: json }],
  ])('%s', (_, answer) => {
    const slowly = async () => {
      bench = await harness.start({ deadlineMs: 600, as: 'ada' })
      return {
        server: bench.server!,
        remove: () => bench.adapter.deleteUserProfileImage(bench.ids.ada),
        ids: bench.ids,
      }
    }

    it('after the commit: ends at the deadline, looked up, removed', async () => {
      const { server, remove, ids } = await slowly()
      server.set({ answer, carryOut: true })
      expect(await remove()).toMatchObject({ id: ids.ada, hasImage: false })
    })

    it('without it, and where the look-up drips as well: a time-out or an unknown outcome, in time', async () => {
      const { server, remove } = await slowly()
      server.set({ answer })
      await expect(remove()).rejects.toMatchObject({ code: 'time-out' })
      server.set({ answer, on: 'all' })
      await expect(remove()).rejects.toMatchObject({ code: 'unknown-outcome' })
    })
  })

  it.each(Object.entries(accepted))('%s: accepted', async (_, answer) => {
    const { server, remove, ids } = await start()
    server.set({ answer: answer(bench), carryOut: true })
    expect(await remove()).toMatchObject({ id: ids.ada, hasImage: false })
    expect(methods().filter((method) => method === 'DELETE')).toHaveLength(1)
  })

  it('another user’s id raises an alarm, and a reply of the right user none', async () => {
    const { server, wire, ids } = await start()
    const onAlarm = vi.fn()
    const watched = guardAdapter(bench.adapter, { onAlarm })
    server.set({ answer: jsonAnswer(wire(ids.grace, { imageUrl: null, hasImage: false })) })
    await expect(watched.deleteUserProfileImage(ids.ada)).rejects.toMatchObject({ code: 'unavailable' })
    expect(onAlarm.mock.calls).toEqual([[{ userId: ids.ada, reason: 'the reply is another user' }]])
    server.set()
    await watched.deleteUserProfileImage(ids.ada)
    expect(onAlarm).toHaveBeenCalledOnce()
  })

  it('404 "no image": already removed, success', async () => {
    const { remove, ids } = await start()
    await remove()
    expect(await remove()).toMatchObject({ id: ids.ada, hasImage: false })
    expect(methods()).toEqual(['DELETE', 'DELETE', 'GET'])
  })

  it('404 although the image is there: not taken for success', async () => {
    const { server, remove } = await start()
    server.set({ answer: jsonAnswer({ errors: [{ code: 'resource_not_found', message: 'not found' }] }, 404) })
    await expect(remove()).rejects.toMatchObject({ code: 'unexpected' })
  })

  it('404 "no user": user gone', async () => {
    const { adapter, ids } = await start()
    await expect(adapter.deleteUserProfileImage(ids.absent)).rejects.toMatchObject({
      code: 'user-not-found',
      userId: ids.absent,
    })
    expect(methods()).toEqual(['DELETE', 'GET'])
  })

  it('connection refused: an error, not a success', async () => {
    const { server, remove } = await start()
    await server.close()
    await expect(remove()).rejects.toMatchObject({ code: 'unknown-outcome' })
  })

  const denied =
    name === 'clerk' ? { 401: 'misconfigured', 403: 'misconfigured' } : { 401: 'unauthenticated', 403: 'forbidden' }
  it.each(Object.entries(denied))('%s from the provider: %s, and nothing else is sent', async (status, code) => {
    const { server, remove } = await start()
    server.set({ answer: jsonAnswer({ errors: [{ code: 'x', message: 'x', long_message: 'x' }] }, Number(status)) })
    await expect(remove()).rejects.toMatchObject({ code })
    expect(methods()).toEqual(['DELETE'])
  })

  it.each([400, 401, 403, 404, 422, 429, 500, 503])(
    'a provider error %i holding the key or a cookie: redacted',
    async (status) => {
      const { server, remove } = await start()
      const canary = 'sk_live_canary; session=canary'
      const body = {
        errors: [{ code: canary, message: canary, long_message: canary }],
        error: { code: canary, message: canary },
        clerk_trace_id: canary,
      }
      server.set({ answer: jsonAnswer(body, status, { 'set-cookie': canary }), on: 'all' })
      const error = await remove().then(
        () => undefined,
        (reason: Error) => reason,
      )
      expect(error).toMatchObject({ name: 'AvatarKitError' })
      expect(`${JSON.stringify(error)} ${error?.message} ${error?.stack}`).not.toContain('canary')
    },
  )
})
