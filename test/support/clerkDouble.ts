import { type Answer, type Call, type FaultServer, jsonAnswer, startFaultServer } from './faultServer.ts'

/** A user as the double is given one. */
export interface ClerkPerson {
  /** Such as `user_29w83sxmDNGwOuEthce5gg56FcC`. */
  id: string
  firstName?: string
  lastName?: string
  emailAddress?: string
  /** The person's own picture. Without it the user has a generated one. */
  imageUrl?: string | null
}

export interface ClerkDouble extends FaultServer {
  /** What the double holds, as its API tells it. */
  users: Map<string, ClerkUserJSON>
}

/** The names of Clerk's Backend API. */
export interface ClerkUserJSON {
  id: string
  has_image: boolean
  image_url: string
  email_addresses: { email_address: string }[]
  [field: string]: unknown
}

/** Clerk's generated picture: every user without one of their own has it, with `has_image: false`. */
export const defaultImage = (id: string): string => `https://img.clerk.com/default/${id}`

/**
 * The part of Clerk's Backend API that has to do with users' pictures, with a memory: what is removed
 * stays removed. `@clerk/backend` talks to it by `apiUrl`. Deleting an account works too, so that a test
 * can see that it never happens.
 */
export async function startClerkDouble({ users, secretKey, rateLimit }: ClerkDoubleOptions): Promise<ClerkDouble> {
  const held = holdUsers(users)
  const refuse = rateLimit && limiter(rateLimit)
  const server = await startFaultServer((call) => refuse?.() ?? answer(call, held, secretKey))
  return { ...server, users: held }
}

interface ClerkDoubleOptions {
  users: readonly ClerkPerson[]
  secretKey: string
  /** What the key may ask for, whoever asks. Default: as much as it likes. */
  rateLimit?: { max: number; windowMs: number }
}

/** One window after the other, as Clerk counts, with whole seconds to wait. */
function limiter({ max, windowMs }: { max: number; windowMs: number }): () => Answer | undefined {
  let [ends, count] = [0, 0]
  return () => {
    const now = Date.now()
    if (now >= ends) [ends, count] = [now + windowMs, 0]
    return ++count <= max
      ? undefined
      : refusal(429, 'too_many_requests', 'Too many requests', {
          'retry-after': String(Math.ceil((ends - now) / 1000)),
        })
  }
}

function answer({ method, path, headers, body }: Call, held: Map<string, ClerkUserJSON>, secretKey: string): Answer {
  if (headers.authorization !== `Bearer ${secretKey}`)
    return refusal(401, 'authentication_invalid', 'Invalid authentication')
  const url = new URL(path, 'http://clerk.test')
  const [version, collection, id, part, more] = url.pathname.split('/').slice(1)
  if (version !== 'v1' || collection !== 'users' || more !== undefined) return notFound()
  if (method === 'GET' && id === undefined) return jsonAnswer(page(found(held, url), url))
  if (method === 'GET' && id === 'count' && part === undefined)
    return jsonAnswer({ object: 'total_count', total_count: found(held, url).length })
  const user = held.get(id ?? '')
  if (!user) return notFound()
  if (method === 'GET' && part === undefined) return jsonAnswer(user)
  if (method === 'DELETE' && part === undefined) {
    held.delete(user.id)
    return jsonAnswer({ object: 'user', id: user.id, deleted: true })
  }
  if (method === 'POST' && part === 'profile_image') return setImage(user, headers, body)
  if (method !== 'DELETE' || part !== 'profile_image') return notFound()
  return removeImage(user) ?? jsonAnswer(user)
}

function setImage(user: ClerkUserJSON, headers: Call['headers'], body: string): Answer {
  if (!headers['content-type']?.startsWith('multipart/form-data') || !/name="file"; filename=/.test(body))
    return refusal(422, 'form_param_missing', 'file is missing')
  const address = `https://img.clerk.com/${user.id}-${Date.now()}`
  Object.assign(user, { has_image: true, image_url: address, profile_image_url: address, updated_at: Date.now() })
  return jsonAnswer(user)
}

/** The refusal where there is none to remove. */
export function removeImage(user: ClerkUserJSON): Answer | undefined {
  if (!user.has_image) return refusal(404, 'image_not_found', 'Image not found')
  Object.assign(user, {
    has_image: false,
    image_url: defaultImage(user.id),
    profile_image_url: defaultImage(user.id),
    updated_at: Date.now(),
  })
  return undefined
}

/** The users as the double holds them. */
export const holdUsers = (users: readonly ClerkPerson[]): Map<string, ClerkUserJSON> =>
  new Map(users.map((person, index) => [person.id, clerkUser(person, index)]))

const notFound = () => refusal(404, 'resource_not_found', 'not found')

/** An error as Clerk's Backend API words it. */
export function refusal(status: number, code: string, message: string, headers: Record<string, string> = {}): Answer {
  return jsonAnswer(
    { errors: [{ message, long_message: message, code }], clerk_trace_id: 'trace_of_the_double' },
    status,
    headers,
  )
}

function found(held: Map<string, ClerkUserJSON>, { searchParams }: URL): ClerkUserJSON[] {
  const query = searchParams.get('query')?.toLowerCase() ?? ''
  const texts = (user: ClerkUserJSON) => [
    user.id,
    user.first_name,
    user.last_name,
    user.username,
    ...user.email_addresses.map((entry) => entry.email_address),
  ]
  return [...held.values()]
    .filter((user) => texts(user).some((text) => typeof text === 'string' && text.toLowerCase().includes(query)))
    .sort((a, b) => Number(b.created_at) - Number(a.created_at))
}

function page(users: ClerkUserJSON[], { searchParams }: URL): ClerkUserJSON[] {
  const offset = Number(searchParams.get('offset') ?? 0)
  return users.slice(offset, offset + Number(searchParams.get('limit') ?? 10))
}

/** A user as Clerk tells of one: every field that its documents require, and metadata that must stay there. */
export function clerkUser(person: ClerkPerson, index = 0): ClerkUserJSON {
  const { id, firstName = null, lastName = null, emailAddress, imageUrl } = person
  const at = 1_700_000_000_000 + index
  const email = emailAddress && {
    id: `idn_${id.slice(5)}`,
    object: 'email_address',
    email_address: emailAddress,
    reserved: false,
    verification: null,
    linked_to: [],
    matches_sso_connection: false,
    created_at: at,
    updated_at: at,
  }
  return {
    id,
    object: 'user',
    username: null,
    first_name: firstName,
    last_name: lastName,
    locale: null,
    has_image: Boolean(imageUrl),
    image_url: imageUrl || defaultImage(id),
    profile_image_url: imageUrl || defaultImage(id),
    primary_email_address_id: email ? email.id : null,
    primary_phone_number_id: null,
    primary_web3_wallet_id: null,
    password_enabled: true,
    two_factor_enabled: false,
    totp_enabled: false,
    backup_code_enabled: false,
    email_addresses: email ? [email] : [],
    phone_numbers: [],
    web3_wallets: [],
    passkeys: [],
    external_accounts: [],
    saml_accounts: [],
    enterprise_accounts: [],
    public_metadata: {},
    private_metadata: { note: 'private-canary' },
    unsafe_metadata: {},
    external_id: null,
    last_sign_in_at: null,
    banned: false,
    locked: false,
    lockout_expires_in_seconds: null,
    verification_attempts_remaining: 100,
    created_at: at,
    updated_at: at,
    delete_self_enabled: true,
    create_organization_enabled: true,
    last_active_at: null,
    mfa_enabled_at: null,
    mfa_disabled_at: null,
    legal_accepted_at: null,
  }
}
