import { betterAuthAdapter } from 'avatarkit/adapters/better-auth'
import type { UserListParams, UserOrder } from 'avatarkit/server'
import { AvatarKitError, toUser, type User } from 'avatarkit/server'
import type sqlite from 'node-sqlite3-wasm'
import type { Auth } from './auth.ts'
import { patiently } from './database.ts'
import type { Pictures } from './Pictures.ts'
import type { Users } from './users.ts'

/** Absent values come last, whichever way round. */
const ORDERS: Record<UserOrder, string> = {
  name: 'fold(name), id',
  '-name': 'fold(name) desc, id',
  createdAt: 'createdAt, id',
  '-createdAt': 'createdAt desc, id',
  lastActiveAt: 'lastActiveAt is null, lastActiveAt, id',
  '-lastActiveAt': 'lastActiveAt is null, lastActiveAt desc, id',
}

/**
 * The demo's own people. Better Auth changes them; they are listed by the panel's own SQL over the same tables, since
 * the admin plugin can neither filter nor order as a desk needs it.
 */
export function betterAuthUsers(auth: Auth, database: sqlite.Database, pictures: Pictures): Users {
  database.function('fold', (text) => fold(String(text ?? '')), { deterministic: true })
  const read = (sql: string, values: Record<string, sqlite.JSValue> | sqlite.JSValue[]) =>
    patiently(() => database.all(sql, values)).map(userOf)
  const adapter = betterAuthAdapter(auth, {
    storeImage: async (_, file) => pictures.store({ type: file.type, bytes: new Uint8Array(await file.arrayBuffer()) }),
  })
  return {
    adapter: {
      ...adapter,
      lists: { orderBy: Object.keys(ORDERS) as UserOrder[], hasImage: true, changedSince: true },
      async getUserList(params) {
        const { where, values } = filterOf(params)
        const { limit = 20, offset = 0, orderBy = '-createdAt' } = params
        const { n } = patiently(() => database.get(`select count(*) as n from user where ${where}`, values)) as {
          n: number
        }
        const page = { ...values, ':limit': limit, ':offset': offset }
        return {
          data: read(`select * from user where ${where} order by ${ORDERS[orderBy]} limit :limit offset :offset`, page),
          totalCount: n,
        }
      },
    },
    async usersById(userIds) {
      const found = read(`select * from user where id in (${userIds.map(() => '?').join()})`, userIds)
      return new Map(found.map((user) => [user.id, user]))
    },
    ownPictures: {
      pictures,
      imageOf: (userId) => read('select * from user where id = ?', [userId])[0]?.imageUrl ?? null,
      async setImage(userId, address, context) {
        if (!context?.headers) throw new AvatarKitError('misconfigured', { userId })
        await auth.api.adminUpdateUser({ body: { userId, data: { image: address } }, headers: context.headers })
        return adapter.getUser!(userId, context)
      },
    },
  }
}

function filterOf({ query = '', hasImage, changedSince }: UserListParams): {
  where: string
  values: Record<string, sqlite.JSValue>
} {
  const wanted = fold(query.trim())
  const conditions = [
    wanted && '(instr(fold(name), :wanted) > 0 or instr(fold(email), :wanted) > 0)',
    hasImage !== undefined && `coalesce(image, '') ${hasImage ? '<>' : '='} ''`,
    changedSince !== undefined && 'updatedAt >= :since',
  ]
  return {
    where: conditions.filter(Boolean).join(' and ') || '1',
    values: {
      ...(wanted && { ':wanted': wanted }),
      ...(changedSince !== undefined && { ':since': new Date(changedSince).toISOString() }),
    },
  }
}

/** Without case and accents: “zoe” finds “Zoë”, and “иван” finds “Иван”. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .normalize('NFC')
}

// SQLite has no booleans.
const userOf = (row: object): User => toUser({ ...row, banned: (row as { banned?: unknown }).banned === 1 })
