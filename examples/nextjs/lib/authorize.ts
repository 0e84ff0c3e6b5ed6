import type { Authorize } from 'avatarkit/server'
import { redirect } from 'next/navigation'

/** Your session here. Anything but an actor is a denial. */
const isAdmin = (headers: Headers) => headers.get('cookie')?.includes('session=admin') ?? false

/** For the route handler: a denial is an answer with a code. */
export const authorize: Authorize = ({ headers }) => (isAdmin(headers) ? { id: 'admin' } : null)

/** For server actions: who has no session is sent to sign in. */
export const authorizeOrRedirect: Authorize = ({ headers }) => (isAdmin(headers) ? { id: 'admin' } : redirect('/login'))
