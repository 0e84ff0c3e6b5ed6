import type { CallContext, User, UserImageAdapter } from 'avatarkit/server'
import { toUser } from 'avatarkit/server'
import type sqlite from 'node-sqlite3-wasm'
import type { Auth } from './auth.ts'
import { betterAuthUsers } from './betterAuthUsers.ts'
import { clerkUsers } from './clerkUsers.ts'
import type { Pictures } from './Pictures.ts'
import type { Settings } from './settings.ts'

/** The people whom the panel manages. */
export interface Users {
  adapter: UserImageAdapter<User>
  /** Those of them who are still there. */
  usersById(userIds: string[], context?: CallContext): Promise<Map<string, User>>
  /** Where their pictures are the panel's own, so that it can keep a removed one for a while. */
  ownPictures?: {
    pictures: Pictures
    imageOf(userId: string): string | null
    setImage(userId: string, address: string, context?: CallContext): Promise<User>
  }
}

export interface UsersOptions {
  settings: Settings
  auth: Auth
  database: sqlite.Database
  pictures: Pictures
}

/** Clerk's where there is a key, else the demo's own. */
export function createUsers({ settings: { clerk }, auth, database, pictures }: UsersOptions): Users {
  return clerk ? clerkUsers(clerk) : betterAuthUsers(auth, database, pictures)
}

/** A page of users in the kit's words, for the panel's own endpoints. */
export async function listUsers(
  adapter: UserImageAdapter<any>,
  headers: Headers,
  limit: number,
  offset: number,
): Promise<{ users: User[]; totalCount: number }> {
  if (!adapter.getUserList) throw new Error('The panel needs an adapter that can list users.')
  const { data, totalCount } = await adapter.getUserList({ limit, offset }, { headers })
  return { users: data.map((user) => (adapter.fields?.toUser ?? toUser)(user)), totalCount }
}
