import { type Authorize, AvatarKitError, type HandlerAction } from 'avatarkit/server'
import type { Auth } from './auth.ts'
import { staffOf } from './staff.ts'

/** What support may do too. Whatever comes to the kit one day is the admins' alone until it is written here. */
const reading: readonly HandlerAction[] = ['getUser', 'getUserList', 'getImageEvents']

/** Admins may do everything, support may read, nobody else may do anything. */
export function authorizeWith(auth: Auth): Authorize {
  return async ({ headers, action }) => {
    const staff = await staffOf(auth, headers)
    if (!staff) throw new AvatarKitError('unauthenticated')
    if (staff.role !== 'admin' && !reading.includes(action)) throw new AvatarKitError('forbidden')
    // Events tell the name even when the person has long left.
    return { id: staff.id, role: staff.role, name: staff.name }
  }
}
