import { createClerkClient } from '@clerk/backend'
import { betterAuthAdapter } from 'avatarkit/adapters/better-auth'
import { clerkAdapter } from 'avatarkit/adapters/clerk'
import type { User, UserImageAdapter } from 'avatarkit/server'
import { toUser } from 'avatarkit/server'
import type { Auth } from './auth.ts'
import type { Settings } from './settings.ts'

/** The people whom the panel manages: Clerk's where there is a key, else the demo's own. */
export function createUsersAdapter({ clerk }: Settings, auth: Auth): UserImageAdapter<any> {
  if (!clerk) return betterAuthAdapter(auth)
  return clerkAdapter(createClerkClient({ ...clerk, telemetry: { disabled: true } }))
}

/** A page of users in the kit's words, for the panel's own endpoints. */
export async function listUsers(adapter: UserImageAdapter<any>, headers: Headers, limit: number, offset: number): Promise<{ users: User[]; totalCount: number }> {
  if (!adapter.getUserList) throw new Error('The panel needs an adapter that can list users.')
  const { data, totalCount } = await adapter.getUserList({ limit, offset }, { headers })
  return { users: data.map((user) => (adapter.fields?.toUser ?? toUser)(user)), totalCount }
}
