import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { portrait } from '../../examples/admin-panel/server/portrait.ts'
import { type ClerkDouble, startClerkDouble } from '../support/clerkDouble.ts'
import { type RunningPanel, startPanel } from './support/panel.ts'
import { type Session, signInByRequest } from './support/session.ts'

const secretKey = 'sk_test_for_the_panel'
let clerk: ClerkDouble
let panel: RunningPanel
let admin: Session
let support: Session

beforeAll(async () => {
  const users = ['ada', 'grace'].map((name) => ({
    id: `user_${name}`,
    firstName: name,
    imageUrl: `https://img.clerk.com/${name}.png`,
  }))
  clerk = await startClerkDouble({ secretKey, users })
  panel = await startPanel({ dev: true, env: { CLERK_SECRET_KEY: secretKey, CLERK_API_URL: clerk.url } })
  admin = await signInByRequest(panel.url, 'admin')
  support = await signInByRequest(panel.url, 'support')
})
afterAll(async () => {
  await panel?.stop()
  await clerk?.close()
})

describe('the same panel on Clerk, through its real SDK', () => {
  test('lists, finds and nests Clerk’s users', async () => {
    const { body } = await admin.get('/api/users?query=grace')
    expect(body).toMatchObject({ totalCount: 1, data: [{ id: 'user_grace', hasImage: true }] })
    const members = await admin.get('/api/panel/members?cursor=')
    expect(members.body.members.map((member: any) => member.person.userId).sort()).toEqual(['user_ada', 'user_grace'])
  })

  test('an admin removes an image, and Clerk has it no more', async () => {
    const { status, body } = await admin.send('DELETE', '/api/users/user_ada/profile_image')
    expect(status).toBe(200)
    expect(body).toMatchObject({ id: 'user_ada', hasImage: false })
    expect(clerk.users.get('user_ada')!.has_image).toBe(false)
    expect(clerk.users.get('user_grace')!.has_image).toBe(true)
    expect(JSON.stringify(body)).not.toContain('canary')
  })

  test('support may not, and forged ids reach nobody: the account is still there', async () => {
    expect((await support.send('DELETE', '/api/users/user_grace/profile_image')).status).toBe(403)
    for (const id of ['user_grace%23', 'user_grace%3Fa=', 'user_grace%2f..', 'user_grace%5c', 'usr_grace']) {
      const { status } = await admin.send('DELETE', `/api/users/${id}/profile_image`)
      expect([400, 404], id).toContain(status)
    }
    expect(clerk.users.get('user_grace')).toMatchObject({ has_image: true })
  })

  test('many at once, and a new picture; what was done is written down, and nothing is kept that could be restored', async () => {
    const form = new FormData()
    form.set('file', new Blob([portrait('sent to Clerk')], { type: 'image/png' }), 'me.png')
    const reply = await fetch(`${panel.url}/api/users/user_ada/profile_image`, {
      method: 'POST',
      headers: { cookie: admin.cookie, origin: panel.url },
      body: form,
    })
    expect(reply.status).toBe(200)
    expect(clerk.users.get('user_ada')!.has_image).toBe(true)
    const bulk = await admin.send(
      'POST',
      '/api/users/profile_images/delete',
      { userIds: ['user_ada', 'user_grace'] },
      { 'avatarkit-reason': 'spam' },
    )
    expect(bulk.status).toBe(200)
    expect([...clerk.users.values()].map((user) => user.has_image)).toEqual([false, false])
    const { data, totalCount } = (await support.get('/api/users/profile_images/events')).body
    expect(totalCount).toBe(4)
    expect(
      data.map((event: any) => [
        event.type,
        event.userId,
        event.actor.name,
        event.reason,
        event.imageUrl,
        event.restorableUntil,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['removed', 'user_grace', 'Robin Hale', 'spam', null, undefined],
        ['set', 'user_ada', 'Robin Hale', undefined, null, undefined],
      ]),
    )
    expect(data[0].user).toMatchObject({ id: data[0].userId, firstName: expect.stringMatching(/ada|grace/) })
    expect((await admin.send('POST', '/api/users/user_ada/profile_image/restore')).status).toBe(404)
  })

  test('ordered as Clerk orders, and never asked for what it cannot do', async () => {
    expect((await admin.get('/api/users?orderBy=-lastActiveAt')).status).toBe(200)
    const asked = clerk.calls.map(({ path }) => new URL(path, clerk.url).searchParams.get('order_by')).filter(Boolean)
    expect(asked.at(-1)).toBe('-last_active_at')
  })

  test('the key is in nothing that the panel sends or prints', async () => {
    const replies = [await admin.get('/api/users'), await admin.get('/api/panel/me'), await admin.get('/src/main.tsx')]
    expect(JSON.stringify(replies) + panel.output()).not.toContain(secretKey)
  })
})
