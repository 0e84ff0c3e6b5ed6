import { type Authorize, AvatarKitError } from 'avatarkit/server'
import type { Auth } from './auth.ts'
import { staffOf } from './staff.ts'

const reading = ['getUser', 'getUserList']

/** Admins may do everything, support may read, nobody else may do anything. */
export function authorizeWith(auth: Auth): Authorize {
  return async ({ headers, action }) => {
    const staff = await staffOf(auth, headers)
    if (!staff) throw new AvatarKitError('unauthenticated')
    if (staff.role !== 'admin' && !reading.includes(action)) throw new AvatarKitError('forbidden')
    return { id: staff.id, role: staff.role }
  }
}
