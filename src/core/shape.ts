import type { AdapterLike, UserImageAdapter } from './adapter.ts'
import { AvatarKitError } from './errors.ts'

export function checkPage<T extends { data: unknown[]; totalCount: number }>(page: T, what: string): T {
  if (page && Array.isArray(page.data) && typeof page.totalCount === 'number') return page
  throw new AvatarKitError('unavailable', {
    message: `avatarkit: the reply is not a list of ${what}. Check what answers in the provider’s place.`,
  })
}

export function asAdapter<TUser>(adapter: AdapterLike<TUser>): UserImageAdapter<TUser> {
  const raw = typeof adapter === 'function' ? { deleteUserProfileImage: adapter } : adapter
  if (typeof raw?.deleteUserProfileImage === 'function') return raw
  throw new AvatarKitError('misconfigured', {
    message:
      'avatarkit: an adapter is missing. Pass one, such as restAdapter({ baseUrl }), or a function deleteUserProfileImage(userId).',
  })
}

export function describe(value: unknown): string {
  const text =
    typeof value === 'string'
      ? JSON.stringify(value)
      : Array.isArray(value)
        ? 'an array'
        : value === null
          ? 'null'
          : typeof value
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}
