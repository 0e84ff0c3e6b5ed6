import type { AvatarKitError } from '../../core/errors.ts'
import type { ReviewMessages } from '../../core/messages.ts'
import { displayName, type User } from '../../core/user.ts'
import { newKey } from '../../core/wire.ts'
import type { AvatarKit } from '../kit.ts'
import { Announcer } from './Announcer.ts'
import { ListPosition } from './ListPosition.ts'
import { Removals } from './Removals.ts'
import { type ReviewDecision, type ReviewItem, ReviewQueue } from './ReviewQueue.ts'

/** What was decided, for the host to keep. */
export interface ReviewDecided {
  user: User
  /** `undefined`: it was undone, or the removal failed. */
  decision: ReviewDecision | undefined
  previousDecision: ReviewDecision | undefined
  /** With `remove`: the code of the reason, where one was chosen. */
  reason?: string
  /** Why the removal failed. */
  error?: AvatarKitError
}

/** What the actions of a review need of its props, as they were last rendered. */
export interface SessionContext {
  kit: AvatarKit
  words: ReviewMessages
  onDecision: ((decided: ReviewDecided) => void) | undefined
  reason: string | undefined
}

/** Where the focus belongs after an action: on the current item, or where the page ends. */
export type FocusWish = { to: 'item' | 'end'; scroll: boolean }

/** One review from its first picture to its last: what is judged, the removals, what is said. The same object while it is mounted. */
export class ReviewSession {
  /** Tells its queries from those of an earlier review. */
  readonly id: string = newKey()
  readonly queue: ReviewQueue
  readonly removals: Removals = new Removals()
  readonly announcer: Announcer = new Announcer()
  readonly position: ListPosition = new ListPosition()
  #context: SessionContext
  /** Taken by whoever moves the focus after the next render. */
  #focusWish: FocusWish | undefined
  #enlarged = false

  constructor(pageSize: number, users: readonly User[] | undefined, context: SessionContext) {
    this.queue = new ReviewQueue(pageSize, users)
    this.#context = context
  }

  /** What the props are now. */
  update(context: SessionContext): void {
    this.#context = context
  }

  /** While the dialog is there it has the focus. */
  enlarge(): void {
    this.#enlarged = true
  }

  /** The dialog is gone: the focus goes to the item that is in front by now. */
  shrunk(): void {
    this.#enlarged = false
    this.#focusWish ??= { to: 'item', scroll: true }
    this.queue.refresh()
  }

  /** Whether the last action led to the end of the page. */
  get atEnd(): boolean {
    return this.#focusWish?.to === 'end'
  }

  /** Where the focus is to go now, once; nowhere while the dialog is open. `lost`: what had it is gone. */
  takeFocusWish(lost: boolean): FocusWish | undefined {
    if (this.#enlarged) return undefined
    const wish = this.#focusWish ?? (lost ? { to: this.queue.pageDone ? 'end' : 'item', scroll: false } : undefined)
    this.#focusWish = undefined
    return wish
  }

  /** Decides one picture. What was decided before is taken back, if that can be. `scroll`: for whoever uses keys. */
  decide(item: ReviewItem, decision: ReviewDecision, { scroll = true }: { scroll?: boolean } = {}): void {
    const { kit, words, onDecision, reason: chosen } = this.#context
    if (item.decision === decision || (decision === 'remove' && !kit.can('deleteUserProfileImage', item.user))) return
    if (item.decision === 'remove' && !this.#takeBack(item)) return this.#tooLate(item)
    const { key, user, decision: previousDecision } = item
    const name = displayName(user)
    const reason = decision === 'remove' ? chosen : undefined
    this.queue.decide(key, decision, reason)
    this.#focusWish = { to: this.queue.pageDone ? 'end' : 'item', scroll }
    kit.ledger.dismiss(user.id)
    if (decision === 'remove')
      this.removals.start(kit, { key, user, reason, onFailed: (error) => this.#failed(key, error) })
    this.announcer.say(
      decision === 'keep'
        ? words.saidKept(name)
        : decision === 'skip'
          ? words.saidSkipped(name)
          : words.saidRemoved(name),
    )
    onDecision?.({ user, decision, previousDecision, ...(reason === undefined ? {} : { reason }) })
  }

  /** Takes back one decision, by default the last. */
  undo(
    item: ReviewItem | undefined = this.queue.find(this.queue.get().history.at(-1)),
    { scroll = true, focus = true }: { scroll?: boolean; focus?: boolean } = {},
  ): void {
    if (!item?.decision) return
    if (item.decision === 'remove' && !this.#takeBack(item)) return this.#tooLate(item, focus)
    const { words, onDecision } = this.#context
    const { key, user, decision: previousDecision } = item
    this.queue.undecide(key)
    if (focus) this.#focusWish = { to: 'item', scroll }
    this.announcer.say(words.saidUndone(displayName(user)))
    onDecision?.({ user, decision: undefined, previousDecision })
  }

  turn(by: 1 | -1): void {
    this.queue.turn(by)
    this.#focusWish = { to: 'item', scroll: true }
  }

  turnToUndecided(): void {
    this.queue.turnToUndecided()
    this.#focusWish = { to: 'item', scroll: true }
  }

  revisitSkipped(): void {
    this.queue.revisitSkipped()
    this.#focusWish = { to: 'item', scroll: true }
  }

  /** Nobody is there any more. */
  end(): void {
    this.removals.release()
    this.announcer.rest()
  }

  #takeBack({ key, user, reason }: ReviewItem): boolean {
    const onFailed = () => {
      const { words, onDecision } = this.#context
      this.queue.stands(key, reason)
      this.announcer.say(words.saidNotRestored(displayName(user)))
      onDecision?.({
        user,
        decision: 'remove',
        previousDecision: undefined,
        ...(reason === undefined ? {} : { reason }),
      })
    }
    return (
      this.removals.takeBack(this.#context.kit, {
        key,
        user,
        onRestored: (image) => this.queue.restored(key, image),
        onFailed,
      }) !== 'sent'
    )
  }

  #tooLate({ key, user }: ReviewItem, focus = true): void {
    this.queue.undecide(key, { final: true })
    if (focus) this.#focusWish = { to: 'item', scroll: true }
    this.announcer.say(this.#context.words.saidFinal(displayName(user)))
  }

  #failed(key: string, error: AvatarKitError): void {
    const item = this.queue.find(key)
    // Undone meanwhile, and its picture is there.
    if (!item || item.decision !== 'remove') return
    const { words, onDecision } = this.#context
    this.queue.failed(key)
    this.announcer.say(words.saidFailed(displayName(item.user)))
    onDecision?.({ user: item.user, decision: undefined, previousDecision: 'remove', error })
  }
}
