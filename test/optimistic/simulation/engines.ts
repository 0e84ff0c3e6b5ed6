import { type Mutation, MutationObserver, type QueryClient, type QueryKey } from '@tanstack/react-query'
import type { ImageChange } from '../../../src/core/user.ts'
import { engineOf } from '../../../src/optimistic/imageLedger.ts'
import { deleteUserProfileImageKey } from '../../../src/optimistic/mutations.ts'
import type { Outcome } from '../../../src/optimistic/op.ts'
import type { FakeClock } from './FakeClock.ts'

export const LAG_MS = 30_000
export const CONCURRENCY = 2

type Send = () => Promise<unknown>

export interface Held {
  /** Whether it was in time. */
  undo(): boolean
  pause(): void
  resume(): void
}

/** A way to show changes before the server agrees, over the cache of a panel. */
export interface Engine {
  /** Resolves with whether the server agreed; `undefined` where it was never asked. */
  remove(userId: string, send: Send): Promise<boolean | undefined>
  set(userId: string, imageUrl: string, send: Send): Promise<boolean | undefined>
  /** Several at once. */
  batch(removals: { userId: string; send: Send }[]): { ends: Promise<boolean | undefined>[]; cancel(): void }
  /** A removal that can be undone for 8 seconds. */
  hold(userId: string, send: Send): { end: Promise<boolean | undefined>; held: Held }
  isPending(userId: string): boolean
  readonly idle: boolean
  /** Whether it promises that requests for one user do not overlap, how many run, and that it rests in the end. */
  readonly orderly: boolean
}

const agreed = ({ status }: Outcome) => (status === 'done' ? true : status === 'failed' ? false : undefined)
const remove: ImageChange = { kind: 'remove' }

/** The kit's. Removals are genuine mutations, as the hook makes them. */
export function ledgerEngine(client: QueryClient, clock: FakeClock): Engine {
  const { ledger, mutations } = engineOf(client, { lagMs: LAG_MS, concurrency: CONCURRENCY, clock })
  mutations.attach()
  return {
    orderly: true,
    get idle() {
      return ledger.idle
    },
    isPending: (userId) => !['idle', 'failed', undefined].includes(ledger.get(userId)?.imageStatus),
    remove: (userId, send) =>
      new MutationObserver(client, {
        mutationKey: deleteUserProfileImageKey,
        retry: false,
        mutationFn: (variables: { userId: string }) => mutations.run(variables, true, send),
      })
        .mutate({ userId })
        .then(
          () => true,
          (error: { code?: string }) => (error.code === 'superseded' || error.code === 'aborted' ? undefined : false),
        ),
    set: (userId, imageUrl, send) =>
      ledger.submit([{ userId, change: { kind: 'set', imageUrl }, send }])[0]!.outcome.then(agreed),
    batch(removals) {
      const { changes, cancel } = ledger.submitBatch(removals.map((removal) => ({ ...removal, change: remove })))
      return { ends: changes.map(({ outcome }) => outcome.then(agreed)), cancel }
    },
    hold(userId, send) {
      const { outcome, cancel, pause, resume } = ledger.submit([{ userId, change: remove, holdMs: 8000, send }])[0]!
      return { end: outcome.then(agreed), held: { undo: cancel, pause, resume } }
    },
  }
}

const KEY = ['image']
const isOfUsers = ({ queryKey }: { queryKey: QueryKey }) => queryKey[0] !== 'products'

/**
 * TanStack Query's documented recipe for optimistic updates: cancel, snapshot, patch, roll back, invalidate.
 *
 * @param last invalidates only where no other change runs, as its guide to concurrent updates refines it
 */
export const recipeEngine =
  ({ last }: { last: boolean }) =>
  (client: QueryClient): Engine => {
    const pending = new Map<string, number>()
    const count = (userId: string, by: number) => pending.set(userId, (pending.get(userId) ?? 0) + by)
    const change = (userId: string, image: string | null, send: Send) =>
      new MutationObserver(client, {
        mutationKey: KEY,
        retry: false,
        mutationFn: send,
        onMutate: async () => {
          await client.cancelQueries({ predicate: isOfUsers })
          const before = client.getQueriesData({ predicate: isOfUsers })
          client.setQueriesData({ predicate: isOfUsers }, (data: unknown) => patched(data, userId, image))
          count(userId, 1)
          return { before }
        },
        onError: (_error, _variables, context) => {
          for (const [key, data] of context?.before ?? []) client.setQueryData(key, data)
        },
        onSettled: () => {
          count(userId, -1)
          if (!last || client.isMutating({ mutationKey: KEY, predicate: isRunning }) === 1)
            void client.invalidateQueries({ predicate: isOfUsers })
        },
      })
        .mutate()
        .then(
          () => true,
          () => false,
        )
    return {
      orderly: false,
      get idle() {
        return client.isMutating() === 0
      },
      isPending: (userId) => (pending.get(userId) ?? 0) > 0,
      remove: (userId, send) => change(userId, null, send),
      set: change,
      batch: (removals) => ({ ends: removals.map(({ userId, send }) => change(userId, null, send)), cancel: () => {} }),
      hold: (userId, send) => ({
        end: change(userId, null, send),
        held: { undo: () => false, pause: () => {}, resume: () => {} },
      }),
    }
  }

const isRunning = (mutation: Mutation) => mutation.state.status === 'pending'

const FIELDS = { firstName: 'imageUrl', first_name: 'avatar_url', username: 'photoURL' } as const

/** What a host that knows its own shapes would write. */
function patched(value: unknown, userId: string, image: string | null): unknown {
  if (Array.isArray(value)) return value.map((item) => patched(item, userId, image))
  if (typeof value !== 'object' || value === null) return value
  const record = value as Record<string, unknown>
  const mark = (Object.keys(FIELDS) as (keyof typeof FIELDS)[]).find((name) => name in record)
  if (mark && (record.userId ?? record.id) === userId) {
    return { ...record, [FIELDS[mark]]: image, ...('hasImage' in record ? { hasImage: image !== null } : {}) }
  }
  return Object.fromEntries(Object.entries(record).map(([key, inner]) => [key, patched(inner, userId, image)]))
}
