import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { image, startPanel } from './startPanel.ts'

// Spelt as they stand in the path.
const ids: [name: string, id: string, status: number][] = [
  ['a fragment', 'user_1%23', 400],
  ['a query', 'user_1%3Fa=', 400],
  ['another of the provider’s routes', 'user_1%2Fban%3F', 404],
  ['dots', '..', 404],
  ['encoded dots', '%2e%2e', 404],
  ['half encoded dots', '.%2E', 404],
  ['dots within', 'user_1..', 400],
  ['a way up', '..%2fuser_2', 404],
  ['a backslash', 'user_1%5Cuser_2', 404],
  ['NUL', 'user_1%00', 404],
  ['CR LF', 'user_1%0D%0A', 400],
  ['CR LF before', '%0d%0auser_1', 400],
  ['a space', 'user_1%20', 400],
  ['encoded twice', 'user%255F1', 404],
  ['a slash encoded twice', 'user_1%252Fban', 404],
  ['encoded without need', 'user%5F1', 400],
  ['encoded wholly', '%75%73%65%72%5F%31', 400],
  ['a broken escape', 'user_1%zz', 400],
  ['an overlong dot', 'user_1%C0%AE', 400],
  ['a homoglyph', 'us%D0%B5r_1', 400],
  ['full-width letters', '%EF%BD%95ser_1', 400],
  ['a letter that turns round', 'user_1%E2%80%AE', 400],
  ['a list', 'user_1,user_2', 400],
  ['an array', 'user_1%5B%5D', 400],
  ['an object', '%5Bobject%20Object%5D', 400],
  ['a wildcard', '*', 400],
  ['a matrix parameter', 'user_1;a=b', 404],
  ['an encoded semicolon', 'user_1%3Ba', 400],
  ['a name of JavaScript', '__proto__', 400],
  ['256 characters', 'a'.repeat(256), 400],
  ['10 kB', 'a'.repeat(10_240), 400],
]

describe('forged ids', () => {
  test.each(ids)('%s: no call', async (_, id, status) => {
    const { ask, changes, reads, asked } = startPanel()
    expect((await ask(`/api/users/${id}/profile_image`)).status).toBe(status)
    expect((await ask(`/api/users/${id}`, { method: 'GET' })).status).toBeOneOf([400, 404])
    expect([changes, reads, asked]).toEqual([[], [], []])
  })

  test('what the provider says is no id of its own', async () => {
    const { adapter } = startPanel()
    const panel = startPanel({ adapter: { ...adapter, isUserId: (id) => id.startsWith('user_') } })
    expect((await panel.ask('/api/users/org_1/profile_image')).body).toEqual({ error: { code: 'invalid-user-id' } })
    expect(panel.asked).toEqual([])
    expect((await panel.ask()).status).toBe(200)
  })
})

const paths: [path: string, status: number][] = [
  ['//users/user_1/profile_image', 404],
  ['/api//users/user_1/profile_image', 404],
  ['//api/users/user_1/profile_image', 404],
  ['/api/users//user_1/profile_image', 404],
  ['/api/users/user_1//profile_image', 404],
  ['/api/users/user_1/profile_image/', 404],
  ['/api/users/user_1/profile_image.', 404],
  ['/api/users/user_1/profile_image%2e', 404],
  ['/api/users/user_1/profile_image;x', 404],
  ['/api;x/users/user_1/profile_image', 404],
  ['/api%2fusers/user_1/profile_image', 404],
  ['/api/users%2Fuser_1/profile_image', 404],
  ['/api/users/user_1%2fprofile_image', 404],
  ['/api/users/user_1/profile%5Fimage', 404],
  ['/api/users/user_1/profile_image%00', 404],
  ['/api/users/user_1/profile_image%20', 404],
  ['/API/users/user_1/profile_image', 404],
  ['/api/Users/user_1/profile_image', 404],
  ['/api/users/user_1/Profile_Image', 404],
  ['/api/users/user_1/profile_image/user_2', 404],
  ['/api/users/user_1/user_2/profile_image', 404],
  ['/api/users/user_1\\..\\user_2\\', 404],
  ['/api/users/..;/user_1/profile_image', 404],
  ['/api/.../users/user_1/profile_image', 404],
  ['/users/user_1/profile_image', 404],
  ['/api/users/user_1/../../../users/user_1/profile_image', 404],
  ['/api/users/user_1#/profile_image', 405],
  ['/api/users/user_1?a=/profile_image', 405],
  ['/api/users/./profile_image', 405],
]

test.each(paths)('%s: %i', async (path, status) => {
  const { ask, changes, asked } = startPanel()
  expect((await ask(path)).status).toBe(status)
  expect([changes, asked]).toEqual([[], []])
})

test('a dot at the end is no second spelling of a user', async () => {
  const { ask, reads } = startPanel()
  expect((await ask('/api/users/user_1.', { method: 'GET' })).status).toBe(404)
  expect(reads).toEqual([])
})

describe('over a raw socket', () => {
  const panel = startPanel()
  let server: Server
  beforeAll(async () => {
    const answer = getRequestListener(panel.handler, { overrideGlobalObjects: false })
    server = createServer((request, response) => void answer(request, response))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  })
  afterAll(() => new Promise((resolve) => server.close(resolve)))

  /** Sends the bytes as they are; resolves with the status. */
  const send = (target: string, more = '', host = 'panel.test') =>
    new Promise<number>((resolve, reject) => {
      const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
      let reply = ''
      socket.setEncoding('latin1').on('data', (data: string) => (reply += data))
      socket.on('error', reject).on('close', () => resolve(Number(/^HTTP\/1\.1 (\d{3})/.exec(reply)?.[1])))
      socket.write(
        `DELETE ${target} HTTP/1.1\r\nHost: ${host}\r\nCookie: session=admin\r\nOrigin: http://panel.test\r\n${more}Connection: close\r\n\r\n`,
        'latin1',
      )
    })

  const refused: [name: string, target: string, more?: string, host?: string][] = [
    ...ids.map(([name, id]): [string, string] => [`the id: ${name}`, `/api/users/${id}/profile_image`]),
    ...paths.map(([path]): [string, string] => [path, path]),
    ['a raw NUL', '/api/users/user_1\0/profile_image'],
    ['a raw line end', '/api/users/user_1\r\nX: /profile_image'],
    ['raw bytes', '/api/users/us\xd0\xb5r_1/profile_image'],
    ['another host’s address', `http://evil.test${image}`],
    ['another user as the host', image, '', 'panel.test/api/users/user_2/profile_image?'],
    ['another host', image, '', 'evil.test'],
    ['two origins', image, 'Origin: https://evil.test\r\n'],
    ['forwarded for another host', image, 'X-Forwarded-Host: evil.test\r\nForwarded: host=evil.test\r\n', 'evil.test'],
    ['two values of Sec-Fetch-Site', image, 'Sec-Fetch-Site: same-origin\r\nSec-Fetch-Site: cross-site\r\n'],
  ]
  test.each(refused)('%s: no change', async (_, target, more, host) => {
    panel.changes.length = 0
    const status = await send(target, more, host)
    expect([status, panel.changes]).toEqual([expect.toSatisfy((value) => value >= 400 && value < 500), []])
  })

  test.each([
    ['/api/users/user_1/profile_image', 'user_1'],
    ['/api/users/./user_1/profile_image', 'user_1'],
    ['/x/%2e%2e/api/users/user_1/profile_image', 'user_1'],
    ['/api/users/user_1/../user_2/profile_image', 'user_2'],
    ['/api/users/user_1/profile_image?userId=user_2#/../user_2', 'user_1'],
    ['/api/users/USER_1/profile_image', 'USER_1'],
  ])('%s is %s’s canonical route, for authorize as for the provider', async (target, id) => {
    panel.changes.length = panel.asked.length = 0
    expect(await send(target)).toBe(id === 'USER_1' ? 404 : 200)
    expect([panel.asked, panel.changes]).toEqual([[{ userId: id, action: 'deleteUserProfileImage' }], [id]])
  })
})
