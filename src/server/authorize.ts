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
export function authorized(
  authorize: Authorize,
  requestOf: (uncounted: Uncounted) => AuthorizeRequest,
  timeoutMs: number,
  passes: (error: unknown) => boolean,
): Promise<Actor> {
  return new Promise((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let asking = true
    const end = () => {
      asking = false
      clearTimeout(timer)
    }
    const answer = (actor: unknown) => {
      end()
      if (isActor(actor)) return resolve(actor)
      const anonymous = !request.headers.has('cookie') && !request.headers.has('authorization')
      reject(new AvatarKitError(anonymous ? 'unauthenticated' : 'forbidden'))
    }
    const fail = (error: unknown) => {
      end()
      reject(isAvatarKitError(error) || passes(error) ? error : new AvatarKitError('forbidden', { cause: error }))
    }
    let waiting = false
    const count = () => {
      if (!asking || waiting) return
      clearTimeout(timer)
      timer = setTimeout(answer, timeoutMs)
    }
    const request = requestOf((wait) => {
      clearTimeout(timer)
      waiting = true
      return wait().finally(() => {
        waiting = false
        count()
      })
    })
    try {
      Promise.resolve(authorize(request)).then(answer, fail)
      // Behind an answer that is there already, which needs no timer.
      queueMicrotask(count)
    } catch (error) {
      fail(error)
    }
  })
}

function isActor(value: unknown): value is Actor {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as Partial<Actor>).id === 'string' &&
    (value as Actor).id !== ''
  )
}
