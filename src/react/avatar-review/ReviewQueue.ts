import { hasProfileImage, imageKey, type ProfileImage, type User } from '../../core/user.ts'

/** What a moderator says of one picture. `skip`: not now, or somebody else. */
export type ReviewDecision = 'keep' | 'remove' | 'skip'

/** One picture to judge. A new object whenever something about it changes. */
export interface ReviewItem {
  /** Names it. Another picture of the same person is another item. */
  key: string
  user: User
  decision?: ReviewDecision
  /** Code of the reason with which it was removed. */
  reason?: string
  /** Somebody tried to undo the removal when it was too late. */
  final?: true
}

export interface ReviewState {
  /** All that was seen, in order; those before `start` are on earlier pages. */
  items: readonly ReviewItem[]
  start: number
  /** The item that keys and buttons are about; `undefined` on an empty page. */
  currentKey: string | undefined
  /** What was decided, in order, by key: undo goes back through it. */
  history: readonly string[]
}

/** Which picture of whom. */
const pictureOf = (user: User) => `${user.id}\n${imageKey(user)}`

/**
 * What is judged, page by page. Only ever grows, and nothing on the page in front moves: what is decided stays in
 * its place until the page is turned. Synchronous, so that no key is ever about yesterday's item.
 */
export class ReviewQueue {
  readonly pageSize: number
  #state: ReviewState = { items: [], start: 0, currentKey: undefined, history: [] }
  #count = 0
  readonly #known = new Set<string>()
  readonly #listeners = new Set<() => void>()

  constructor(pageSize: number, users: readonly User[] = []) {
    this.pageSize = pageSize
    this.append(users)
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly get = (): ReviewState => this.#state

  get page(): readonly ReviewItem[] {
    return pageOf(this.#state, this.pageSize)
  }

  get current(): ReviewItem | undefined {
    return this.find(this.#state.currentKey)
  }

  /** Whether something on the page in front is still to be decided. */
  get pageDone(): boolean {
    return this.page.every((item) => item.decision)
  }

  find(key: string | undefined): ReviewItem | undefined {
    return key === undefined ? undefined : this.#state.items.find((item) => item.key === key)
  }

  /** Adds those with a picture that was not seen yet; how many there were. */
  append(users: readonly User[]): number {
    const onPage = new Set(this.page.map(({ user }) => user.id))
    const added: ReviewItem[] = []
    for (const user of users) {
      const picture = pictureOf(user)
      if (!hasProfileImage(user) || this.#known.has(picture) || onPage.has(user.id)) continue
      this.#known.add(picture)
      added.push({ key: `${++this.#count}`, user })
    }
    if (added.length > 0) this.#set({ items: [...this.#state.items, ...added] })
    return added.length
  }

  /** Nothing of it changed, and something that it is shown with. */
  refresh(): void {
    this.#set({})
  }

  select(key: string): void {
    if (key !== this.#state.currentKey && this.page.some((item) => item.key === key)) this.#set({ currentKey: key })
  }

  /** Decides one, and goes on to the next of the page that is not decided. */
  decide(key: string, decision: ReviewDecision, reason?: string): void {
    const items = this.#changed(key, { decision, reason, final: undefined })
    const history = [...this.#state.history.filter((past) => past !== key), key]
    const { start } = this.#state
    const page = items.slice(start, start + this.pageSize)
    const at = page.findIndex((item) => item.key === key)
    const next = [...page.slice(at + 1), ...page.slice(0, at + 1)].find((item) => !item.decision)
    this.#set({ items, history, currentKey: next?.key ?? key })
  }

  /** Takes a decision back and leads to it, on whichever page it is. `final`: it could not be, and stands. */
  undecide(key: string, { final = false }: { final?: boolean } = {}): void {
    const items = this.#changed(
      key,
      final ? { final: true } : { decision: undefined, reason: undefined, final: undefined },
    )
    const history = this.#state.history.filter((past) => past !== key)
    this.#set({ items, history, start: this.#startOf(key), currentKey: key })
  }

  /** A removal that did not come about is to be decided again: in its place, or on the next page if its own is turned. */
  failed(key: string): void {
    const { start, items } = this.#state
    const changed = this.#changed(key, { decision: undefined, final: undefined })
    const history = this.#state.history.filter((past) => past !== key)
    const at = items.findIndex((item) => item.key === key)
    if (at < 0) return
    if (at >= start) return this.#set({ items: changed, history })
    const [item] = changed.splice(at, 1)
    changed.splice(start - 1 + this.pageSize, 0, item!)
    this.#set({ items: changed, history, start: start - 1 })
  }

  /** An undone removal that the server carried out all the same: decided after all, where it is. */
  stands(key: string, reason?: string): void {
    this.#set({ items: this.#changed(key, { decision: 'remove', reason, final: true }) })
  }

  /** The picture has come back, perhaps under another address: nobody is shown it as a new one. */
  restored(key: string, image: ProfileImage): void {
    const item = this.find(key)
    if (!item) return
    const user = { ...item.user, imageUrl: image.imageUrl, hasImage: image.hasImage }
    this.#known.add(pictureOf(user))
    this.#set({ items: this.#changed(key, { user }) })
  }

  /** Turns the page; to its first item that is not decided. */
  turn(by: 1 | -1): void {
    const { items, start } = this.#state
    const to = by === 1 ? start + this.pageSize : Math.max(start - this.pageSize, 0)
    if (to !== start && to < items.length) this.#goTo(to)
  }

  /** Leads to the first that was left undecided anywhere. */
  turnToUndecided(): void {
    const item = this.#state.items.find(({ decision }) => !decision)
    if (item) this.#set({ start: this.#startOf(item.key), currentKey: item.key })
  }

  /** Puts what was skipped before the moderator again, on a page of its own. */
  revisitSkipped(): void {
    const { items, history } = this.#state
    const skipped = items.filter(({ decision }) => decision === 'skip')
    if (skipped.length === 0) return
    const others = items.filter(({ decision }) => decision !== 'skip')
    const again = skipped.map((item) => ({ ...item, decision: undefined }))
    const keys = new Set(skipped.map(({ key }) => key))
    this.#set({
      items: [...others, ...again],
      start: others.length,
      currentKey: again[0]!.key,
      history: history.filter((key) => !keys.has(key)),
    })
  }

  #goTo(start: number): void {
    const page = pageOf({ ...this.#state, start }, this.pageSize)
    this.#set({ start, currentKey: (page.find(({ decision }) => !decision) ?? page[0])?.key })
  }

  /** Where the page begins on which an item is; the page in front where it is there. */
  #startOf(key: string): number {
    const { items, start } = this.#state
    const at = items.findIndex((item) => item.key === key)
    if (at < 0 || (at >= start && at < start + this.pageSize)) return start
    // Pages are counted from the one in front, which need not begin at a round number.
    return Math.max(start + Math.floor((at - start) / this.pageSize) * this.pageSize, 0)
  }

  #changed(key: string, change: Partial<ReviewItem>): ReviewItem[] {
    return this.#state.items.map((item) => (item.key === key ? { ...item, ...change } : item))
  }

  #set(change: Partial<ReviewState>): void {
    const state = { ...this.#state, ...change }
    this.#state = {
      ...state,
      currentKey: state.currentKey ?? pageOf(state, this.pageSize).find(({ decision }) => !decision)?.key,
    }
    for (const listener of this.#listeners) listener()
  }
}

export function pageOf(
  { items, start }: Pick<ReviewState, 'items' | 'start'>,
  pageSize: number,
): readonly ReviewItem[] {
  return items.slice(start, start + pageSize)
}
