import type { ErrorCode, UserImageAdapter } from 'avatarkit/server'
import { AvatarKitError } from 'avatarkit/server'
import type { FaultKind, FaultSwitch } from './faults.ts'

// As the adapters translate the provider's own replies: both kinds of 404 look the same from here, and
// only a look-up of the user tells them apart.
const CODES: Partial<Record<FaultKind, ErrorCode>> = { '403': 'forbidden', '404-user': 'user-not-found', '404-image': 'user-not-found', '503': 'unavailable' }

/**
 * A provider that fails as the switch says. It stands where the real one does, beneath the kit's guard,
 * so that retries and look-ups really run.
 */
export function withProviderFaults<TUser>(adapter: UserImageAdapter<TUser>, faults: FaultSwitch): UserImageAdapter<TUser> {
  const { fields, isUserId, policy, getUser, getUserList } = adapter
  const checkIsThere = (userId: string) => {
    if (faults.missing.has(userId)) throw new AvatarKitError('user-not-found', { userId })
  }
  return {
    // Not all of the adapter: its mark of being guarded would keep the kit from guarding this one.
    fields,
    isUserId,
    policy,
    async deleteUserProfileImage(userId, context) {
      const { fault, carriedOut } = faults.current
      const code = CODES[fault]
      if (!code) return adapter.deleteUserProfileImage(userId, context)
      // "Nothing to remove" is only ever said of a user without a picture.
      if (carriedOut || fault === '404-image') await adapter.deleteUserProfileImage(userId, context)
      if (fault === '404-user') faults.missing.add(userId)
      throw new AvatarKitError(code, { userId })
    },
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
