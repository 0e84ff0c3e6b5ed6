import type { BulkResult, CallContext, ListCapabilities, UserImageAdapter } from '../core/adapter.ts'
import { AvatarKitError } from '../core/errors.ts'
import { type GuardedAdapter, guardAdapter } from '../core/guard.ts'
import { resumed } from '../core/resumed.ts'
import { toUser } from '../core/toUser.ts'
import type { User } from '../core/user.ts'
import { type ActionContext, type ActionResult, newKey, toldError, type UserImageActions } from '../core/wire.ts'

export interface ActionsAdapterOptions {
  /** All of one call. Default 30,000 ms: longer than the server's own. */
  deadlineMs?: number
  /** The provider behind the server takes pictures anew from elsewhere: what is removed may come back. Default false. */
  imageMayReturn?: boolean
  /** What the server's list can do beside searching and paging. Default: nothing. */
  lists?: ListCapabilities
}

/** An action answers at its end: so many at a time, so that there is something to see meanwhile. */
const AT_ONCE = 20

/**
 * From the browser to a server through server actions, as `createUserImageActions` makes them and a
 * `'use server'` file exports them: `actionsAdapter({ deleteUserProfileImage, getUser })`. An action that is
 * left out is a capability that is missing: without `getUser` a lost answer stays `unknown-outcome`.
 */
export function actionsAdapter(
  actions: Pick<UserImageActions, 'deleteUserProfileImage'> & Partial<UserImageActions>,
  { deadlineMs = 30_000, imageMayReturn = false, lists }: ActionsAdapterOptions = {},
): GuardedAdapter<User> {
  const {
    deleteUserProfileImage,
    deleteUserProfileImages,
    updateUserProfileImage,
    restoreUserProfileImage,
    getImageEvents,
    getUser,
    getUserList,
  } = actions ?? {}
  if (typeof deleteUserProfileImage !== 'function') {
    throw new AvatarKitError('misconfigured', {
      message:
        "avatarkit: actionsAdapter needs the server action deleteUserProfileImage. Import it from your file that says 'use server'.",
    })
  }
  const adapter: UserImageAdapter<User> = {
    policy: { deadlineMs, retries: 0 },
    imageMayReturn,
    lists,
    async deleteUserProfileImage(userId, context = {}) {
      refuseAborted(context, userId)
      return userOf(await answered(deleteUserProfileImage(userId, sentOf(context)), userId), userId)
    },
    updateUserProfileImage:
      updateUserProfileImage &&
      (async (userId, { file }, context = {}) => {
        refuseAborted(context, userId)
        const form = new FormData()
        form.set('file', file, 'image')
        return userOf(await answered(updateUserProfileImage(userId, form, sentOf(context)), userId), userId)
      }),
    restoreUserProfileImage:
      restoreUserProfileImage &&
      (async (userId, context = {}) => {
        refuseAborted(context, userId)
        return userOf(await answered(restoreUserProfileImage(userId, sentOf(context)), userId), userId)
      }),
    getImageEvents:
      getImageEvents &&
      (async (params) => {
        const { data, totalCount } = await answered(getImageEvents(params), undefined)
        return { data, totalCount }
      }),
    deleteUserProfileImages:
      deleteUserProfileImages && ((userIds, context = {}) => inParts(deleteUserProfileImages, userIds, context)),
    getUser: getUser && (async (userId) => userOf(await answered(getUser(userId), userId), userId)),
    getUserList:
      getUserList &&
      (async (params) => {
        const { data, totalCount } = await answered(getUserList(params), undefined)
        return { data: data.map((user) => toUser(user)), totalCount }
      }),
  }
  return guardAdapter(adapter)
}

async function* inParts(
  action: UserImageActions['deleteUserProfileImages'],
  userIds: readonly string[],
  context: CallContext,
): AsyncGenerator<BulkResult<User>, void, undefined> {
  const { signal, idempotencyKey = newKey() } = context
  for (let at = 0; at < userIds.length; at += AT_ONCE) {
    const part = userIds.slice(at, at + AT_ONCE)
    if (signal?.aborted) {
      for (const userId of part) yield { userId, status: 'not-sent', error: new AvatarKitError('aborted', { userId }) }
      continue
    }
    yield* resumed(
      part,
      // What is under way ends: an action cannot be taken back.
      { ...context, signal: undefined, idempotencyKey: `${idempotencyKey}:${at}` },
      async function* ({ stop, ...inner }) {
        const { results } = await answered(action(part, { ...sentOf(inner), stop }), undefined)
        yield* Array.isArray(results) ? results : []
      },
      (user) => toUser(user),
    )
  }
}

/** What of a call's context an action takes. */
const sentOf = ({ reason, note, tellUser, idempotencyKey }: CallContext): ActionContext => ({
  reason,
  note,
  tellUser,
  idempotencyKey,
})

/** An action cannot be taken back once it is called. */
function refuseAborted({ signal }: CallContext, userId: string): void {
  if (signal?.aborted) throw new AvatarKitError('aborted', { userId })
}

/** What crossed the wire is checked again: `null` and a flag that says otherwise is no image. */
function userOf({ user }: { user: unknown }, userId: string): User {
  if (typeof user === 'object' && user !== null && !Array.isArray(user)) return toUser(user)
  throw unreadable(userId)
}

async function answered<T extends object>(call: Promise<ActionResult<T>>, userId: string | undefined): Promise<T> {
  const result = await call.catch((error: unknown) => {
    // The framework leaves for the page to sign in: nothing was done, and nothing is to be looked up.
    throw isRedirect(error) ? new AvatarKitError('unauthenticated', { userId, cause: error, settled: true }) : error
  })
  if (result?.ok === true) return result
  throw (result?.ok === false && toldError(result.error, userId)) || unreadable(userId)
}

const isRedirect = (error: unknown) => /^NEXT_REDIRECT\b/.test(String((error as { digest?: unknown } | null)?.digest))

function unreadable(userId: string | undefined): AvatarKitError {
  return new AvatarKitError('unknown-outcome', {
    userId,
    message: 'avatarkit: the server action does not answer as createUserImageActions does. Return its result as it is.',
  })
}
