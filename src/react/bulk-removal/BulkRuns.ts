import type { QueryClient } from '@tanstack/react-query'
import type { BulkMessages } from '../../core/messages.ts'
import { viewOf } from '../../core/toUser.ts'
import { imageKey, type User } from '../../core/user.ts'
import { imageEventsQueryKey } from '../activity-log/imageEventsQueryKey.ts'
import { describeError } from '../deleteUserProfileImageOptions.ts'
import type { AvatarKit } from '../kit.ts'
import type { Notice } from '../notices/Notices.ts'
import { userQueryKey } from '../userQueryOptions.ts'
import { type BulkCounts, type BulkReportOptions, type BulkRun, isBusy, type RunOptions } from './BulkRun.ts'
import { Run } from './Run.ts'
import { jsonReportOf, type ReportSource, reportOf } from './reportOf.ts'
import { forgetRun, readRuns, writeRun } from './savedRuns.ts'

/** How often those who watch are told, and how often what is known is kept, while results come in. */
const EMIT_MS = 100
const SAVE_MS = 500

const restoredOptions: RunOptions = { maxPerCall: 500, resumable: true }

/** The runs of one QueryClient. They go on whatever is mounted; components only watch. */
export class BulkRuns {
  #list: readonly BulkRun[] = []
  #runs: Run[] = []
  readonly #listeners = new Set<() => void>()
  readonly #speakers = new Set<() => void>()
  readonly #unsaved = new Set<Run>()
  #emitTimer: ReturnType<typeof setTimeout> | undefined
  #saveTimer: ReturnType<typeof setTimeout> | undefined
  #known: { kit: AvatarKit; words: BulkMessages } | undefined
  /** Whose runs were looked for. */
  readonly #restored = new Set<string | undefined>()
  #guarded = false

  /** The kit and the words that were given last. */
  get kit(): AvatarKit {
    return this.#known!.kit
  }

  readonly get = (): readonly BulkRun[] => this.#list

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Called by whoever watches, once it is in the page. The first one finds what an earlier page left. */
  attach(kit: AvatarKit, words: BulkMessages): void {
    const before = this.#known
    this.#known = { kit, words }
    const { actorId } = kit
    if (before && before.kit.actorId !== actorId) this.#handOver()
    if (this.#restored.has(actorId)) return
    this.#restored.add(actorId)
    const ours = new Set(this.#runs.map(({ id }) => id))
    const found = readRuns().filter((run) => run.actorId === actorId && !ours.has(run.id))
    for (const saved of found) {
      const run = new Run(this, { ...restoredOptions, reason: saved.reason, tellUser: saved.tellUser }, saved)
      run.saved = true
      this.#runs.push(run)
      void run.follow()
    }
    if (found.length > 0) this.#emit()
  }

  /** Removes these users' images; they are gone when it returns. `undefined` where there are none. */
  start(kit: AvatarKit, words: BulkMessages, users: readonly User[], options: RunOptions): BulkRun | undefined {
    if (users.length === 0) return undefined
    this.#known = { kit, words }
    const run = new Run(this, options)
    this.#runs.push(run)
    run.start(users)
    return run.get()
  }

  /** Whether this very image of theirs is gone, as far as a run knows; a host may still hold an old copy of the user. */
  isGone(user: User): boolean {
    return this.#runs.some((run) => {
      const before = run.users.get(user.id)
      return before !== undefined && run.resultOf(user.id)?.status === 'done' && imageKey(before) === imageKey(user)
    })
  }

  /** Calls one of those who would speak, every so many milliseconds, until the result is called. */
  speak(say: () => void, paceMs: number): () => void {
    this.#speakers.add(say)
    const timer = setInterval(() => this.#speakers.values().next().value === say && say(), paceMs)
    return () => {
      clearInterval(timer)
      this.#speakers.delete(say)
    }
  }

  /** Something about a run is new. `now`: something that everybody must see at once. */
  changed(run: Run, now: boolean): void {
    if (run.options.resumable) this.#unsaved.add(run)
    if (now) {
      this.#save()
      this.#emit()
    } else {
      this.#emitTimer ??= setTimeout(this.#emit, EMIT_MS)
      this.#saveTimer ??= setTimeout(this.#save, SAVE_MS)
    }
  }

  /** What was sent has ended. Told once, wherever the admin is by now. */
  ended(run: Run, { done, failed, notSent }: BulkCounts): void {
    const { kit, words } = this.#known!
    const { stoppedBy } = run.get()
    const notice: Notice = {
      type: failed > 0 || stoppedBy ? 'failed' : 'removed',
      userId: '',
      title: words.ended({ done, failed, notSent }),
      description: stoppedBy && describeError(kit, stoppedBy, ''),
      error: stoppedBy,
    }
    if (this.#isTheirs(run)) kit.notify(notice)
    // The log has news: none of it went through a mutation.
    void kit.queryClient.invalidateQueries({ queryKey: imageEventsQueryKey() })
    run.options.onEnded?.(run.get())
  }

  forget(run: Run): void {
    forgetRun(run.id)
    this.#unsaved.delete(run)
    this.#runs = this.#runs.filter((other) => other !== run)
    this.#emit()
  }

  report(run: Run, { format = 'csv', separator }: BulkReportOptions = {}): string {
    const { kit, words } = this.#known!
    const source: ReportSource = {
      ids: run.ids,
      userOf: (id) => run.users.get(id) ?? this.#read(id),
      resultOf: (id) => run.resultOf(id),
      describe: (error, name) => describeError(kit, error, name),
      words,
    }
    return format === 'json' ? jsonReportOf(source) : reportOf(source, separator)
  }

  /** Of a run that an earlier page left: what was looked up for its list. */
  #read(id: string): User | undefined {
    const { kit } = this.#known!
    const found = kit.queryClient.getQueryData<object>(userQueryKey(id))
    return found && viewOf(kit.adapter.fields, found)
  }

  /** Somebody else is in front: what runs for whoever was there before would be sent in their name. */
  #handOver(): void {
    for (const run of this.#runs) if (!this.#isTheirs(run)) run.get().cancel()
    this.#emit()
  }

  #isTheirs(run: Run): boolean {
    return run.actorId === this.kit.actorId
  }

  readonly #emit = (): void => {
    clearTimeout(this.#emitTimer)
    this.#emitTimer = undefined
    this.#list = this.#runs.filter((run) => this.#isTheirs(run)).map((run) => run.get())
    this.#guard()
    for (const listener of Array.from(this.#listeners)) listener()
  }

  readonly #save = (): void => {
    clearTimeout(this.#saveTimer)
    this.#saveTimer = undefined
    for (const run of this.#unsaved) {
      // What another tab works on, that tab keeps.
      if (run.status === 'elsewhere') continue
      const { done, total } = run.get()
      if (run.status === 'ended' && done === total) forgetRun(run.id)
      else run.setSaved(writeRun(run.save()))
      run.tell()
    }
    this.#unsaved.clear()
  }

  /** While something runs: nothing that is known is lost with the page, and what would be lost warns. */
  #guard(): void {
    const busy = this.#runs.some(isBusy)
    if (busy === this.#guarded) return
    this.#guarded = busy
    const change = busy ? addEventListener : removeEventListener
    change('pagehide', this.#save)
    change('beforeunload', this.#warn)
  }

  readonly #warn = (event: Event): void => {
    if (this.#runs.some((run) => isBusy(run) && !run.saved)) event.preventDefault()
  }
}

const stores = new WeakMap<QueryClient, BulkRuns>()

/** The runs of a QueryClient. */
export function bulkRunsOf({ queryClient }: Pick<AvatarKit, 'queryClient'>): BulkRuns {
  let runs = stores.get(queryClient)
  if (!runs) stores.set(queryClient, (runs = new BulkRuns()))
  return runs
}
