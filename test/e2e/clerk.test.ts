import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ClerkDouble, startClerkDouble } from '../support/clerkDouble.ts'
import { type RunningPanel, startPanel } from './support/panel.ts'
import { type Session, signInByRequest } from './support/session.ts'

const secretKey = 'sk_test_for_the_panel'
let clerk: ClerkDouble
let panel: RunningPanel
let admin: Session
let support: Session

beforeAll(async () => {
  const users = ['ada', 'grace'].map((name) => ({ id: `user_${name}`, firstName: name, imageUrl: `https://img.clerk.com/${name}.png` }))
  clerk = await startClerkDouble({ secretKey, users })
  panel = await startPanel({ env: { CLERK_SECRET_KEY: secretKey, CLERK_API_URL: clerk.url } })
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

  test('the key is in nothing that the panel sends or prints', async () => {
    const replies = [await admin.get('/api/users'), await admin.get('/api/panel/me'), await admin.get('/src/main.tsx')]
    expect(JSON.stringify(replies) + panel.output()).not.toContain(secretKey)
  })
})
