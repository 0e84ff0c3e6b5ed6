import type { ErrorCode, UserImageAdapter } from 'avatarkit/server'
import { AvatarKitError } from 'avatarkit/server'
import type { FaultKind, FaultSwitch } from './faults.ts'

// As the adapters translate the provider's own replies: both kinds of 404 look the same from here, and
// only a look-up of the user tells them apart.
const CODES: Partial<Record<FaultKind, ErrorCode>> = {
  '403': 'forbidden',
  '404-user': 'user-not-found',
  '404-image': 'user-not-found',
  '503': 'unavailable',
}

export interface ProviderFaultsOptions {
  /** Whether the provider itself is slow. Many removals in one call are slow one by one; a single one is slow on its way here. */
  slow?: boolean
}

/**
 * A provider that fails as the switch says. It stands where the real one does, beneath the kit's guard,
 * so that retries and look-ups really run.
 */
export function withProviderFaults<TUser>(
  adapter: UserImageAdapter<TUser>,
  faults: FaultSwitch,
  { slow = false }: ProviderFaultsOptions = {},
): UserImageAdapter<TUser> {
  const { getUser, getUserList, updateUserProfileImage, restoreUserProfileImage } = adapter
  const checkIsThere = (userId: string) => {
    if (faults.missing.has(userId)) throw new AvatarKitError('user-not-found', { userId })
  }
  const failing = async (userId: string, carryOut: () => Promise<TUser>): Promise<TUser> => {
    const { fault, carriedOut, delayMs } = faults.current
    if (slow) await new Promise((resolve) => setTimeout(resolve, delayMs))
    const retryAfter = faults.patience()
    if (retryAfter !== undefined) throw new AvatarKitError('rate-limited', { userId, retryAfter })
    const code = CODES[fault]
    if (!code) return carryOut()
    // "Nothing to remove" is only ever said of a user without a picture.
    if (carriedOut || fault === '404-image') await carryOut()
    if (fault === '404-user') faults.missing.add(userId)
    throw new AvatarKitError(code, { userId })
  }
  /** There is always something to set. */
  const settable = (userId: string, carryOut: () => Promise<TUser>) =>
    faults.current.fault === '404-image' ? carryOut() : failing(userId, carryOut)
  return {
    ...adapter,
    deleteUserProfileImage: (userId, context) => failing(userId, () => adapter.deleteUserProfileImage(userId, context)),
    updateUserProfileImage:
      updateUserProfileImage &&
      ((userId, params, context) =>
        settable(userId, () => updateUserProfileImage.call(adapter, userId, params, context))),
    restoreUserProfileImage:
      restoreUserProfileImage &&
      ((userId, context) => settable(userId, () => restoreUserProfileImage.call(adapter, userId, context))),
    getUser:
      getUser &&
      (async (userId, context) => {
        checkIsThere(userId)
        return getUser.call(adapter, userId, context)
      }),
    getUserList:
      getUserList &&
      (async (params, context) => {
        const page = await getUserList.call(adapter, params, context)
        const data = page.data.filter((user) => !faults.missing.has((user as { id?: string }).id ?? ''))
        return { data, totalCount: page.totalCount - (page.data.length - data.length) }
      }),
  }
}
