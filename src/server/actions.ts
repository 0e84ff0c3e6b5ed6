import { type ImageEvent, isSafeUserId } from '../core/adapter.ts'
import { AvatarKitError } from '../core/errors.ts'
import type { User } from '../core/user.ts'
import type { ActionResult, BulkLine, UserImageActions } from '../core/wire.ts'
import type { BulkRun } from './bulk.ts'
import { asRefusal } from './call.ts'
import type { LimitResult } from './limiter.ts'
import { checkOrigin } from './origin.ts'
import { checkEvents, checkLimit, checkList, type Given } from './params.ts'
import { checkOptions, type PerformOptions, perform, type Result } from './perform.ts'
import { Refusal } from './refusal.ts'
import { bodyOf } from './reply.ts'
import type { HandlerAction } from './route.ts'

export interface UserImageActionsOptions extends PerformOptions {
  /** The headers of the request that the action answers: Next.js’s `headers`. They hold the session and tell where the page comes from. */
  getHeaders: () =>
    | Headers
    | Promise<Headers>
    | PromiseLike<{ get(name: string): string | null; entries(): IterableIterator<[string, string]> }>
  /** Told after a change, to refresh what the server rendered: `() => revalidatePath('/users')`. Its errors do not undo the removal. */
  revalidate?: (user: User) => unknown
  limit?: PerformOptions['limit'] & {
    /** Before anybody is asked who it is. */
    beforeAuth?: (headers: Headers) => LimitResult | Promise<LimitResult>
  }
}

const MAX_REASON = 2000
const MAX_KEY = 255

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
export function createUserImageActions(given: UserImageActionsOptions): UserImageActions {
  const fail = (message: string) =>
    new AvatarKitError('misconfigured', { message: `avatarkit: createUserImageActions: ${message}` })
  const options = checkOptions(given, fail)
  if (typeof options.getHeaders !== 'function')
    throw fail(
      '`getHeaders` is missing. Give the function that returns the request’s headers, such as Next.js’s `headers`.',
    )
  const { getHeaders, revalidate, allowedOrigins = [], limit = {} } = options

  const call = async <T>(
    action: HandlerAction,
    input: { userId?: unknown; userIds?: unknown; params?: unknown; context?: unknown; file?: unknown },
    answer: (result: Result) => T | Promise<T>,
  ) => {
    try {
      const result = await perform(
        options,
        async ({ isUserId }, note) => {
          note({ action })
          const headers = new Headers([...(await getHeaders()).entries()])
          // Without an address of its own the request is known by its Host, which the browser wrote; a proxy's public origin is to be listed.
          checkOrigin(headers, allowedOrigins, (origin) => hostOf(origin) === headers.get('host'), true)
          await (limit.beforeAuth && checkLimit(limit.beforeAuth(headers)))
          const { userId, userIds, params, context, file } = input
          const more = {
            headers,
            reason: textOf(context, 'reason')?.slice(0, MAX_REASON),
            note: textOf(context, 'note')?.slice(0, MAX_REASON),
            tellUser: fieldOf(context, 'tellUser') === true,
            idempotencyKey: keyOf(context),
          }
          if (action === 'deleteUserProfileImages') {
            if (!options.bulk) throw new Refusal('unexpected', 404)
            return {
              action,
              userId: undefined,
              body: async () => ({ userIds, stop: fieldOf(context, 'stop') }),
              ...more,
            }
          }
          const given: Given = (name) => fieldOf(params, name)
          if (action === 'getUserList') return { action, userId: undefined, params: checkList(given), headers }
          if (action === 'getImageEvents') {
            const whose = given('userId')
            if (whose !== undefined && (!isSafeUserId(whose) || !(isUserId?.(whose) ?? true)))
              throw new Refusal('invalid-user-id')
            note({ action, userId: whose })
            return { action, userId: whose, events: checkEvents(given, whose), headers }
          }
          if (!isSafeUserId(userId) || !(isUserId?.(userId) ?? true)) throw new Refusal('invalid-user-id')
          note({ action, userId })
          return { action, userId, body: async () => fileIn(file), ...more }
        },
        isControlFlow,
      )
      const answered = await answer(result)
      if (action !== 'getUser' && 'user' in result) await refresh(result.user)
      return { ok: true as const, ...answered }
    } catch (error) {
      if (isControlFlow(error)) throw error
      return { ok: false as const, ...bodyOf(asRefusal(error)) }
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
    updateUserProfileImage: (userId, form, context) =>
      call('updateUserProfileImage', { userId, file: form, context }, user),
    restoreUserProfileImage: (userId, context) => call('restoreUserProfileImage', { userId, context }, user),
    getImageEvents: (params) =>
      call(
        'getImageEvents',
        { params },
        (result) => (result as { events: { data: ImageEvent[]; totalCount: number } }).events,
      ),
    deleteUserProfileImages: (userIds, context) =>
      call('deleteUserProfileImages', { userIds, context }, async (result) => {
        const results: Exclude<BulkLine, { retryAfter: number }>[] = []
        let flow: unknown
        for await (const line of (result as BulkRun).lines) {
          if ('retryAfter' in line) continue
          results.push(line)
          if (line.status === 'done') await refresh(line.user).catch((error: unknown) => (flow ??= error))
        }
        // Where the host leaves for another page, the batch has come to its end.
        if (flow !== undefined) throw flow
        return { results }
      }),
    getUserList: (params) =>
      call('getUserList', { params }, (result) => (result as { page: { data: User[]; totalCount: number } }).page),
  }
}

export type { ActionResult, UserImageActions }

/** What Next.js and React Router throw to redirect or to show that something is not there. */
function isControlFlow(error: unknown): boolean {
  if (error instanceof Response) return true
  const digest = (error as { digest?: unknown } | null)?.digest
  return typeof digest === 'string' && /^NEXT_(REDIRECT|NOT_FOUND|HTTP_ERROR_FALLBACK)\b/.test(digest)
}

/** @throws Refusal 400 where it is longer than anybody needs: keys are remembered */
function keyOf(context: unknown): string | undefined {
  const key = textOf(context, 'idempotencyKey')
  if (key !== undefined && key.length > MAX_KEY) throw new Refusal('unexpected', 400)
  return key
}

/** The one file of a form. @throws Refusal for anything else */
function fileIn(form: unknown): Blob {
  const entries = form instanceof FormData ? [...form.entries()] : []
  const [name, file] = entries[0] ?? []
  if (entries.length === 1 && name === 'file' && file instanceof Blob) return file
  throw new Refusal('unexpected', 400)
}

const hostOf = (origin: string) => (URL.canParse(origin) ? new URL(origin).host : undefined)

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
}

function textOf(value: unknown, name: string): string | undefined {
  const text = fieldOf(value, name)
  return typeof text === 'string' && text !== '' ? text : undefined
}
