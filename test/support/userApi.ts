import { type Answer, type Call, type FaultServer, jsonAnswer, startFaultServer } from './faultServer.ts'

export interface ApiPerson {
  id: string
  first_name: string
  last_name: string
  email: string
  avatar_url: string | null
  has_image: boolean
}

export interface UserApi extends FaultServer {
  people: Map<string, ApiPerson>
}

/** An HTTP API of somebody's own, with the kit's routes below `/api` and field names of its own. */
export async function startUserApi(people: readonly ApiPerson[]): Promise<UserApi> {
  const held = new Map(people.map((person) => [person.id, { ...person }]))
  const server = await startFaultServer((call) => answer(call, held))
  return { ...server, people: held }
}

function answer({ method, path }: Call, held: Map<string, ApiPerson>): Answer {
  const url = new URL(path, 'http://api.test')
  const [api, users, segment, part] = url.pathname.split('/').slice(1)
  if (api !== 'api' || users !== 'users') return jsonAnswer({ message: 'no such route' }, 404)
  if (method === 'GET' && segment === undefined) return jsonAnswer(page(held, url.searchParams))
  const id = decodeURIComponent(segment ?? '')
  const person = held.get(id)
  if (!person) return jsonAnswer({ message: 'no such user' }, 404)
  if (method === 'GET' && part === undefined) return jsonAnswer({ ...person, secret_note: 'private-canary' })
  if (method === 'POST' && part === 'profile_image')
    return jsonAnswer(Object.assign(person, { avatar_url: `https://images.test/${id}/new.png`, has_image: true }))
  if (method !== 'DELETE' || part !== 'profile_image') return jsonAnswer({ message: 'not allowed' }, 405)
  if (!person.has_image) return jsonAnswer({ message: 'no image' }, 404)
  Object.assign(person, { avatar_url: null, has_image: false })
  return jsonAnswer(person)
}

function page(held: Map<string, ApiPerson>, search: URLSearchParams) {
  const query = search.get('query')?.toLowerCase() ?? ''
  const offset = Number(search.get('offset') ?? 0)
  const found = [...held.values()].filter((person) =>
    [person.first_name, person.last_name, person.email].some((text) => text.toLowerCase().includes(query)),
  )
  return { data: found.slice(offset, offset + Number(search.get('limit') ?? 20)), totalCount: found.length }
}
