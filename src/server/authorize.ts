import type { Actor } from '../core/adapter.ts'
import { AvatarKitError, isAvatarKitError } from '../core/errors.ts'
import type { User } from '../core/user.ts'
import type { HandlerAction } from './route.ts'

export interface AuthorizeRequest {
  /** Of the request: session cookie, bearer token. */
  headers: Headers
  /** Absent in server actions. */
  request?: Request
  action: HandlerAction
  /** `undefined` for lists, for events of everybody, and for removals in bulk as a whole. */
  userId: string | undefined
  /**
   * The user it is about, as the provider holds them, to compare tenants. Read once, when first called.
   * Where they belong to another tenant throw `AvatarKitError('user-not-found')`: nobody learns that they exist.
   */
  getTarget: () => Promise<User>
}

/**
 * Who acts, where they may. Anything but an object with an `id` is a denial: `undefined`, `true`, `{}`, an
 * error, silence. An `AvatarKitError` thrown says which one.
 */
export type Authorize = (request: AuthorizeRequest) => Actor | null | undefined | Promise<Actor | null | undefined>

/** Waits for what the kit itself makes `authorize` wait for: that is no silence of the host's. */
export type Uncounted = (wait: () => Promise<void>) => Promise<void>

/**
 * @param requestOf what the host is asked, whose `getTarget` may have to wait for its turn
 * @throws AvatarKitError for every denial; what `passes` says is a framework's own as it is
 */
export async function authorized(
  authorize: Authorize,
  requestOf: (uncounted: Uncounted) => AuthorizeRequest,
  timeoutMs: number,
  passes: (error: unknown) => boolean,
): Promise<Actor> {
  let timer: ReturnType<typeof setTimeout> | undefined
  let end = () => {}
  let asking = true
  const count = () => {
    if (asking) timer = setTimeout(end, timeoutMs)
  }
  const request = requestOf((wait) => {
    clearTimeout(timer)
    return wait().finally(count)
  })
  let actor: unknown
  try {
    actor = await new Promise((resolve, reject) => {
      end = () => resolve(undefined)
      count()
      Promise.resolve(authorize(request)).then(resolve, reject)
    })
  } catch (error) {
    throw isAvatarKitError(error) || passes(error) ? error : new AvatarKitError('forbidden', { cause: error })
  } finally {
    asking = false
    clearTimeout(timer)
  }
  if (isActor(actor)) return actor
  const anonymous = !request.headers.has('cookie') && !request.headers.has('authorization')
  throw new AvatarKitError(anonymous ? 'unauthenticated' : 'forbidden')
}

function isActor(value: unknown): value is Actor {
  return typeof value === 'object' && value !== null && typeof (value as Partial<Actor>).id === 'string' && (value as Actor).id !== ''
}
