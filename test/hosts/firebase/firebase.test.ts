import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { deleteApp, initializeApp } from 'firebase-admin/app'
import { getAuth } from 'firebase-admin/auth'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { firebaseAdapter } from '../../../src/adapters/firebase.ts'
import { crowd } from '../../support/conformance.ts'
import { type Answer, jsonAnswer } from '../../support/faultServer.ts'
import { type Project, startEmulator } from './emulator.ts'
import { page, settle } from './harness.ts'

let emulator: Awaited<ReturnType<typeof startEmulator>>
let project: Project
let ids: Awaited<ReturnType<typeof settle>>

beforeAll(async () => {
  emulator = await startEmulator()
})
afterAll(() => emulator.close())
beforeEach(async () => {
  project = emulator.open()
  ids = await settle(project)
  project.requests.length = 0
})
afterEach(() => project.close())

const adapt = () => firebaseAdapter(project.auth, { policy: { retries: 0 }, listUpTo: 100 })
const remove = (id = ids.ada) => adapt().deleteUserProfileImage(id)
const verbs = () => project.requests.map(({ verb }) => verb)
const pictureOf = async (id: string) => (await project.auth.getUser(id)).photoURL

describe('what firebase-admin sends', () => {
  it('one change, of the address only, and one look-up', async () => {
    // A password's entry in `providerData` repeats the account's own name and picture.
    const told = async () => ({ ...(await project.auth.getUser(ids.ada)).toJSON(), providerData: [] })
    const before = await told()
    project.requests.length = 0
    await remove()
    expect(project.requests).toEqual([
      { verb: 'accounts:update', body: { localId: ids.ada, deleteAttribute: ['PHOTO_URL'] } },
      { verb: 'accounts:lookup', body: { localId: [ids.ada] } },
    ])
    expect(await told()).toEqual({ ...before, photoURL: undefined })
  })

  it('no claim, hash or salt comes through', async () => {
    const { customClaims, passwordHash, passwordSalt } = await project.auth.getUser(ids.grace)
    expect([customClaims, passwordHash, passwordSalt]).toEqual([
      { note: 'private-canary' },
      expect.any(String),
      expect.any(String),
    ])
    for (const reply of [await adapt().getUser!(ids.grace), await remove(ids.grace), await adapt().getUserList!({})]) {
      const told = JSON.stringify(reply)
      for (const secret of ['private-canary', passwordHash!, passwordSalt!]) expect(told).not.toContain(secret)
    }
  })

  it.each<[string, Answer]>([
    ['a reset', { instead: 'reset' }],
    ['a 503', jsonAnswer({ error: { code: 503, message: 'UNAVAILABLE', status: 'UNAVAILABLE' } }, 503)],
  ])('the change again, by itself, after %s', async (_, answer) => {
    project.faults = [{ on: 'accounts:update', answer, carryOut: true, times: 1 }]
    expect(await remove()).toMatchObject({ id: ids.ada, hasImage: false })
    expect(verbs()).toEqual(['accounts:update', 'accounts:update', 'accounts:lookup'])
  })

  it('finds nobody of another tenant’s or project’s', async () => {
    const other = emulator.open()
    await expect(firebaseAdapter(other.auth).deleteUserProfileImage(ids.ada)).rejects.toMatchObject({
      code: 'user-not-found',
    })
    await other.close()
    await project
      .call('identitytoolkit.googleapis.com/v2/projects/{project}/tenants', { displayName: 'tenant' })
      .then(async ({ name }) => {
        const tenant = project.auth.tenantManager().authForTenant(name!.split('/').at(-1)!)
        const { uid } = await tenant.createUser({ photoURL: crowd.ada.imageUrl })
        await expect(remove(uid)).rejects.toMatchObject({ code: 'user-not-found' })
        await expect(firebaseAdapter(tenant).deleteUserProfileImage(ids.ada)).rejects.toMatchObject({
          code: 'user-not-found',
        })
        expect(await firebaseAdapter(tenant).deleteUserProfileImage(uid)).toMatchObject({ id: uid, hasImage: false })
      })
    expect(await pictureOf(ids.ada)).toBe(crowd.ada.imageUrl)
  })

  it('takes ids of 128 characters', async () => {
    const uid = `a|b.c:d@e_f-${'x'.repeat(116)}`
    await project.auth.createUser({ uid, photoURL: crowd.ada.imageUrl })
    expect(await remove(uid)).toMatchObject({ id: uid, hasImage: false })
  })
})

describe('answers that nobody can read', () => {
  const json = { 'content-type': 'application/json' }
  const odd: [string, Answer][] = [
    ['HTML 200', page()],
    ['HTML 502', page(502)],
    ['JSON 500', jsonAnswer({ error: { code: 500, message: 'INTERNAL', status: 'INTERNAL' } }, 500)],
    ['204', { status: 204 }],
    ['null', jsonAnswer(null)],
    ['[]', jsonAnswer([])],
    ['{}', jsonAnswer({})],
    ['truncated JSON', { headers: json, body: '{"localId":' }],
    ['invalid UTF-8', { headers: json, body: new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]) }],
  ]
  describe.each(odd)('%s', (_, answer) => {
    it('to the change, not carried out: looked up, and still there', async () => {
      project.faults = [{ on: 'accounts:update', answer }]
      await expect(remove()).rejects.toMatchObject({ code: 'unavailable', userId: ids.ada })
      expect(verbs()).toEqual(['accounts:update', 'accounts:lookup'])
      expect(await pictureOf(ids.ada)).toBe(crowd.ada.imageUrl)
    })

    it('to the change, carried out: looked up, and gone', async () => {
      project.faults = [{ on: 'accounts:update', answer, carryOut: true }]
      expect(await remove()).toMatchObject({ id: ids.ada, hasImage: false })
      expect(verbs()).toEqual(['accounts:update', 'accounts:lookup'])
    })

    it('to the look-up after it: looked up once more', async () => {
      project.faults = [{ on: 're-read', answer }]
      expect(await remove()).toMatchObject({ id: ids.ada, hasImage: false })
      expect(verbs()).toEqual(['accounts:update', 'accounts:lookup', 'accounts:lookup'])
    })
  })

  // With these the SDK waits on, or tries again: the kit's deadline ends them.
  it.each<[string, Answer]>([
    ['no answer', { instead: 'silence' }],
    ['a body that breaks off', { instead: 'cut', headers: { ...json, 'content-length': '9999' }, body: '{"loc' }],
    [
      'gzip garbage',
      { headers: { ...json, 'content-encoding': 'gzip' }, body: new Uint8Array([0x1f, 0x8b, 1, 2, 3, 4]) },
    ],
    [
      'a 503 that asks to wait',
      jsonAnswer({ error: { code: 503, message: 'UNAVAILABLE' } }, 503, { 'retry-after': '20' }),
    ],
  ])('%s: the outcome in time', async (_, answer) => {
    const short = firebaseAdapter(project.auth, { policy: { deadlineMs: 600, retries: 0 } })
    const began = Date.now()
    project.faults = [{ on: 'accounts:update', answer }]
    await expect(short.deleteUserProfileImage(ids.ada)).rejects.toMatchObject({ code: 'time-out' })
    project.faults = [{ on: 'accounts:update', answer, carryOut: true }]
    expect(await short.deleteUserProfileImage(ids.ada)).toMatchObject({ id: ids.ada, hasImage: false })
    expect(Date.now() - began).toBeLessThan(1500)
  })
})

describe('refusals, as Google words them', () => {
  const refusal = (status: number, message: string) =>
    jsonAnswer(
      { error: { code: status, message, errors: [{ message, domain: 'global', reason: 'x' }], status: 'X' } },
      status,
    )
  it.each<[string, Answer, string]>([
    ['INSUFFICIENT_PERMISSION', refusal(400, 'INSUFFICIENT_PERMISSION'), 'misconfigured'],
    ['PERMISSION_DENIED', refusal(403, 'PERMISSION_DENIED : canary'), 'misconfigured'],
    [
      'a project that one may not use',
      refusal(
        403,
        'Caller does not have required permission to use project canary. See https://console.test/canary: retry.',
      ),
      'misconfigured',
    ],
    ['no valid token', refusal(401, 'Request had invalid authentication credentials. canary'), 'misconfigured'],
    [
      'a page with 403',
      { ...page(403), body: '<!doctype html>\n<p>Your client canary does not have permission</p>' },
      'misconfigured',
    ],
    ['CONFIGURATION_NOT_FOUND', refusal(400, 'CONFIGURATION_NOT_FOUND'), 'misconfigured'],
    ['QUOTA_EXCEEDED', refusal(400, 'QUOTA_EXCEEDED : canary'), 'rate-limited'],
    [
      'RESOURCE_EXHAUSTED',
      refusal(
        429,
        "Quota exceeded for quota metric 'canary' and limit 'x' of service 'identitytoolkit.googleapis.com'",
      ),
      'rate-limited',
    ],
    ['something new', refusal(400, 'SOMETHING_NEW : canary'), 'unexpected'],
  ])('%s', async (_, answer, code) => {
    project.faults = [{ on: 'accounts:update', answer }]
    const error: unknown = await remove().catch((reason: unknown) => reason)
    expect(error).toMatchObject({ name: 'AvatarKitError', code, userId: ids.ada })
    expect(JSON.stringify(error) + (error as Error).message + (error as Error).stack).not.toContain('canary')
    expect(verbs()).toEqual(['accounts:update'])
  })

  it('with the permission to change and none to look: removed all the same', async () => {
    project.faults = [{ on: 're-read', answer: refusal(400, 'INSUFFICIENT_PERMISSION') }]
    await expect(remove()).rejects.toMatchObject({
      code: 'misconfigured',
      message: expect.stringContaining('firebaseauth.users.get'),
    })
    expect(await pictureOf(ids.ada)).toBeUndefined()
  })

  it('no access token: nothing is sent, and it says what to check', async () => {
    const host = process.env.FIREBASE_AUTH_EMULATOR_HOST
    delete process.env.FIREBASE_AUTH_EMULATOR_HOST
    const app = initializeApp(
      { projectId: 'x', credential: { getAccessToken: () => Promise.reject(new Error('invalid_grant canary')) } },
      'without a token',
    )
    const error: unknown = await firebaseAdapter(getAuth(app))
      .deleteUserProfileImage(ids.ada)
      .catch((reason: unknown) => reason)
    expect(error).toMatchObject({ code: 'misconfigured', message: expect.stringContaining('service account') })
    expect((error as Error).message).not.toContain('canary')
    process.env.FIREBASE_AUTH_EMULATOR_HOST = host
    await deleteApp(app)
  })
})

describe('what the guide says of sign-ins', () => {
  const signIn = (providerId: string, photo: string) => {
    const token = JSON.stringify({
      sub: `${providerId}-1`,
      email: 'social@people.test',
      email_verified: true,
      name: 'So Cial',
      picture: photo,
    })
    const body = {
      postBody: `providerId=${providerId}&id_token=${encodeURIComponent(token)}`,
      requestUri: 'http://localhost',
      returnSecureToken: true,
    }
    return project.call('identitytoolkit.googleapis.com/v1/accounts:signInWithIdp', {
      ...body,
      targetProjectId: project.app.options.projectId,
    })
  }

  it('the same account’s next one does not bring the picture back; it stays in providerData', async () => {
    const { localId } = await signIn('google.com', 'https://lh3.test/one.png')
    expect(await pictureOf(localId!)).toBe('https://lh3.test/one.png')
    await remove(localId)
    await signIn('google.com', 'https://lh3.test/two.png')
    const { photoURL, providerData } = await project.auth.getUser(localId!)
    expect(photoURL).toBeUndefined()
    expect(providerData.map((entry) => entry.photoURL)).toEqual(['https://lh3.test/two.png'])
    expect(await adapt().getUser!(localId!)).toMatchObject({ hasImage: false })
  })

  it('the first one with a further account of the same address brings that one’s', async () => {
    const { localId } = await signIn('google.com', 'https://lh3.test/one.png')
    await remove(localId)
    expect((await signIn('microsoft.com', 'https://graph.test/other.png')).localId).toBe(localId)
    expect(await pictureOf(localId!)).toBe('https://graph.test/other.png')
  })

  it('a token that is out already has the picture until it is made anew', async () => {
    const { localId, idToken } = await signIn('google.com', 'https://lh3.test/one.png')
    await remove(localId)
    expect((await project.auth.verifyIdToken(idToken!, true)).picture).toBe('https://lh3.test/one.png')
    const next = await signIn('google.com', 'https://lh3.test/one.png')
    expect((await project.auth.verifyIdToken(next.idToken!)).picture).toBeUndefined()
  })
})

it('firebase-admin’s own types fit', () => {
  const root = fileURLToPath(new URL('../../../', import.meta.url))
  const { status, stdout } = spawnSync(
    process.execPath,
    [`${root}node_modules/typescript/bin/tsc`, '-p', fileURLToPath(new URL('.', import.meta.url))],
    { encoding: 'utf8' },
  )
  expect(status, stdout).toBe(0)
})
