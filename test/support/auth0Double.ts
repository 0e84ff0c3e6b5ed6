import { ManagementClient } from 'auth0'
import { type Answer, type Call, type FaultServer, jsonAnswer, startFaultServer } from './faultServer.ts'

/** A user as the double is given one. */
export interface Auth0Person {
  /** Such as `auth0|507f1f77bcf86cd799439020`. */
  id: string
  name?: string
  email?: string
  picture?: string
  metadata?: Record<string, unknown>
}

/** A user as Auth0's Management API tells of one. */
export interface Auth0UserJSON {
  user_id: string
  picture?: string | null
  user_metadata?: Record<string, unknown>
  [field: string]: unknown
}

export interface Auth0Double extends FaultServer {
  users: Map<string, Auth0UserJSON>
}

export interface Auth0Content {
  users?: readonly Auth0Person[]
  token: string
}

/** The picture that Auth0 draws for a person with these initials. */
export const drawn = (initials: string): string => `https://cdn.auth0.com/avatars/${initials}.png`

/** What a new user of a database connection gets: their Gravatar, or else the drawn one. */
export const gravatar = (initials: string): string =>
  `https://s.gravatar.com/avatar/0bc83cb571cd1c50ba6f3e8a78ef1346?s=480&r=pg&d=${encodeURIComponent(drawn(initials))}`

/** The part of Auth0's Management API that has to do with users' pictures, with a memory, and answers shaped as its documents shape them. */
export async function startAuth0Double({ users = [], token }: Auth0Content): Promise<Auth0Double> {
  const held = new Map(users.map((person, index) => [person.id, auth0User(person, index)]))
  const server = await startFaultServer((call) => answer(call, held, token))
  return { ...server, users: held }
}

/** The SDK's client. It speaks https to a tenant's domain; these requests end at the double. */
export const auth0Client = (url: string, token: string): ManagementClient =>
  new ManagementClient({
    domain: 'tenant.test',
    token,
    fetch: (input, init) => fetch(new Request(input, init).url.replace('https://tenant.test', url), init),
  })

function answer({ method, path, headers, body }: Call, held: Map<string, Auth0UserJSON>, token: string): Answer {
  if (headers.authorization !== `Bearer ${token}`) return refusal(401, 'Invalid token')
  const url = new URL(path, 'http://auth0.test')
  const [api, version, collection, segment, more] = url.pathname.split('/').slice(1)
  if (api !== 'api' || version !== 'v2' || collection !== 'users' || more !== undefined)
    return refusal(404, 'Not Found')
  if (method === 'GET' && segment === undefined) return list(held, url.searchParams)
  const user = held.get(decodeURIComponent(segment ?? ''))
  if (!user) return refusal(404, 'The user does not exist.', 'inexistent_user')
  if (method === 'PATCH') update(user, JSON.parse(body) as Partial<Auth0UserJSON>)
  return jsonAnswer(user)
}

/** `null` takes away, at the root and one level below. */
function update(user: Auth0UserJSON, { user_metadata, ...root }: Partial<Auth0UserJSON>): void {
  const merge = (target: Record<string, unknown>, changes: Record<string, unknown>) => {
    for (const [name, value] of Object.entries(changes)) {
      if (value === null) delete target[name]
      else target[name] = value
    }
  }
  merge(user, root)
  if (user_metadata) merge((user.user_metadata ??= {}), user_metadata)
  user.updated_at = new Date().toISOString()
}

/** Newest first. */
function list(held: Map<string, Auth0UserJSON>, search: URLSearchParams): Answer {
  const [page, perPage] = [Number(search.get('page') ?? 0), Number(search.get('per_page') ?? 50)]
  if (perPage > 100 || (page + 1) * perPage > 1000)
    return refusal(400, 'You can only page through the first 1000 records.', 'invalid_paging')
  const found = [...held.values()].reverse().filter(matches(search.get('q')))
  const users = found.slice(page * perPage, (page + 1) * perPage)
  return jsonAnswer({ start: page * perPage, limit: perPage, length: users.length, users, total: found.length })
}

/** Of the query language: fields with a wildcard, joined by OR. Anything else is refused, as a stray sign would be. */
function matches(q: string | null): (user: Auth0UserJSON) => boolean {
  if (q === null) return () => true
  const terms = q.split(' OR ').map((term) => {
    const [, field, text] = /^(\w+):((?:\\.|[^\s\\+\-=&|!(){}[\]^"~?:/<>])+)$/.exec(term) ?? []
    if (!field || !text) throw new Error(`The double does not understand ${term}.`)
    const signs = text
      .match(/\\.|[^\\]/g)!
      .map((sign) => (sign === '*' ? '.*' : sign.replace(/^\\/, '').replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')))
    return { field, pattern: new RegExp(`^${signs.join('')}$`, 'i') }
  })
  return (user) => terms.some(({ field, pattern }) => typeof user[field] === 'string' && pattern.test(user[field]))
}

const NAMES: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  429: 'Too Many Requests',
  503: 'Service Unavailable',
}

/** An error as the Management API words it. */
export function refusal(
  statusCode: number,
  message: string,
  errorCode?: string,
  headers: Record<string, string> = {},
): Answer {
  return jsonAnswer(
    { statusCode, error: NAMES[statusCode] ?? 'Error', message, ...(errorCode && { errorCode }) },
    statusCode,
    headers,
  )
}

/** A user as the Management API tells of one, with things that must stay there. */
export function auth0User(
  { id, name, email, picture = gravatar('xx'), metadata }: Auth0Person,
  index = 0,
): Auth0UserJSON {
  const at = new Date(1_700_000_000_000 + index).toISOString()
  const [provider, user_id] = id.split('|')
  return {
    user_id: id,
    email,
    email_verified: true,
    name: name ?? email,
    nickname: email?.split('@')[0],
    picture,
    identities: [
      {
        connection: 'Username-Password-Authentication',
        provider,
        user_id,
        isSocial: false,
        access_token: 'private-canary',
      },
    ],
    app_metadata: { note: 'private-canary' },
    ...(metadata && { user_metadata: { note: 'private-canary', ...metadata } }),
    last_ip: '203.0.113.7',
    last_login: at,
    logins_count: 3,
    created_at: at,
    updated_at: at,
  }
}
