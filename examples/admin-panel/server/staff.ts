import type { MiddlewareHandler } from 'hono'
import type { Auth } from './auth.ts'

/** A signed-in person who works with this panel. */
export interface StaffMember {
  id: string
  role: 'admin' | 'support'
  name: string
  email: string
  image: string | null
}

export type StaffEnv = { Variables: { staff: StaffMember } }

/** Who sends these headers; `undefined` for nobody and for people without a role in the panel. */
export async function staffOf(auth: Auth, headers: Headers): Promise<StaffMember | undefined> {
  const session = await auth.api.getSession({ headers })
  if (!session) return undefined
  const { id, role, name, email, image = null } = session.user
  return role === 'admin' || role === 'support' ? { id, role, name, email, image } : undefined
}

/** Lets only staff through, and where `role` is given only that role. */
export function onlyStaff(auth: Auth, role?: StaffMember['role']): MiddlewareHandler<StaffEnv> {
  return async (c, next) => {
    const staff = await staffOf(auth, c.req.raw.headers)
    if (!staff) return c.json({ error: { code: 'unauthenticated' } }, 401)
    if (role && staff.role !== role) return c.json({ error: { code: 'forbidden' } }, 403)
    c.set('staff', staff)
    return next()
  }
}
