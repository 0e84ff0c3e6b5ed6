import { QueryClient } from '@tanstack/react-query'
import { AvatarKitError } from '../../../src/core/errors.ts'
import { engineOf } from '../../../src/optimistic/imageLedger.ts'
import { ledgerEngine } from './engines.ts'
import { FakeClock } from './FakeClock.ts'
import { Panel, settle } from './Panel.ts'
import { run } from './run.ts'
import { parseAll } from './steps.ts'
import type { Complaint } from './Witness.ts'

const shows = (where: string, image: string | null | undefined): Complaint[] =>
  image === null ? [] : [{ property: 'end', sentence: `${where} shows ${image} and not null` }]

/** What random schedules cannot tell apart, since time heals it, or since their panel is too full. */
export const scenarios: Record<string, () => Promise<Complaint[]>> = {
  /** The outcome is unknown, and a fetchNextPage replaces the refetch that would tell: told as soon as the page is there. */
  async replacedRefetch() {
    const panel = new Panel(ledgerEngine)
    const { server } = panel
    const deliverAll = async () => {
      while (server.reads.length > 0) {
        server.deliver(0)
        await settle()
      }
    }
    await deliverAll()
    panel.remove('u1', () => {})
    await settle()
    server.commit(server.writes[0])
    server.end(0, 'lose')
    await settle()
    panel.fetchNextPage()
    await settle()
    await deliverAll()
    const copy = panel.copies().find(({ where, id }) => where === '["members"]' && id === 'u1')
    panel.close()
    return shows('["members"]', copy?.image)
  },

  /** No copy is cached while an image is set and removed again; then a list arrives late. */
  async noCopies() {
    const client = new QueryClient()
    const { ledger } = engineOf(client, { clock: new FakeClock() })
    const image = '/new.png'
    await ledger.submit([
      { userId: 'u1', change: { kind: 'set', imageUrl: image }, send: async () => ({ id: 'u1', imageUrl: image }) },
    ])[0]!.outcome
    await ledger.submit([
      { userId: 'u1', change: { kind: 'remove' }, send: async () => ({ id: 'u1', imageUrl: null }) },
    ])[0]!.outcome
    await client.fetchQuery({
      queryKey: ['list'],
      queryFn: async () => [{ id: 'u1', username: 'u1', imageUrl: image }],
    })
    const shown = client.getQueryData<{ imageUrl: string | null }[]>(['list'])?.[0]?.imageUrl
    client.clear()
    return shows('["list"]', shown)
  },

  /** A removal is confirmed, somebody else sets a picture, and then the host itself takes it off in its cache. */
  async ownNull() {
    const clock = new FakeClock()
    const client = new QueryClient()
    const { ledger } = engineOf(client, { clock })
    const key = ['user']
    const user = { id: 'u1', username: 'u1', imageUrl: '/old.png' as string | null }
    client.setQueryData(key, user)
    await ledger.submit([
      { userId: 'u1', change: { kind: 'remove' }, send: async () => ({ ...user, imageUrl: null }) },
    ])[0]!.outcome
    await client.fetchQuery({ queryKey: key, queryFn: async () => ({ ...user, imageUrl: '/others.png' }) })
    client.setQueryData(key, { ...user, imageUrl: null })
    const shown = client.getQueryData<typeof user>(key)?.imageUrl
    client.clear()
    return shows('["user"]', shown)
  },

  /** A removal was refused here; another tab's was not, and broadcasts what it was told. */
  async otherTab() {
    const client = new QueryClient()
    const { ledger } = engineOf(client, { clock: new FakeClock() })
    client.setQueryData(['user'], { id: 'u1', username: 'u1', imageUrl: '/old.png' })
    await ledger.submit([
      { userId: 'u1', change: { kind: 'remove' }, send: () => Promise.reject(new AvatarKitError('forbidden')) },
    ])[0]!.outcome
    const query = client.getQueryCache().find<{ imageUrl: string | null }>({ queryKey: ['user'] })!
    query.setState({
      ...query.state,
      data: { id: 'u1', username: 'u1', imageUrl: null } as never,
      dataUpdatedAt: query.state.dataUpdatedAt,
    })
    const shown = query.state.data?.imageUrl
    client.clear()
    return shows('["user"]', shown)
  },
}

/** Runs a schedule told in lines, or a scenario by its name. */
export const runKept = (kept: string): Promise<Complaint[]> => scenarios[kept]?.() ?? run(parseAll(kept))
