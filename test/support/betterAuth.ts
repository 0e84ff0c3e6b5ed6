import { betterAuth } from 'better-auth'
import { memoryAdapter } from 'better-auth/adapters/memory'
import { admin } from 'better-auth/plugins/admin'
import { crowd, type Who } from './conformance.ts'

const password = 'correct horse battery staple'

/** A real Better Auth on its own memory database, with the crowd in it and a signed-in admin. */
export async function startBetterAuth() {
  const auth = betterAuth({
    baseURL: 'http://panel.test',
    secret: 'a secret that only this test knows of',
    database: memoryAdapter({ user: [], session: [], account: [], verification: [] }),
    emailAndPassword: {
      enabled: true,
      password: { hash: async (text) => text, verify: async ({ hash, password }) => hash === password },
    },
    plugins: [admin()],
    telemetry: { enabled: false },
    logger: { level: 'error' },
  })
  const { internalAdapter } = await auth.$context
  const signUp = async (name: string, email: string, image?: string) => {
    const { headers, response } = await auth.api.signUpEmail({
      body: { name, email, image, password },
      returnHeaders: true,
    })
    const cookies = headers.getSetCookie().map((line) => line.split(';')[0])
    return { id: response.user.id, headers: new Headers({ cookie: cookies.join('; ') }) }
  }
  const ids: Record<Who | 'absent', string> = { ada: '', grace: '', plain: '', absent: 'a'.repeat(32) }
  for (const [who, { firstName, lastName, emailAddress, imageUrl }] of Object.entries(crowd)) {
    const { id } = await signUp(`${firstName} ${lastName}`, emailAddress, imageUrl ?? undefined)
    ids[who as Who] = id
  }
  const boss = await signUp('The Admin', 'boss@panel.test')
  await internalAdapter.updateUser(boss.id, { role: 'admin' })
  const visitor = await signUp('A visitor', 'visitor@panel.test')
  return {
    auth,
    ids,
    /** The admin's. */
    headers: boss.headers,
    /** Those of somebody who is signed in and no admin. */
    visitorHeaders: visitor.headers,
    imageOf: async (id: string): Promise<string | null> => (await internalAdapter.findUserById(id))?.image ?? null,
  }
}
