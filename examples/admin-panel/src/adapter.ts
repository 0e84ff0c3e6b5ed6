import type { ListCapabilities, UserImageAdapter } from 'avatarkit'
import { restAdapter } from 'avatarkit/adapters/rest'
import type { Me } from './session.ts'

const orderBy: ListCapabilities['orderBy'] = [
  'name',
  '-name',
  'createdAt',
  '-createdAt',
  'lastActiveAt',
  '-lastActiveAt',
]

/** How the browser reaches the users. It gives up after 6 s and looks for 3 s what became of it, so that nobody waits long when trouble is rehearsed. */
const reach = (restore: boolean, lists: ListCapabilities) =>
  restAdapter({
    baseUrl: '/api',
    deadlineMs: 9000,
    bulk: true,
    upload: true,
    events: true,
    restore,
    lists: { orderBy, ...lists },
  })

/** What the server can do, by who the identity provider is: Clerk keeps no removed pictures, and does not list by them. */
export const adapters: Record<Me['backend'], UserImageAdapter> = {
  'better-auth': reach(true, { hasImage: true, changedSince: true }),
  clerk: reach(false, {}),
}
