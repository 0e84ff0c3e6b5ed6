import type { CallContext, ImageEvent, User, UserImageAdapter } from 'avatarkit/server'
import { AvatarKitError } from 'avatarkit/server'
import type { History, HistoryEntry, HistoryRow } from './History.ts'
import type { Users } from './users.ts'

/** Where staff, and nobody else, see a picture that was removed. */
export const EVIDENCE_PATH = '/panel/pictures'

/**
 * The adapter with a memory: every change is written down with who did it and why, and removed pictures can be
 * brought back for as long as they are kept. It stands around the provider itself, so that only what was really
 * carried out is written down.
 */
export function withHistory({ adapter, ownPictures, usersById }: Users, history: History): UserImageAdapter<User> {
  const { updateUserProfileImage } = adapter
  const entry = (
    type: ImageEvent['type'],
    userId: string,
    address: string | null,
    { actor, reason, note }: CallContext = {},
  ): HistoryEntry => ({
    type,
    userId,
    address,
    actor,
    reason,
    note,
  })
  const keep = (address: string) => ownPictures?.pictures.has(address) ?? false

  return {
    ...adapter,
    async deleteUserProfileImage(userId, context) {
      const before = ownPictures?.imageOf(userId)
      const user = await adapter.deleteUserProfileImage(userId, context)
      // Where a colleague was quicker there was nothing to remove.
      if (before !== null)
        history.add({
          ...entry('removed', userId, before ?? null, context),
          keep: before !== undefined && keep(before),
        })
      return user
    },
    updateUserProfileImage:
      updateUserProfileImage &&
      (async (userId, params, context) => {
        const before = ownPictures?.imageOf(userId)
        const user = await updateUserProfileImage(userId, params, context)
        const replaced = before
          ? [{ ...entry('removed', userId, before, { actor: context?.actor, reason: 'replaced' }), keep: keep(before) }]
          : []
        history.add(...replaced, entry('set', userId, user.imageUrl, context))
        return user
      }),
    restoreUserProfileImage:
      ownPictures &&
      (async (userId, context) => {
        const address = history.restorable(userId)
        if (address === undefined) throw new AvatarKitError('user-not-found', { userId })
        const user = await ownPictures.setImage(userId, address, context)
        history.add(entry('restored', userId, address, context))
        return user
      }),
    async getImageEvents(params, context) {
      const { data, totalCount } = history.list(params)
      const users = await usersById([...new Set(data.map(({ userId }) => userId))], context)
      return { data: data.map((row) => eventOf(row, users.get(row.userId))), totalCount }
    },
  }
}

/** A removed picture is shown from where only staff can see it, and a current one from its own address. */
function eventOf({ address, keptId, ...event }: HistoryRow, user: User | undefined): ImageEvent {
  const isCurrent = address !== null && address === user?.imageUrl
  return { ...event, user, imageUrl: keptId ? `/api${EVIDENCE_PATH}/${keptId}` : isCurrent ? address : null }
}
