import type { User } from '../core/user.ts'
import { deleteUserProfileImageOptions, type RemovalOptions } from './deleteUserProfileImageOptions.ts'
import type { AvatarKit } from './kit.ts'
import type { RemovalAnswers } from './reason/RemovalQuestions.ts'

export interface HoldOptions extends Omit<RemovalOptions, 'mode'> {
  name: string
  onUndone: () => void
  /** The same object for removals that belong together; see `Ledger.submitBatch`. */
  batch?: object
}

/** Starts a removal as a mutation of its own, without a hook: rows of a table need none until it is asked for. */
export function sendRemoval(kit: AvatarKit, user: User, options: RemovalOptions, answers?: RemovalAnswers): void {
  kit.ledger.noteImage(user.id, user)
  // What went wrong is in the ledger and was told to `onError`.
  kit.mutations.execute(deleteUserProfileImageOptions(kit, options), { ...answers, userId: user.id }).catch(() => {})
}

/** Shows a removal and sends it when the time to undo it is over; only then is there a mutation. */
export function holdRemoval(
  kit: AvatarKit,
  user: User,
  { onUndone, batch, ...options }: HoldOptions,
  answers?: RemovalAnswers,
): void {
  kit.ledger.noteImage(user.id, user)
  const removal = deleteUserProfileImageOptions(kit, { ...options, mode: 'optimistic' })
  const [change] = kit.ledger.submit([
    {
      userId: user.id,
      change: { kind: 'remove' },
      holdMs: kit.undoMs,
      batch,
      send: (context) => kit.mutations.execute(removal, { ...answers, userId: user.id }, context),
    },
  ])
  kit.held({ userId: user.id, name: options.name, holdMs: kit.undoMs, change: change!, onUndone })
}
