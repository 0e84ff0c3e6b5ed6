import { createClient } from '@supabase/supabase-js'
import { type Answer, type Call, type FaultServer, jsonAnswer, startFaultServer } from './faultServer.ts'

/** A user as the double is given one. */
export interface SupabasePerson {
  /** A UUID. */
  id: string
  email?: string
  metadata?: Record<string, unknown>
}

/** A user as Supabase Auth tells of one. */
export interface SupabaseUserJSON {
  id: string
  user_metadata: Record<string, unknown>
  [field: string]: unknown
}

export interface SupabaseDouble extends FaultServer {
  users: Map<string, SupabaseUserJSON>
  /** The paths of the objects in each bucket. */
  buckets: Map<string, Set<string>>
}

export interface SupabaseContent {
  users?: readonly SupabasePerson[]
  buckets?: Record<string, readonly string[]>
  secretKey: string
}

/**
 * The part of a Supabase project that has to do with users' pictures: Auth's admin API and Storage, with a memory.
 * Answers are shaped as the sources of supabase/auth and supabase/storage shape them.
 */
export async function startSupabaseDouble({
  users = [],
  buckets = {},
  secretKey,
}: SupabaseContent): Promise<SupabaseDouble> {
  const held = new Map(users.map((person, index) => [person.id, supabaseUser(person, index)]))
  const objects = new Map(Object.entries(buckets).map(([name, paths]) => [name, new Set(paths)]))
  const server = await startFaultServer((call) => {
    const [part, , ...path] = new URL(call.path, 'http://supabase.test').pathname.split('/').slice(1)
    // The gateway in front of both.
    if (call.headers.apikey !== secretKey)
      return jsonAnswer({ message: 'Invalid API key', hint: 'Double check your Supabase API key.' }, 401)
    return part === 'auth' ? auth(call, path, held) : storage(call, path.map(decodeURIComponent), objects)
  })
  return { ...server, users: held, buckets: objects }
}

/** The SDK's client, as a server makes it. Node.js 20 has no WebSocket of its own, which the SDK asks for though nothing here uses one. */
export const supabaseClient = (url: string, secretKey: string, fetch?: typeof globalThis.fetch) =>
  createClient(url, secretKey, {
    auth: { persistSession: false, autoRefreshToken: false },
    global: { fetch },
    realtime: { transport: class {} as unknown as typeof WebSocket },
  })

function auth(
  { method, path, body }: Call,
  [admin, users, id, more]: string[],
  held: Map<string, SupabaseUserJSON>,
): Answer {
  if (admin !== 'admin' || users !== 'users' || more !== undefined)
    return jsonAnswer({ message: 'no Route matched with those values' }, 404)
  if (method === 'GET' && id === undefined) return list(held, new URL(path, 'http://supabase.test'))
  const user = held.get(id ?? '')
  if (!user) return authError(404, 'user_not_found', 'User not found')
  if (method === 'PUT') {
    const { user_metadata = {} } = JSON.parse(body) as { user_metadata?: Record<string, unknown> }
    for (const [name, value] of Object.entries(user_metadata)) {
      if (value === null) delete user.user_metadata[name]
      else user.user_metadata[name] = value
    }
    user.updated_at = new Date().toISOString()
  }
  return jsonAnswer(user)
}

/** Newest first, and with the headers that the SDK counts by. */
function list(held: Map<string, SupabaseUserJSON>, url: URL): Answer {
  const page = Number(url.searchParams.get('page') || 1)
  const perPage = Number(url.searchParams.get('per_page') || 50)
  const users = [...held.values()].reverse().slice((page - 1) * perPage, page * perPage)
  const link = `<${url.pathname}?page=${Math.ceil(held.size / perPage)}&per_page=${perPage}>; rel="last"`
  return jsonAnswer({ users, aud: 'authenticated' }, 200, { link, 'x-total-count': String(held.size) })
}

function storage({ method, body }: Call, [kind, name, bucket]: string[], buckets: Map<string, Set<string>>): Answer {
  if (method === 'GET' && kind === 'bucket')
    return buckets.has(name!) ? jsonAnswer({ id: name, name, public: true }) : storageError('404', 'Bucket not found')
  // Neither asks whether the bucket is there.
  if (method === 'POST' && kind === 'object' && name === 'list') {
    const { prefix, limit = 100 } = JSON.parse(body) as { prefix: string; limit?: number }
    return jsonAnswer(entriesOf(buckets.get(bucket!) ?? new Set(), prefix === '' ? '' : `${prefix}/`).slice(0, limit))
  }
  if (method === 'DELETE' && kind === 'object' && bucket === undefined) {
    const { prefixes } = JSON.parse(body) as { prefixes: string[] }
    return jsonAnswer(
      prefixes.filter((path) => buckets.get(name!)?.delete(path)).map((path) => ({ name: path, bucket_id: name })),
    )
  }
  return storageError('404', 'Route not found')
}

function entriesOf(paths: Set<string>, folder: string): { name: string; id: string | null }[] {
  const names = [...paths].filter((path) => path.startsWith(folder)).map((path) => path.slice(folder.length))
  const folders = new Set(names.filter((name) => name.includes('/')).map((name) => name.split('/')[0]!))
  const files = names
    .filter((name) => !name.includes('/'))
    .map((name) => ({ name, id: `object ${name}`, metadata: { mimetype: 'image/png' } }))
  return [...[...folders].map((name) => ({ name, id: null, metadata: null })), ...files]
}

/** An error as Auth words it since its API version 2024-01-01. */
export const authError = (status: number, code: string, message: string): Answer =>
  jsonAnswer({ code, message }, status, { 'x-supabase-api-version': '2024-01-01' })

/** An error as Storage words it: most of them with the status 400, and the one that is meant in the body. */
export const storageError = (statusCode: string, message: string, status = 400): Answer =>
  jsonAnswer({ statusCode, error: message, message }, status)

/** A user as Supabase Auth tells of one, with things that must stay there. */
export function supabaseUser({ id, email = '', metadata = {} }: SupabasePerson, index = 0): SupabaseUserJSON {
  const at = new Date(1_700_000_000_000 + index).toISOString()
  const identity = {
    identity_id: id,
    id,
    user_id: id,
    identity_data: { email, sub: id, secret: 'private-canary' },
    provider: 'email',
    created_at: at,
    updated_at: at,
    last_sign_in_at: at,
  }
  return {
    id,
    aud: 'authenticated',
    role: 'authenticated',
    email,
    email_confirmed_at: at,
    phone: '',
    last_sign_in_at: at,
    app_metadata: { provider: 'email', providers: ['email'], note: 'private-canary' },
    user_metadata: { email, sub: id, note: 'private-canary', ...metadata },
    identities: [identity],
    created_at: at,
    updated_at: at,
    is_anonymous: false,
  }
}
