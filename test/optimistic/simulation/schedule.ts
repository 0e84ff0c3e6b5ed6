import fc from 'fast-check'
import { IDS, LAG_MS, Panel, settle } from './Panel.ts'
import type { WriteEnd } from './Server.ts'

export type Step =
  | { do: 'remove' | 'open' | 'hold'; user: number }
  | { do: 'undo' | 'look' | 'look away'; at: number }
  | { do: 'set'; user: number }
  | { do: 'others set'; user: number }
  | { do: 'read'; at: number; lag: number }
  | { do: 'deliver' | 'fail read' | 'commit' | 'commit late'; at: number }
  | { do: 'end'; at: number; how: WriteEnd }
  | { do: 'refetch' | 'cancel' | 'invalidate'; key: number }
  | { do: 'next page' }
  | { do: 'rename'; key: number; user: number }
  | { do: 'keep rename' | 'roll back'; at: number }
  | { do: 'wait'; ms: number }

const user = fc.nat(IDS.length - 1)
const at = fc.nat(4)
const keys = [['list'], ['user', 'u1'], ['user', 'u2'], ['members'], ['never refetched']]
const key = fc.nat(keys.length - 1)

/** Weighted so that changes, reads and answers interleave rather than pile up. */
const anySteps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ do: fc.constant('remove' as const), user }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('set' as const), user }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('hold' as const), user }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('undo' as const, 'undo' as const, 'look' as const, 'look away' as const), at: fc.nat(1) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('others set' as const), user }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('open' as const), user }) },
    { weight: 6, arbitrary: fc.record({ do: fc.constant('read' as const), at, lag: fc.nat(2) }) },
    { weight: 8, arbitrary: fc.record({ do: fc.constantFrom('deliver' as const), at }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('fail read' as const), at }) },
    { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('commit' as const), at }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('commit late' as const), at }) },
    { weight: 6, arbitrary: fc.record({ do: fc.constant('end' as const), at, how: fc.constantFrom<WriteEnd>('reply', 'reply', 'refuse', 'lose') }) },
    { weight: 5, arbitrary: fc.record({ do: fc.constantFrom('refetch' as const, 'cancel' as const, 'invalidate' as const), key }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('next page' as const) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('rename' as const), key, user }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('keep rename' as const, 'roll back' as const), at: fc.nat(1) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(10, 1500, 8000, 20_000, LAG_MS + 1) }) },
  ),
  { minLength: 4, maxLength: 45 },
)

/** Mostly in a panel whose lists have arrived, where most can go wrong. */
const arrivals: Step[] = keys.slice(0, 4).map(() => ({ do: 'deliver', at: 0 }))
export const steps: fc.Arbitrary<Step[]> = fc.tuple(fc.nat(3), anySteps).map(([early, list]) => (early === 0 ? list : [...arrivals, ...list]))

interface Intent {
  image: string | null
}

/** Runs a schedule and tells what broke, in the order in which it did. */
export async function run(schedule: Step[]): Promise<string[]> {
  const panel = new Panel()
  const { server, engine } = panel
  const complaints: string[] = []
  const intents = new Map<string, Intent>()
  const renames: (() => void)[] = []
  const held: (ReturnType<Panel['hold']> & { id: string })[] = []
  const undoneHolds: typeof held = []
  let fresh = 0
  let hostCancelled = false
  let nextPageAsked: number | undefined
  const trace = (sentence: string) => {
    if (!complaints.includes(sentence)) complaints.push(sentence)
  }
  const isPending = (id: string) => {
    const status = engine.ledger.get(id)?.imageStatus
    return status === 'held' || status === 'removing' || status === 'waiting' || status === 'verifying'
  }
  const names = new Map<string, Set<string>>(IDS.map((id) => [id, new Set([`Name ${id}`])]))
  // Images that the server had before what it last confirmed, and until when a late read may bring them.
  const outdated = new Map<string, { images: Set<string | null>; until: number }>(IDS.map((id) => [id, { images: new Set(), until: 0 }]))
  const history = new Map<string, Set<string | null>>(IDS.map((id) => [id, new Set([server.person(id).image])]))
  const unclear = new Set<string>()
  // What was refused and never held; it must not show again.
  const refused = new Map<string, Intent>()
  const foreign = new Set<string>()
  server.onChange = ({ id, image }) => {
    history.get(id)!.add(image)
    outdated.get(id)!.images.delete(image)
  }
  const confirmed = (id: string, image: string | null) => {
    if (server.person(id).image !== image) return
    const images = new Set(history.get(id))
    images.delete(image)
    outdated.set(id, { images, until: panel.clock.now() + LAG_MS })
  }
  panel.onCheck(() => {
    for (const copy of panel.copies()) {
      const old = outdated.get(copy.id)!
      if (!isPending(copy.id) && panel.clock.now() <= old.until && old.images.has(copy.image))
        trace(`after success, ${copy.where} shows the outdated ${String(copy.image)} of ${copy.id}`)
      const intent = intents.get(copy.id)
      if (intent && isPending(copy.id) && copy.image !== intent.image)
        trace(`while pending, ${copy.where} shows ${String(copy.image)} of ${copy.id} and not ${String(intent.image)}`)
      const failed = refused.get(copy.id)
      if (failed && !isPending(copy.id) && copy.image === failed.image && !history.get(copy.id)!.has(failed.image))
        trace(`after a refusal, ${copy.where} shows the refused ${String(failed.image)} of ${copy.id}`)
      if (!names.get(copy.id)!.has(copy.name)) trace(`${copy.where} shows the name ${copy.name} of ${copy.id}`)
    }
    if (panel.client.getQueryData(['products']) !== panel.products) trace('products were written')
    if (server.overlaps > 0) trace('two requests for one user overlapped')
  })

  const take = async (step: Step) => {
    switch (step.do) {
      case 'remove':
        intents.set(IDS[step.user]!, { image: null })
        panel.remove(IDS[step.user]!, () => confirmed(IDS[step.user]!, null))
        break
      case 'set': {
        const image = `/new-${++fresh}.png`
        intents.set(IDS[step.user]!, { image })
        panel.set(IDS[step.user]!, image, () => confirmed(IDS[step.user]!, image))
        break
      }
      case 'hold': {
        const id = IDS[step.user]!
        intents.set(id, { image: null })
        held.push({ id, ...panel.hold(id, () => confirmed(id, null)) })
        break
      }
      case 'undo': {
        const [hold] = held.splice(step.at, 1)
        if (!hold) break
        const sent = hold.sent()
        const undone = hold.undo()
        if (undone && sent) trace(`a change of ${hold.id} was undone after it was sent`)
        if (undone) {
          undoneHolds.push(hold)
          // What is under way shows again; what the held change replaced does not.
          const running = server.writes.find((write) => write.userId === hold.id)?.change
          if (running) intents.set(hold.id, { image: running.kind === 'set' ? running.imageUrl : null })
          else intents.delete(hold.id)
        }
        break
      }
      case 'look':
        held[step.at]?.pause()
        break
      case 'look away':
        held[step.at]?.resume()
        break
      case 'others set':
        foreign.add(IDS[step.user]!)
        server.change(IDS[step.user]!, { image: `/others-${++fresh}.png` })
        break
      case 'open':
        panel.openFromList(IDS[step.user]!)
        break
      case 'read':
        server.read(step.at, step.lag)
        break
      case 'deliver':
        server.deliver(step.at)
        break
      case 'fail read':
        hostCancelled ||= server.failRead(step.at)?.startsWith('members') ?? false
        break
      case 'commit':
        server.commit(server.writes[step.at])
        break
      case 'commit late':
        server.commit(server.late.splice(step.at, 1)[0])
        break
      case 'end': {
        if (step.how === 'lose' && server.writes[step.at]) unclear.add(server.writes[step.at]!.userId)
        const write = server.writes[step.at]
        if (write && step.how === 'refuse' && !write.committed) refused.set(write.userId, { image: write.change.kind === 'set' ? write.change.imageUrl : null })
        server.end(step.at, step.how)
        break
      }
      case 'refetch':
        hostCancelled ||= keys[step.key]![0] === 'members'
        panel.refetch(keys[step.key]!)
        break
      case 'cancel':
        hostCancelled ||= keys[step.key]![0] === 'members'
        void panel.client.cancelQueries({ queryKey: keys[step.key]! })
        break
      case 'invalidate':
        hostCancelled ||= keys[step.key]![0] === 'members'
        void panel.client.invalidateQueries({ queryKey: keys[step.key]! })
        break
      case 'next page': {
        const pages = (panel.client.getQueryData(['members']) as { pages: unknown[] } | undefined)?.pages.length ?? 0
        if (pages > 0) {
          nextPageAsked = Math.min(pages + 1, IDS.length / 2)
          hostCancelled = false
        }
        panel.fetchNextPage()
        break
      }
      case 'rename': {
        const name = `Renamed ${++fresh}`
        names.get(IDS[step.user]!)!.add(name)
        renames.push(panel.rename(keys[step.key]!, IDS[step.user]!, name))
        break
      }
      case 'keep rename':
        renames.splice(step.at, 1)
        break
      case 'roll back':
        renames.splice(step.at, 1)[0]?.()
        break
      case 'wait':
        panel.clock.advance(step.ms)
        break
    }
    await settle()
    panel.check()
  }

  for (const step of schedule) await take(step)

  // Let everything end: answers, what was lost, the window, and the refetches that these bring.
  const drain = async () => {
    for (let round = 0; round < 40; round++) {
      while (server.writes.length > 0) await take({ do: 'end', at: 0, how: 'reply' })
      server.late.splice(0)
      for (let read = 0; server.reads.length > 0 && read < 200; read++) await take({ do: 'deliver', at: 0 })
      if (engine.ledger.idle && server.reads.length === 0) break
      await take({ do: 'wait', ms: LAG_MS + 1 })
    }
  }
  const compare = (when: string, excused: (where: string, id: string) => boolean) => {
    for (const copy of panel.copies()) {
      const truth = server.person(copy.id).image
      if (copy.image !== truth && !excused(copy.where, copy.id)) trace(`${when}, ${copy.where} shows ${String(copy.image)} of ${copy.id} and not ${String(truth)}`)
    }
  }
  for (const hold of held) hold.resume()
  await drain()
  for (const hold of undoneHolds) if (hold.sent()) trace(`a change of ${hold.id} was sent after it was undone`)
  compare('at the end', (where, id) => foreign.has(id) || (where === '["never refetched"]' && unclear.has(id)))
  if (nextPageAsked !== undefined && !hostCancelled) {
    const pages = (panel.client.getQueryData(['members']) as { pages: unknown[] }).pages.length
    if (pages < nextPageAsked) trace(`the host's fetchNextPage was lost: ${pages} pages and not ${nextPageAsked}`)
  }
  void panel.client.invalidateQueries()
  await drain()
  compare('after a refetch of everything', (where) => where === '["never refetched"]')
  if (!engine.ledger.idle) trace('the ledger is not idle')
  if (panel.clock.timers > 0) trace('a timer is left')
  for (let number = 0; number < panel.submitted; number++) if (panel.settled.get(number) !== 1) trace(`change ${number} settled ${panel.settled.get(number) ?? 0} times`)
  panel.close()
  return complaints
}
