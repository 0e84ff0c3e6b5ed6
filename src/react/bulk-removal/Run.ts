import { AvatarKitError } from '../../core/errors.ts'
import type { User } from '../../core/user.ts'
import { newKey } from '../../core/wire.ts'
import { type BulkRun, canRetry, isBusy, type RunOptions } from './BulkRun.ts'
import type { BulkRuns } from './BulkRuns.ts'
import type { BulkWork } from './bulkWork.ts'
import { claimRun, followRun, isClaimed, type RunClaim } from './claimRun.ts'
import { countsOf } from './countsOf.ts'
import { partsOf } from './partsOf.ts'
import { removeByQueue } from './removeByQueue.ts'
import { removeByStream } from './removeByStream.ts'
import type { BulkPart, BulkResultOf, SavedRun } from './savedRuns.ts'
import { Waits } from './Waits.ts'

/** One removal of many, from the confirm until it is dismissed, whatever is mounted. */
export class Run {
  readonly id: string
  readonly actorId: string | undefined
  readonly users: Map<string, User> = new Map()
  readonly options: RunOptions
  status: BulkRun['status'] = 'interrupted'
  saved = false
  readonly #runs: BulkRuns
  #parts: BulkPart[] = []
  #results = new Map<string, BulkResultOf>()
  readonly #waits = new Waits(() => this.#restate())
  #stoppedBy: AvatarKitError | undefined
  readonly #startedAt: number
  #endedAt: number | undefined
  #controller = new AbortController()
  #claim: RunClaim | undefined
  #unfollow: (() => void) | undefined
  #snapshot: BulkRun | undefined

  constructor(runs: BulkRuns, options: RunOptions, saved?: SavedRun) {
    this.#runs = runs
    this.options = options
    this.id = saved?.id ?? newKey()
    this.actorId = runs.kit.actorId
    this.#startedAt = saved?.startedAt ?? Date.now()
    if (saved) this.#learn(saved)
  }

  /** Every user once, in the order in which they were selected. */
  get ids(): string[] {
    return [...new Set(this.#parts.flatMap(({ ids }) => ids))]
  }

  get(): BulkRun {
    return (this.#snapshot ??= this.#read())
  }

  /** Begins: all images are gone when it returns. */
  start(users: readonly User[]): void {
    for (const user of users) this.users.set(user.id, user)
    this.#parts = partsOf([...this.users.keys()], this.options.maxPerCall)
    void this.#work()
    // Nobody else can know of it yet.
    void claimRun(this.id).then((claim) => this.#own(claim))
  }

  /** Looks whether another tab works on it. */
  async follow(): Promise<void> {
    if (this.status === 'interrupted' && (await isClaimed(this.id)) && this.status === 'interrupted') this.#elsewhere()
  }

  /** As it is kept, and told to other tabs. */
  save(): SavedRun {
    const { id, actorId, options } = this
    const { reason, tellUser } = options
    return {
      id,
      actorId,
      startedAt: this.#startedAt,
      endedAt: this.#endedAt,
      reason,
      tellUser,
      parts: this.#parts,
      results: this.#results,
      stoppedBy: this.#stoppedBy,
    }
  }

  /** Whether it is kept by now. */
  setSaved(saved: boolean): void {
    this.saved = saved
    this.#snapshot = undefined
  }

  tell(): void {
    this.#claim?.tell(this.save())
  }

  resultOf(userId: string): BulkResultOf | undefined {
    return this.#results.get(userId)
  }

  async #begin(from: BulkRun['status'], prepare?: () => void): Promise<void> {
    if (this.status !== from) return
    // At once, so that a second click finds it taken.
    this.#controller = new AbortController()
    this.#set('running')
    const claim = await claimRun(this.id)
    if (!claim) return this.#elsewhere()
    this.#own(claim)
    prepare?.()
    void this.#work()
  }

  #again(userIds: readonly string[]): void {
    if (userIds.length === 0) return
    void this.#begin('ended', () => {
      for (const id of userIds) this.#results.delete(id)
      this.#parts.push(...partsOf(userIds, this.options.maxPerCall))
    })
  }

  async #work(): Promise<void> {
    const { kit } = this.#runs
    const { reason, note, tellUser } = this.options
    const ids = this.ids.filter((id) => !this.#results.has(id))
    // What was tried again belongs to the later part.
    const partOf = new Map(this.#parts.flatMap((part) => part.ids.map((id) => [id, part] as const)))
    const parts = [...new Set(ids.map((id) => partOf.get(id)!))]
    this.#stoppedBy = undefined
    this.#endedAt = undefined
    const counts = { done: 0, failed: 0, notSent: 0 }
    const work: BulkWork = {
      kit,
      ids,
      parts,
      context: { reason, note, tellUser },
      signal: this.#controller.signal,
      onResult: (userId, result) => {
        this.#results.set(userId, { ...result, at: Date.now() })
        counts[result.status === 'not-sent' ? 'notSent' : result.status]++
        this.#changed()
      },
      onPaused: this.#waits.pause,
      onOffline: this.#waits.setOffline,
      onStopped: (error) => {
        this.#stoppedBy ??= error
      },
      onSplit: (halves) => {
        this.#parts.push(...halves)
        this.#changed()
      },
    }
    for (const id of ids) if (this.users.has(id)) kit.ledger.noteImage(id, this.users.get(id)!)
    this.status = 'running'
    const removal = kit.adapter.deleteUserProfileImages ? removeByStream(work) : removeByQueue(work)
    this.#restate()
    await removal.catch((cause: unknown) => work.onStopped(new AvatarKitError('unexpected', { cause })))
    for (const id of ids) if (!this.#results.has(id)) work.onResult(id, { status: 'not-sent' })
    this.#waits.end()
    this.#endedAt = Date.now()
    this.#set('ended')
    this.#claim?.release()
    this.#claim = undefined
    this.#runs.ended(this, counts)
  }

  #own(claim: RunClaim | undefined): void {
    this.#leave()
    if (isBusy(this)) this.#claim = claim
    else claim?.release()
  }

  #elsewhere(): void {
    this.#set('elsewhere')
    this.#unfollow ??= followRun(
      this.id,
      (news) => {
        if (isBusy(this)) return
        this.#learn(news)
        if (this.status === 'ended') this.#leave()
        this.#changed(true)
      },
      () => {
        this.#leave()
        if (this.status === 'elsewhere') this.#set(this.#endedAt === undefined ? 'interrupted' : 'ended')
      },
    )
  }

  #leave(): void {
    this.#unfollow?.()
    this.#unfollow = undefined
  }

  #learn({ parts, results, stoppedBy, endedAt }: SavedRun): void {
    this.#parts = [...parts]
    this.#results = new Map(results)
    this.#stoppedBy = stoppedBy
    this.#endedAt = endedAt
    if (endedAt !== undefined) this.status = 'ended'
  }

  /** What it says of itself while it is busy. */
  #restate(): void {
    if (!isBusy(this)) return
    this.#set(this.#waits.status(this.#controller.signal.aborted))
  }

  #set(status: BulkRun['status']): void {
    this.status = status
    this.#changed(true)
  }

  #changed(now = false): void {
    this.#snapshot = undefined
    this.#runs.changed(this, now)
  }

  dismiss(): void {
    if (isBusy(this)) return
    this.#leave()
    this.#runs.forget(this)
  }

  #read(): BulkRun {
    const { id, status, ids, users, saved: resumable } = this
    const count = countsOf(ids, users, this.#results)
    const ofStatus = (wanted: BulkResultOf['status']) =>
      ids.filter((userId) => this.#results.get(userId)?.status === wanted)
    return {
      ...count,
      id,
      status,
      pausedUntil: this.#waits.pausedUntil,
      stoppedBy: this.#stoppedBy,
      startedAt: this.#startedAt,
      endedAt: this.#endedAt,
      reason: this.options.reason,
      resumable,
      cancel: () => {
        if (!isBusy(this)) return
        this.#controller.abort()
        this.#restate()
      },
      resume: () => void this.#begin('interrupted'),
      retry: (userIds = count.failures.filter(canRetry).map(({ userId }) => userId)) =>
        this.#again(ofStatus('failed').filter((userId) => userIds.includes(userId))),
      sendRest: () => this.#again(ofStatus('not-sent')),
      dismiss: () => this.dismiss(),
      report: (options) => this.#runs.report(this, options),
    }
  }
}
