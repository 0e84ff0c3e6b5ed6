import { AvatarKitError } from '../../core/errors.ts'
import { hasProfileImage, type User } from '../../core/user.ts'
import type { AvatarKit } from '../kit.ts'

/** What of a list of users can be removed now. */
export interface BulkSelection {
  /** Those whose image can be removed, each once. */
  users: readonly User[]
  /** How many of the others have no image. */
  withoutImage: number
  /** How many of the others the person in front may not change. */
  notAllowed: number
}

export const nothing: BulkSelection = { users: [], withoutImage: 0, notAllowed: 0 }

/**
 * Sorts a list of users of any shape, with pending changes taken into account.
 *
 * @param isGone whether this very image is known to be removed already
 * @throws AvatarKitError `misconfigured` where one has no id
 */
export function selectionOf(
  { fields, ledger, can }: Pick<AvatarKit, 'fields' | 'ledger' | 'can'>,
  given: readonly object[],
  isGone: (user: User) => boolean = () => false,
): BulkSelection {
  const users = new Map<string, User>()
  const others = new Set<string>()
  let withoutImage = 0
  let notAllowed = 0
  for (const object of given) {
    const user = fields.toUser(object)
    if (user.id === '') {
      throw new AvatarKitError('misconfigured', {
        message:
          'avatarkit: one of `users` has no id under any known name. Pass the user objects themselves, or tell the provider how to read them with `fields`.',
      })
    }
    if (users.has(user.id) || others.has(user.id)) continue
    const allowed = can('deleteUserProfileImages', user) && can('deleteUserProfileImage', user)
    const shown = ledger.get(user.id)?.imageFor(user) ?? user
    if (allowed && hasProfileImage(shown) && !isGone(user)) {
      users.set(user.id, user)
    } else {
      others.add(user.id)
      if (allowed) withoutImage++
      else notAllowed++
    }
  }
  return { users: [...users.values()], withoutImage, notAllowed }
}
