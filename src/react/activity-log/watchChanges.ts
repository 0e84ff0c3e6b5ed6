import type { Query, QueryClient } from '@tanstack/react-query'
import { imageEventsQueryKey } from './imageEventsQueryKey.ts'

interface Watch {
  users: number
  stop: () => void
}

/** One for each client, however many lists are shown. */
const watches = new WeakMap<QueryClient, Watch>()

/** Reads events again when a mutation of the kit's has ended, until the result is called. */
export function watchChanges(client: QueryClient): () => void {
  const watch = watches.get(client) ?? { users: 0, stop: start(client) }
  watches.set(client, watch)
  watch.users++
  return () => {
    if (--watch.users > 0) return
    watches.delete(client)
    watch.stop()
  }
}

function start(client: QueryClient): () => void {
  const queryKey = imageEventsQueryKey()
  let timer: ReturnType<typeof setTimeout> | undefined
  const unsubscribe = client.getMutationCache().subscribe((event) => {
    if (event.type !== 'updated' || (event.action.type !== 'success' && event.action.type !== 'error')) return
    if (event.mutation.options.mutationKey?.[0] !== 'avatarkit') return
    // What is being read now may be from before. Called off first: a first read is never replaced by a later one.
    const old = new Set(client.getQueryCache().findAll({ queryKey, fetchStatus: 'fetching' }))
    const filters = { queryKey, predicate: (query: Query) => old.has(query) }
    if (old.size > 0) void client.cancelQueries(filters).then(() => client.invalidateQueries(filters))
    // After the ledger, which reads again what shows that user.
    clearTimeout(timer)
    timer = setTimeout(() => void client.invalidateQueries({ queryKey }, { cancelRefetch: false }))
  })
  return () => {
    clearTimeout(timer)
    unsubscribe()
  }
}
