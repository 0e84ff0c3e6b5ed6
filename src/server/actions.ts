import { type Actor, isSafeUserId, type UserListParams } from '../core/adapter.ts'
import { AvatarKitError } from '../core/errors.ts'
import type { User } from '../core/user.ts'
import type { ActionResult, UserImageActions } from '../core/wire.ts'
import type { LimitResult } from './limiter.ts'
import { isFromHere } from './origin.ts'
import { checkLimit, checkOptions, type PerformOptions, perform, Refusal, type Result } from './perform.ts'
import type { HandlerAction } from './route.ts'

export interface UserImageActionsOptions extends PerformOptions {
  /** The headers of the request that the action answers: Next.js’s `headers`. They hold the session and tell where the page comes from. */
  getHeaders: () => Headers | Promise<Headers> | PromiseLike<{ get(name: string): string | null; entries(): IterableIterator<[string, string]> }>
  /** Told after a removal, to refresh what the server rendered: `() => revalidatePath('/users')`. Its errors do not undo the removal. */
  revalidate?: (user: User) => unknown
  limit?: {
    /** Before anybody is asked who it is. */
    beforeAuth?: (headers: Headers) => LimitResult | Promise<LimitResult>
    perActor?: (actor: Actor, action: HandlerAction) => LimitResult | Promise<LimitResult>
  }
}

const MAX_REASON = 2000

/**
 * The kit's calls as server actions, with the same checks as the handler. What they answer are plain values,
 * since thrown errors are masked in production. Export each from a file of your own that says `'use server'`:
 *
 * `export async function deleteUserProfileImage(userId: string) { return actions.deleteUserProfileImage(userId) }`
 *
 * An action can be called by anyone with anything: every argument is checked. A framework's own control flow
 * (`redirect()`, `notFound()`), thrown in `authorize`, goes through.
 *
 * @throws AvatarKitError `misconfigured` at once where an option is missing or malformed
 */
export function createUserImageActions(options: UserImageActionsOptions): UserImageActions {
  const fail = (message: string) => new AvatarKitError('misconfigured', { message: `avatarkit: createUserImageActions: ${message}` })
  checkOptions(options, fail)
  if (typeof options.getHeaders !== 'function') throw fail('`getHeaders` is missing. Give the function that returns the request’s headers, such as Next.js’s `headers`.')
  const { getHeaders, revalidate, allowedOrigins = [], limit = {} } = options

  const call = async <T>(action: HandlerAction, input: { userId?: unknown; params?: unknown; context?: unknown }, answer: (result: Result) => T) => {
    try {
      const result = await perform(
        { ...options, perActor: limit.perActor },
        async ({ isUserId }, note) => {
          note({ action })
          const headers = new Headers([...(await getHeaders()).entries()])
          // Without an address of its own the request is known by its Host, which the browser wrote; a proxy's public origin is to be listed.
          if (!isFromHere(headers, allowedOrigins, (origin) => hostOf(origin) === headers.get('host'), true)) throw new Refusal('forbidden')
          if (limit.beforeAuth) checkLimit(await limit.beforeAuth(headers))
          if (action === 'getUserList') return { action, userId: undefined, params: listParams(input.params), headers }
          const { userId } = input
          if (!isSafeUserId(userId) || !(isUserId?.(userId) ?? true)) throw new Refusal('invalid-user-id')
          note({ action, userId })
          return { action, userId, headers, reason: textOf(input.context, 'reason', MAX_REASON), idempotencyKey: textOf(input.context, 'idempotencyKey', 255) }
        },
        isControlFlow,
      )
      if (action === 'deleteUserProfileImage' && 'user' in result) await refresh(result.user)
      return { ok: true as const, ...answer(result) }
    } catch (error) {
      if (isControlFlow(error)) throw error
      const { code, retryAfter } = (error instanceof Refusal ? error : new Refusal('unexpected')).error
      return { ok: false as const, error: retryAfter === undefined ? { code } : { code, retryAfter } }
    }
  }

  const refresh = async (user: User) => {
    try {
      await revalidate?.(user)
    } catch (error) {
      if (isControlFlow(error)) throw error
    }
  }

  const user = (result: Result) => ({ user: (result as { user: User }).user })
  return {
    deleteUserProfileImage: (userId, context) => call('deleteUserProfileImage', { userId, context }, user),
    getUser: (userId) => call('getUser', { userId }, user),
    getUserList: (params) => call('getUserList', { params }, (result) => (result as { page: { data: User[]; totalCount: number } }).page),
  }
}

export type { ActionResult, UserImageActions }

/** What Next.js and React Router throw to redirect or to show that something is not there. */
function isControlFlow(error: unknown): boolean {
  if (error instanceof Response) return true
  const digest = (error as { digest?: unknown } | null)?.digest
  return typeof digest === 'string' && /^NEXT_(REDIRECT|NOT_FOUND|HTTP_ERROR_FALLBACK)\b/.test(digest)
}

const hostOf = (origin: string) => (URL.canParse(origin) ? new URL(origin).host : undefined)

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
}

function textOf(value: unknown, name: string, most: number): string | undefined {
  const text = fieldOf(value, name)
  return typeof text === 'string' && text !== '' ? text.slice(0, most) : undefined
}

function listParams(value: unknown): UserListParams {
  const number = (name: string, fallback: number, least: number, most: number) => {
    const given = fieldOf(value, name) ?? fallback
    if (typeof given === 'number' && Number.isInteger(given) && given >= least && given <= most) return given
    throw new Refusal('unexpected')
  }
  return { query: textOf(value, 'query', 200), limit: number('limit', 20, 1, 500), offset: number('offset', 0, 0, 999_999_999) }
}
