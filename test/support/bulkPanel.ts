import { QueryClient } from '@tanstack/react-query'
import type { AdapterLike } from '../../src/core/adapter.ts'
import { commonFields } from '../../src/core/commonFields.ts'
import type { User } from '../../src/core/user.ts'
import { en } from '../../src/locales/en.ts'
import { imageLedger } from '../../src/optimistic/index.ts'
import type { RunOptions } from '../../src/react/bulk-removal/BulkRun.ts'
import { BulkRuns } from '../../src/react/bulk-removal/BulkRuns.ts'
import { type AvatarKit, guardInBrowser } from '../../src/react/kit.ts'
import type { Notice } from '../../src/react/notices/Notices.ts'

/** A panel without a page: a cache with everybody in it, and the runs over it. */
export function bulkPanel(adapter: AdapterLike<any>, people: readonly User[], actorId?: string) {
  const key = ['users']
  const queryClient = new QueryClient({
    defaultOptions: { queries: { retry: false, staleTime: Number.POSITIVE_INFINITY } },
  })
  queryClient.setQueryData(key, people)
  const notices: Notice[] = []
  const kit = {
    adapter: guardInBrowser(adapter),
    queryClient,
    ledger: imageLedger(queryClient),
    fields: commonFields,
    actorId,
    can: () => true,
    notify: (notice: Notice) => void notices.push(notice),
    locale: en,
  } as unknown as AvatarKit
  const runs = new BulkRuns()
  runs.attach(kit, en.bulk)
  /** Whose image the panel shows. */
  const shown = () => queryClient.getQueryData<User[]>(key)!.flatMap(({ id, hasImage }) => (hasImage ? [id] : []))
  const start = (whom: readonly User[] = people, options: Partial<RunOptions> = {}) =>
    runs.start(kit, en.bulk, whom, { maxPerCall: 500, resumable: true, ...options })
  return { kit, runs, notices, shown, start, run: () => runs.get().at(-1)! }
}
