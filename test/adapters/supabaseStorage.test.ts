import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type SupabaseAdapterOptions, supabaseAdapter } from '../../src/adapters/supabase.ts'
import { guardAdapter } from '../../src/core/guard.ts'
import { type Answer, jsonAnswer, startFaultServer } from '../support/faultServer.ts'
import {
  type SupabaseContent,
  type SupabaseDouble,
  startSupabaseDouble,
  storageError,
  supabaseClient,
} from '../support/supabaseDouble.ts'
import { wait } from '../support/until.ts'

const secretKey = 'sb_secret_canary'
const id = 'aaaaaaaa-0000-4000-8000-000000000001'
const victim = 'bbbbbbbb-0000-4000-8000-000000000002'
const external = 'https://lh3.googleusercontent.com/a/ada.png'
let double: SupabaseDouble

const start = async (
  metadata: Record<string, unknown> = { avatar_url: external, picture: external },
  buckets?: SupabaseContent['buckets'],
) => {
  double = await startSupabaseDouble({
    secretKey,
    users: [{ id, email: 'ada@engines.test', metadata }, { id: victim }],
    buckets,
  })
}
beforeEach(() => {
  // The SDK writes network failures to the console.
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => double.close())

const adapter = (options?: SupabaseAdapterOptions) => supabaseAdapter(supabaseClient(double.url, secretKey), options)
const remove = (options?: SupabaseAdapterOptions) => adapter(options).deleteUserProfileImage(id)
const requests = () => double.calls.map(({ method, path }) => `${method} ${path}`)
const metadata = () => double.users.get(id)!.user_metadata
const url = (path: string, kind = 'public') => `${double.url}/storage/v1/object/${kind}/avatars/${path}`
const place = (picture: string) => Object.assign(metadata(), { avatar_url: picture })
const changing = () => requests().filter((request) => /^(PUT|DELETE)/.test(request))

describe('the object, where `pathOf` says', () => {
  const pathOf = (userId: string) => `${userId}/`
  const full = () => ({ avatars: [`${id}/1.png`, `${id}/old/0.png`, `${victim}/1.png`], papers: [`${id}/1.png`] })

  it('goes first, and then the attribute', async () => {
    await start({ avatar_url: external }, full())
    expect(await remove({ bucket: 'avatars', pathOf })).toMatchObject({ hasImage: false })
    expect(requests()).toEqual([
      'GET /storage/v1/bucket/avatars',
      'POST /storage/v1/object/list/avatars',
      'DELETE /storage/v1/object/avatars',
      `PUT /auth/v1/admin/users/${id}`,
    ])
    expect([...double.buckets.get('avatars')!]).toEqual([`${id}/old/0.png`, `${victim}/1.png`])
    expect([...double.buckets.get('papers')!]).toEqual([`${id}/1.png`])
  })

  it('goes where there is no attribute, or none any more', async () => {
    await start({}, full())
    expect(await remove({ bucket: 'avatars', pathOf })).toMatchObject({ hasImage: false })
    expect(double.buckets.get('avatars')).not.toContain(`${id}/1.png`)
    expect(await remove({ bucket: 'avatars', pathOf })).toMatchObject({ hasImage: false })
  })

  it('metadata is not asked for a path', async () => {
    await start({}, full())
    place(url(`${victim}/1.png`))
    const onObjectLeft = vi.fn()
    await remove({ bucket: 'avatars', pathOf: async (userId) => [`${userId}/1.png`, `${userId}.jpg`], onObjectLeft })
    expect([...double.buckets.get('avatars')!]).toEqual([`${id}/old/0.png`, `${victim}/1.png`])
    expect(onObjectLeft).not.toHaveBeenCalled()
    expect(requests()).not.toContain(`GET /auth/v1/admin/users/${id}`)
  })

  it('a folder with more files than one request lists is emptied', async () => {
    await start({}, { avatars: Array.from({ length: 2300 }, (_, at) => `${id}/${at}.png`) })
    await remove({ bucket: 'avatars', pathOf })
    expect(double.buckets.get('avatars')!.size).toBe(0)
  })

  it.each<unknown>([
    '',
    '/',
    './',
    'everybody/',
    '..',
    `../${victim}/`,
    `${id}/../${victim}/`,
    `${id}//x`,
    '/x.png',
    7,
    undefined,
    [`${id}/1.png`, ''],
  ])('a path such as %j is refused before anything changes', async (path) => {
    await start({ avatar_url: external }, full())
    await expect(remove({ bucket: 'avatars', pathOf: () => path as string })).rejects.toMatchObject({
      code: 'misconfigured',
      message: expect.stringContaining('pathOf'),
    })
    expect(changing()).toEqual([])
  })

  it('a bucket that is not there is found out, and one that is there is asked for once', async () => {
    await start({ avatar_url: external }, full())
    await expect(remove({ bucket: 'avatar', pathOf })).rejects.toMatchObject({
      code: 'misconfigured',
      message: expect.stringContaining('bucket'),
    })
    expect(changing()).toEqual([])
    const twice = adapter({ bucket: 'avatars', pathOf })
    await twice.deleteUserProfileImage(id)
    await twice.deleteUserProfileImage(id)
    expect(requests().filter((request) => request === 'GET /storage/v1/bucket/avatars')).toHaveLength(1)
  })

  it('`pathOf` without a bucket: said when it is made', async () => {
    await start()
    expect(() => adapter({ pathOf })).toThrow(expect.objectContaining({ code: 'misconfigured' }))
  })
})

describe('the object, where only metadata names it', () => {
  const bucket = 'avatars'
  const fill = () => start({}, { avatars: [`${id}/a b.png`, `${victim}/1.png`, 'flat.png'], papers: [`${id}/a b.png`] })

  it.each([
    ['a public address', () => url(`${id}/a%20b.png`)],
    ['a signed address', () => `${url(`${id}/a%20b.png`, 'sign')}?token=x`],
    ['a transformed one', () => url(`${id}/a%20b.png`).replace('/object/', '/render/image/')],
    [
      'an address at a domain of one’s own',
      () => `https://api.example.test/storage/v1/object/public/avatars/${id}/a%20b.png?v=2#x`,
    ],
    ['the path itself', () => `${id}/a b.png`],
  ])('%s in the own folder: both go', async (_, address) => {
    await fill()
    place(address())
    const onObjectLeft = vi.fn()
    expect(await remove({ bucket, onObjectLeft })).toMatchObject({ hasImage: false })
    expect([...double.buckets.get('avatars')!]).toEqual([`${victim}/1.png`, 'flat.png'])
    expect(onObjectLeft).not.toHaveBeenCalled()
  })

  it.each([
    ['another’s object', () => url(`${victim}/1.png`), `${victim}/1.png`],
    ['another’s, by dots', () => `${id}/../${victim}/1.png`, `${id}/../${victim}/1.png`],
    ['another’s, by encoded dots', () => url(`${id}/..%2f${victim}/1.png`), `${id}/../${victim}/1.png`],
    ['another’s, by dots that the address resolves', () => url(`${id}/%2e%2e/${victim}/1.png`), `${victim}/1.png`],
    ['one in no folder', () => url('flat.png'), 'flat.png'],
    ['a folder whose name begins like the own', () => url(`${id}x/1.png`), `${id}x/1.png`],
    ['the whole own folder', () => url(`${id}/`), `${id}/`],
    ['the bucket’s root', () => `${id}//`, `${id}//`],
  ])('%s: stays, is told, and the attribute goes', async (_, address, path) => {
    await fill()
    place(address())
    const onObjectLeft = vi.fn()
    expect(await remove({ bucket, onObjectLeft })).toMatchObject({ hasImage: false })
    expect(double.buckets.get('avatars')!.size).toBe(3)
    expect(changing()).toEqual([`PUT /auth/v1/admin/users/${id}`])
    expect(onObjectLeft.mock.calls).toEqual([[{ userId: id, bucket, path }]])
  })

  it.each([
    ['elsewhere', () => external],
    ['in another bucket', () => url(`${id}/a%20b.png`).replace('/avatars/', '/papers/')],
    ['in a bucket whose name begins alike', () => url(`${id}/a%20b.png`).replace('/avatars/', '/avatars2/')],
    ['broken', () => url(`${id}/%E0%A4%A`)],
    ['no address at all', () => 'javascript:alert(1)'],
    ['a path of the site', () => '/static/ada.png'],
  ])('a picture that is %s: only the attribute', async (_, address) => {
    await fill()
    place(address())
    const onObjectLeft = vi.fn()
    expect(await remove({ bucket, onObjectLeft })).toMatchObject({ hasImage: false })
    expect(changing()).toEqual([`PUT /auth/v1/admin/users/${id}`])
    expect(onObjectLeft).not.toHaveBeenCalled()
  })

  it('what stays is told on the console, on one line, where nobody else listens', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    await fill()
    place('flat\n.png')
    await remove({ bucket })
    expect(warn.mock.calls.flat().join()).toMatch(/^avatarkit: "flat\\n.png".*pathOf.*$/)
    warn.mockRestore()
  })
})

describe('a half that fails', () => {
  const options: SupabaseAdapterOptions = {
    bucket: 'avatars',
    pathOf: (userId) => `${userId}/1.png`,
    policy: { deadlineMs: 2400, retries: 0 },
  }
  const [bucketOf, remover, attribute] = [/^GET .*bucket/, /^DELETE .*object/, /^PUT .*admin/]
  /** A client of which some requests get another answer. */
  const between = async (broken: RegExp, answer: Answer, carryOut = false) => {
    const wrong = await startFaultServer(() => jsonAnswer({}))
    wrong.set({ answer, on: 'all' })
    let on = true
    const through: typeof fetch = async (input, init) => {
      const { method, url } = new Request(input, init)
      if (!on || !broken.test(`${method} ${url}`)) return fetch(input, init)
      if (carryOut) await fetch(input, init)
      return fetch(wrong.url, init)
    }
    return {
      adapter: supabaseAdapter(supabaseClient(double.url, secretKey, through), options),
      repair: () => (on = false),
      close: () => wrong.close(),
    }
  }

  it.each<[string, RegExp, Answer]>([
    ['the bucket cannot be looked for', bucketOf, { instead: 'reset' }],
    ['the object’s removal gets no connection', remover, { instead: 'reset' }],
    ['the object’s removal gets no answer', remover, { instead: 'silence' }],
    ['the object’s removal fails inside Storage', remover, storageError('500', 'Internal', 500)],
    [
      'the object’s removal is answered by somebody else',
      remover,
      { headers: { 'content-type': 'text/html' }, body: '<form>' },
    ],
    ['the object’s removal is answered with no list', remover, jsonAnswer({ ok: true })],
  ])('%s: not told as done, even where the attribute is gone; the next try ends it', async (_, broken, answer) => {
    for (const given of [{ avatar_url: external }, {}]) {
      await start(given, { avatars: [`${id}/1.png`] })
      const { adapter: failing, repair, close } = await between(broken, answer)
      await expect(failing.deleteUserProfileImage(id)).rejects.toMatchObject({
        code: 'unknown-outcome',
        settled: true,
        userId: id,
      })
      expect(metadata().avatar_url).toBe(given.avatar_url)
      expect(requests().filter((request) => attribute.test(request))).toEqual([])
      repair()
      expect(await failing.deleteUserProfileImage(id)).toMatchObject({ hasImage: false })
      expect(double.buckets.get('avatars')!.size).toBe(0)
      await close()
      if ('avatar_url' in given) await double.close()
    }
  })

  it.each<[string, boolean, Answer]>([
    ['lost on the way', false, { instead: 'reset' }],
    ['lost on the way back', true, { instead: 'reset' }],
    [
      'answered with 502',
      false,
      { status: 502, headers: { 'content-type': 'text/html' }, body: '<h1>Bad gateway</h1>' },
    ],
  ])('the attribute’s removal is %s: looked up, and the next try ends it', async (_, carryOut, answer) => {
    await start({ avatar_url: external }, { avatars: [`${id}/1.png`] })
    const { adapter: failing, repair, close } = await between(attribute, answer, carryOut)
    if (carryOut) expect(await failing.deleteUserProfileImage(id)).toMatchObject({ hasImage: false })
    else await expect(failing.deleteUserProfileImage(id)).rejects.toMatchObject({ code: 'unavailable' })
    expect(double.buckets.get('avatars')!.size).toBe(0)
    repair()
    expect(await failing.deleteUserProfileImage(id)).toMatchObject({ hasImage: false })
    expect(metadata().avatar_url).toBeUndefined()
    await close()
  })

  it.each<[string, Answer, string]>([
    ['401', storageError('401', 'no', 401), 'misconfigured'],
    ['403 in a 400', storageError('403', 'Unauthorized'), 'misconfigured'],
    ['404 in a 400', storageError('404', 'Bucket not found'), 'misconfigured'],
    ['429', storageError('429', 'too_many_connections', 429), 'rate-limited'],
    ['400', storageError('400', 'Invalid key'), 'unexpected'],
  ])('Storage answers %s: %s', async (_, answer, code) => {
    await start({ avatar_url: external }, { avatars: [`${id}/1.png`] })
    const { adapter: failing, close } = await between(remover, answer)
    await expect(failing.deleteUserProfileImage(id)).rejects.toMatchObject({ code })
    expect(metadata().avatar_url).toBe(external)
    await close()
  })

  it('`pathOf` that throws: not told as done', async () => {
    await start({}, { avatars: [`${id}/1.png`] })
    const pathOf = () => Promise.reject(new Error('The database is away: canary.'))
    const failure = remove({ ...options, pathOf })
    await expect(failure).rejects.toMatchObject({
      code: 'unknown-outcome',
      settled: true,
      message: expect.not.stringContaining('canary'),
    })
    expect(changing()).toEqual([])
  })

  it('the caller’s deadline ends it, and nothing more is sent afterwards', async () => {
    await start({ avatar_url: external }, { avatars: [`${id}/1.png`] })
    double.set({ answer: undefined, on: 'all', delayMs: 150 })
    await expect(guardAdapter(adapter(options), { deadlineMs: 90 }).deleteUserProfileImage(id)).rejects.toMatchObject({
      code: 'unknown-outcome',
    })
    await wait(400)
    expect(changing()).toEqual([])
  })
})
