import { ClerkAPIResponseError, ClerkRuntimeError } from '@clerk/shared/error'
import type { ClerkAPIErrorJSON, ImageResource, UserResource } from '@clerk/shared/types'
import { type ClerkPerson, type ClerkUserJSON, holdUsers, refusal, removeImage } from './clerkDouble.ts'
import { type Answer, type Call, type FaultServer, jsonAnswer, startFaultServer } from './faultServer.ts'

export interface ClerkFrontend extends FaultServer {
  users: Map<string, ClerkUserJSON>
  /** The signed-in person, as `useUser().user` is. */
  user: SignedInUser
}

/** The part of Clerk's Frontend API that has to do with one's own picture, and the user that Clerk's frontend makes of it. */
export async function startClerkFrontend({
  users,
  signedIn,
}: {
  users: readonly ClerkPerson[]
  signedIn: string
}): Promise<ClerkFrontend> {
  const held = holdUsers(users)
  const server = await startFaultServer((call) => answer(call, held.get(signedIn)!))
  return { ...server, users: held, user: new SignedInUser(server.url, held.get(signedIn)!) }
}

function answer({ method, path }: Call, user: ClerkUserJSON): Answer {
  if (method === 'GET' && path === '/v1/me') return jsonAnswer({ response: user, client: null })
  if (method !== 'DELETE' || path !== '/v1/me/profile_image') return refusal(404, 'resource_not_found', 'not found')
  return (
    removeImage(user) ??
    jsonAnswer({ response: { object: 'image', id: `img_${user.id}`, deleted: true }, client: null })
  )
}

type Known = Pick<
  UserResource,
  'id' | 'firstName' | 'lastName' | 'imageUrl' | 'hasImage' | 'updatedAt' | 'setProfileImage'
>

/** Behaves as Clerk's own: one object that `reload` fills anew, names in camel case, dates as `Date`. */
export class SignedInUser implements Known {
  id!: string
  firstName!: string | null
  lastName!: string | null
  imageUrl!: string
  hasImage!: boolean
  updatedAt!: Date | null
  createdAt!: Date | null
  primaryEmailAddressId!: string | null
  emailAddresses!: { id: string; emailAddress: string }[]
  publicMetadata: object = { note: 'public-canary' }
  readonly #url: string

  constructor(url: string, json: ClerkUserJSON) {
    this.#url = url
    this.#fill(json)
  }

  #fill(json: ClerkUserJSON): this {
    const text = (name: string) => json[name] as string | null
    this.id = json.id
    this.firstName = text('first_name')
    this.lastName = text('last_name')
    this.imageUrl = json.image_url
    this.hasImage = json.has_image
    this.createdAt = new Date(json.created_at as number)
    this.updatedAt = new Date(json.updated_at as number)
    this.primaryEmailAddressId = text('primary_email_address_id')
    this.emailAddresses = json.email_addresses.map((entry) => ({
      id: String((entry as { id?: string }).id),
      emailAddress: entry.email_address,
    }))
    return this
  }

  async setProfileImage({ file }: { file: Blob | File | string | null }): Promise<ImageResource> {
    if (file !== null) throw new Error('This double removes only.')
    return (await this.#fetch('DELETE', '/v1/me/profile_image')) as ImageResource
  }

  async reload(): Promise<this> {
    return this.#fill((await this.#fetch('GET', '/v1/me')) as ClerkUserJSON)
  }

  async #fetch(method: string, path: string): Promise<unknown> {
    const response = await fetch(this.#url + path, { method }).catch((error: unknown) => {
      throw new ClerkRuntimeError(`Network error at ${path}`, { code: 'network_error', cause: error as Error })
    })
    if (response.status === 204) return null
    const json = (await response.json()) as { response?: unknown; errors?: ClerkAPIErrorJSON[] }
    if (response.ok) return json.response
    const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN)
    throw new ClerkAPIResponseError('', {
      data: json.errors ?? [],
      status: response.status,
      retryAfter: Number.isNaN(retryAfter) ? undefined : retryAfter,
    })
  }
}
