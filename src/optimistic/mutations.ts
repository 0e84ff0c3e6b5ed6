import type { Mutation, MutationCacheNotifyEvent, MutationOptions, QueryClient } from '@tanstack/react-query'
import { AvatarKitError, isAvatarKitError } from '../core/errors.ts'
import type { Ledger } from './Ledger.ts'
import { type Op, type Send, type SendContext, valueOf } from './op.ts'

/** Key of the removals among a client's mutations, for `useIsMutating`, `useMutationState` and devtools. */
export const deleteUserProfileImageKey = ['avatarkit', 'deleteUserProfileImage'] as const

/** A plain object, so that it can be persisted. */
export interface DeleteUserProfileImageVariables {
  userId: string
  /** Why, for the audit: a code, or words. */
  reason?: string
  /** More of why, in the admin's own words. For the audit only. */
  note?: string
  /** Whether the person is to be told. */
  tellUser?: boolean
}

type Removal = Mutation<unknown, unknown, DeleteUserProfileImageVariables>

/** In the mutation's `meta`: the change shows only when the server has agreed. */
export const PESSIMISTIC_META = { avatarkit: 'pessimistic' } as const

/**
 * Ties a client's removals to its ledger: the mutation *is* the change. Its `pending` action fires inside
 * `mutate()`, even where a host's `onMutate` is slow, and there the change enters the ledger.
 */
export class Mutations {
  readonly #client: QueryClient
  readonly #ledger: Ledger
  /** Which change a call of `mutationFn` is about: it gets the same variables object. */
  readonly #ops = new WeakMap<object, Op>()
  /** Mutations that the ledger itself started, for changes whose turn it is. */
  readonly #direct = new WeakMap<object, SendContext>()
  /** Sent by a page that is gone, by their variables: what became of them is to be looked up. */
  readonly #interrupted = new WeakSet<object>()
  /** Mutations that have not ended, and how to let the refetch go. */
  readonly #open = new Map<Mutation, { op: Op; release: () => void }>()
  #users = 0
  #unsubscribe: (() => void) | undefined

  constructor(client: QueryClient, ledger: Ledger) {
    this.#client = client
    this.#ledger = ledger
  }

  /** Listens while anyone is attached or a removal runs. */
  attach(): () => void {
    this.#users++
    const cache = this.#client.getMutationCache()
    this.#unsubscribe ??= cache.subscribe((event) => this.#onEvent(event))
    // One that runs knows how it is sent; a restored one learns it here.
    for (const mutation of cache.getAll()) this.#adopt(mutation as Removal, !mutation.options.mutationFn)
    let attached = true
    return () => {
      if (!attached) return
      attached = false
      this.#users--
      this.#rest()
    }
  }

  /**
   * Starts a removal without a hook. With the `context` of a change whose turn it is, the mutation is that
   * change's request and not a change of its own.
   */
  execute<TData>(
    options: MutationOptions<TData, any, DeleteUserProfileImageVariables>,
    variables: DeleteUserProfileImageVariables,
    context?: SendContext,
  ): Promise<TData> {
    if (context) this.#direct.set(variables, context)
    return this.#client
      .getMutationCache()
      .build(this.#client, this.#client.defaultMutationOptions(options))
      .execute(variables)
  }

  /**
   * The body of a removal's `mutationFn`: waits for the user's lane, sends, resolves with the user. `interrupted`:
   * it was sent before, by a page that is gone.
   */
  async run(
    variables: DeleteUserProfileImageVariables,
    optimistic: boolean,
    removal: (context: SendContext & { interrupted: boolean }) => Promise<unknown>,
  ): Promise<unknown> {
    const send: Send = (context) => removal({ ...context, interrupted: this.#interrupted.has(variables) })
    const direct = this.#direct.get(variables)
    if (direct) return send(direct)
    let op = this.#ops.get(variables)
    if (!op || op.state === 'ended') {
      // Nobody was attached when it was submitted, or its change was taken back meanwhile.
      if (op) return valueOf(await op.outcome, op.userId)
      op = this.#enter(variables, optimistic)
    }
    this.#ledger.sendWith(op, send)
    return valueOf(await op.outcome, op.userId)
  }

  #enter(variables: DeleteUserProfileImageVariables, optimistic: boolean): Op {
    const op = this.#ledger.open([{ userId: variables.userId, change: { kind: 'remove' }, optimistic }])[0]!
    this.#ops.set(variables, op)
    return op
  }

  #onEvent(event: MutationCacheNotifyEvent): void {
    const mutation = event.mutation as Removal | undefined
    if (!mutation || !isRemoval(mutation)) return
    if (event.type === 'added') return this.#adopt(mutation, true)
    const direct = this.#direct.get(mutation.state.variables ?? mutation)
    if (direct) {
      direct.onPaused(mutation.state.isPaused)
    } else if (event.type === 'updated') {
      const { type } = event.action
      // A second `pending` follows where `onMutate` returned a context.
      if (type === 'pending' && !this.#open.has(mutation as Mutation)) this.#began(mutation)
      else if (type === 'success' || type === 'error')
        this.#ended(mutation, type === 'error' ? mutation.state.error : undefined)
      const open = this.#open.get(mutation as Mutation)
      if (open) this.#ledger.setPaused(open.op, mutation.state.isPaused && open.op.state === 'unsent')
    } else if (event.type === 'removed') {
      this.#ended(mutation, new AvatarKitError('aborted', { userId: mutation.state.variables?.userId }))
    }
  }

  /** A removal that was pending when the page was left, restored from a persisted cache: it shows again. */
  #adopt(mutation: Removal, restored: boolean): void {
    if (
      !isRemoval(mutation) ||
      mutation.state.status !== 'pending' ||
      this.#open.has(mutation as Mutation) ||
      this.#direct.has(mutation.state.variables ?? mutation)
    )
      return
    // Restored before the provider was there to say how it is sent.
    if (!mutation.options.mutationFn)
      mutation.setOptions(this.#client.defaultMutationOptions({ ...mutation.options, _defaulted: false }))
    this.#began(mutation)
    const open = this.#open.get(mutation as Mutation)
    if (!open) return
    this.#ledger.setPaused(open.op, mutation.state.isPaused && open.op.state === 'unsent')
    // It was on its way then. react-query runs only paused ones again.
    if (!restored || mutation.state.isPaused || !mutation.options.mutationFn) return
    this.#interrupted.add(mutation.state.variables!)
    queueMicrotask(() => void mutation.continue().catch(() => {}))
  }

  #began(mutation: Removal): void {
    const { variables } = mutation.state
    if (typeof variables?.userId !== 'string') return
    const op = this.#enter(variables, mutation.meta?.avatarkit !== PESSIMISTIC_META.avatarkit)
    this.#open.set(mutation as Mutation, { op, release: this.#ledger.hold() })
  }

  #ended(mutation: Removal, error: unknown): void {
    const open = this.#open.get(mutation as Mutation)
    if (!open) return
    this.#open.delete(mutation as Mutation)
    // It ended without its `mutationFn`: a host's `onMutate` threw, or the cache was cleared while offline.
    const others = [...this.#open.values()].some(({ op }) => op === open.op)
    if (open.op.state === 'unsent' && !open.op.send && !others) {
      const failure = isAvatarKitError(error)
        ? error
        : new AvatarKitError('unexpected', { userId: open.op.userId, cause: error })
      this.#ledger.drop(
        open.op,
        failure.code === 'aborted' ? { status: 'not-sent' } : { status: 'failed', error: failure },
      )
    }
    open.release()
    this.#rest()
  }

  #rest(): void {
    if (this.#users > 0 || this.#open.size > 0) return
    this.#unsubscribe?.()
    this.#unsubscribe = undefined
  }
}

function isRemoval(mutation: { options: { mutationKey?: readonly unknown[] } }): boolean {
  const key = mutation.options.mutationKey
  return key?.[0] === deleteUserProfileImageKey[0] && key[1] === deleteUserProfileImageKey[1]
}
