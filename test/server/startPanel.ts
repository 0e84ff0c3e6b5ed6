import type { CallContext, UserListParams } from '../../src/core/adapter.ts'
import { AvatarKitError } from '../../src/core/errors.ts'
import type { HandlerEvent } from '../../src/server/events.ts'
import { createUserImageHandler, type UserImageHandlerOptions } from '../../src/server/handler.ts'

const person = (id: string, emailAddress: string) => ({
  id,
  firstName: 'Ada',
  lastName: 'Lovelace',
  emailAddress,
  imageUrl: `https://images.test/${id}.png` as string | null,
  hasImage: true,
  privateMetadata: { role: 'owner' },
})

/** Keeps its users; tells whose image it was asked to change, and whom it was asked to read. */
export function countingAdapter() {
  const users = new Map(
    [person('user_1', 'ada@alpha.test'), person('user_2', 'grace@beta.test')].map((user) => [user.id, user]),
  )
  const changes: string[] = []
  const reads: string[] = []
  const contexts: (CallContext | undefined)[] = []
  const lists: UserListParams[] = []
  const find = (id: string) => {
    const user = users.get(id)
    if (!user) throw new AvatarKitError('user-not-found')
    return user
  }
  const adapter = {
    async deleteUserProfileImage(userId: string, context?: CallContext) {
      changes.push(userId)
      contexts.push(context)
      return Object.assign(find(userId), { imageUrl: null, hasImage: false })
    },
    async getUser(userId: string) {
      reads.push(userId)
      return { ...find(userId) }
    },
    async getUserList(params: UserListParams) {
      lists.push(params)
      return { data: [...users.values()], totalCount: users.size }
    },
  }
  return { adapter, users, changes, reads, contexts, lists }
}

export const origin = 'https://panel.test'
export const image = '/api/users/user_1/profile_image'
/** What the panel's own page sends. */
export const admin = { cookie: 'session=admin', origin, 'sec-fetch-site': 'same-origin' }

export interface Ask {
  method?: string
  headers?: Record<string, string>
  body?: BodyInit
}

export const bulkHeaders = { ...admin, 'content-type': 'application/json' }
export const requestOf = (path: string, init: RequestInit) =>
  new Request(`${origin}${path}`, { ...init, duplex: 'half' } as RequestInit)
export const linesOf = (text: string) =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))

/** The handler over a counting adapter, with an `authorize` that knows one admin and one script. */
export function startPanel(options: Partial<UserImageHandlerOptions> = {}) {
  const counted = countingAdapter()
  const events: HandlerEvent[] = []
  const asked: { userId: string | undefined; action: string }[] = []
  const {
    authorize = ({ headers }) => {
      if (headers.get('cookie') === 'session=admin') return { id: 'admin_1' }
      return headers.get('authorization') === 'Bearer script' ? { id: 'script_1' } : undefined
    },
    ...more
  } = options
  const handler = createUserImageHandler({
    adapter: counted.adapter,
    basePath: '/api',
    policy: { retries: 0 },
    onEvent: (event) => void events.push(event),
    ...more,
    authorize: (request) => {
      asked.push({ userId: request.userId, action: request.action })
      return authorize(request)
    },
  })
  const ask = async (path = image, { method = 'DELETE', headers = admin, body }: Ask = {}) => {
    const response = await handler(requestOf(path, { method, headers, body }))
    const text = await response.text()
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: response.headers.get('content-type')?.includes('ndjson') ? linesOf(text) : JSON.parse(text),
    }
  }
  /** Many removals; in the body further fields may stand. */
  const askBulk = (
    userIds: unknown,
    { headers = {}, ...more }: { headers?: Record<string, string>; [field: string]: unknown } = {},
  ) =>
    ask('/api/users/profile_images/delete', {
      method: 'POST',
      headers: { ...bulkHeaders, ...headers },
      body: JSON.stringify({ userIds, ...more }),
    })
  return { ...counted, handler, ask, askBulk, asked, events }
}
