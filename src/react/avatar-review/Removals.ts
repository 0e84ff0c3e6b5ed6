import { AvatarKitError, meaningOf } from '../../core/errors.ts'
import { viewOf } from '../../core/toUser.ts'
import { displayName, imageKey, type ProfileImage, type User } from '../../core/user.ts'
import type { SubmittedChange } from '../../optimistic/op.ts'
import { imageEventsQueryKey } from '../activity-log/imageEventsQueryKey.ts'
import type { AvatarKit } from '../kit.ts'
import { Undos } from '../notices/Undos.ts'
import { holdRemoval } from '../removeUserProfileImage.ts'
import type { GoneRows } from './ListPosition.ts'

/** One removal that was started here. */
interface Removal {
  change: SubmittedChange
  /** `back`: it was undone before it was sent, or failed. `restoring`, `restored`: it was sent, and is undone by another change. */
  state: 'open' | 'done' | 'back' | 'restoring' | 'restored'
}

export interface RemovalRequest {
  /** Names it, for undoing. */
  key: string
  user: User
  reason: string | undefined
  onFailed: (error: AvatarKitError) => void
}

export interface RestoreRequest {
  key: string
  user: User
  onRestored: (image: ProfileImage) => void
  /** It could not be brought back: the picture is gone. */
  onFailed: () => void
}

/** What became of the wish to undo: nothing was sent; the picture is being brought back; it is too late. */
export type TakenBack = 'unsent' | 'restoring' | 'sent'

/**
 * The removals of one review. Each is shown at once and held back for a while, so that undoing it costs no request;
 * no notice tells of any of them. While there is no connection they are held, and leaving the page with one of them
 * unsent warns.
 */
export class Removals {
  readonly #removals = new Map<string, Removal>()
  readonly #undos = new Undos()
  /** They belong together: where the server asks for patience they wait, and a session that has ended stops them all. */
  readonly #batch = {}

  /** How many wait for the connection. */
  get waiting(): number {
    return this.#undos.paused ? this.#undos.get().length : 0
  }

  readonly subscribe = (listener: () => void): (() => void) => this.#undos.subscribe(listener)

  /** What the list they came from has lost, as far as is known. */
  get gone(): GoneRows {
    const all = [...this.#removals.values()]
    return {
      surely: all.filter(({ state }) => state === 'done').length,
      perhaps: all.filter(
        ({ state, change }) => state === 'done' || state === 'restoring' || (state === 'open' && !change.held),
      ).length,
    }
  }

  start(given: AvatarKit, { key, user, reason, onFailed }: RemovalRequest): void {
    const kit: AvatarKit = {
      ...given,
      notify: () => {},
      held: (undo) => {
        const { change } = undo
        const removal: Removal = { change, state: 'open' }
        this.#removals.set(key, removal)
        if (change.held) this.#hold(given, undo)
        void change.outcome.then((outcome) => {
          if (outcome.status === 'done' && removal.state === 'open') removal.state = 'done'
          if ((outcome.status !== 'failed' && outcome.status !== 'not-sent') || removal.state !== 'open') return
          removal.state = 'back'
          onFailed(outcome.status === 'failed' ? outcome.error : new AvatarKitError('aborted', { userId: user.id }))
        })
      },
    }
    holdRemoval(
      kit,
      user,
      { name: displayName(user), onUndone: () => {}, batch: this.#batch },
      reason === undefined ? {} : { reason },
    )
  }

  takeBack(kit: AvatarKit, { key, user, onRestored, onFailed }: RestoreRequest): TakenBack {
    const removal = this.#removals.get(key)
    if (!removal || removal.state === 'back') return 'unsent'
    if (removal.state === 'open' && removal.change.cancel()) {
      removal.state = 'back'
      return 'unsent'
    }
    const { restoreUserProfileImage } = kit.adapter
    if (!restoreUserProfileImage || !user.imageUrl || !kit.can('restoreUserProfileImage', user)) return 'sent'
    removal.state = 'restoring'
    const [change] = kit.ledger.submit([
      {
        userId: user.id,
        change: { kind: 'set', imageUrl: user.imageUrl },
        send: async () => {
          const outcome = await removal.change.outcome
          // Nothing was removed, so that nothing is to be brought back.
          return outcome.status === 'failed' && !meaningOf(outcome.error.code).uncertain
            ? user
            : restoreUserProfileImage(user.id)
        },
      },
    ])
    void change!.outcome.then((outcome) => {
      // What went wrong is told here; nothing is left to try again elsewhere.
      kit.ledger.dismiss(user.id)
      removal.state = outcome.status === 'done' ? 'restored' : 'done'
      void kit.queryClient.invalidateQueries({ queryKey: imageEventsQueryKey() })
      // Replaced where it was removed once more meanwhile: then that one tells.
      if (outcome.status === 'superseded') return
      if (outcome.status !== 'done') return onFailed()
      const image = outcome.user === user ? user : viewOf(kit.adapter.fields, outcome.user as object)
      if (imageKey(image) !== '') onRestored(image)
    })
    return 'restoring'
  }

  setOnline(online: boolean): void {
    this.#undos.setPaused('offline', !online)
  }

  /** Sends what is held: nobody is there any more to undo it. */
  release(): void {
    for (const { change } of this.#undos.get()) change.release()
  }

  #hold({ ledger }: AvatarKit, undo: Parameters<AvatarKit['held']>[0]): void {
    this.#undos.add(undo)
    const stop = ledger.subscribe(undo.userId, () => {
      if (undo.change.held) return
      stop()
      this.#undos.remove(undo.change)
    })
  }
}
