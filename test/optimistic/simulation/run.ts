import type { QueryClient } from '@tanstack/react-query'
import { type Engine, LAG_MS, ledgerEngine } from './engines.ts'
import type { FakeClock } from './FakeClock.ts'
import { IDS, Panel, settle } from './Panel.ts'
import { keys, type Step, tell } from './steps.ts'
import { type Complaint, Witness } from './Witness.ts'

export interface RunOptions {
  engine?: (client: QueryClient, clock: FakeClock) => Engine
  /** Told of each step and what it changed on the screen, in words. */
  trace?: (line: string) => void
}

/** Runs a schedule on a panel and tells what broke, in the order in which it did. */
export async function run(
  schedule: Step[],
  { engine: makeEngine = ledgerEngine, trace }: RunOptions = {},
): Promise<Complaint[]> {
  const panel = new Panel(makeEngine)
  const witness = new Witness(panel)
  const { server, engine } = panel
  const renames: { rollBack: () => void; at: number; key: number }[] = []
  const held: (ReturnType<Panel['hold']> & { id: string })[] = []
  const undone: typeof held = []
  const batches: ReturnType<Panel['removeAll']>[] = []
  let fresh = 0
  let hostCancelled = false
  let pagesAsked: number | undefined

  const idOf = (step: { user: number }) => IDS[step.user]!
  const touchesMembers = (key: number) => {
    hostCancelled ||= keys[key]![0] === 'members'
    return keys[key]!
  }
  /** What is under way for a user shows again; what was taken back does not. */
  const intendRunning = (id: string) => {
    const running = server.writes.find((write) => write.userId === id)?.change
    witness.intend(id, running && (running.kind === 'set' ? running.imageUrl : null))
  }

  const take = async (step: Step) => {
    switch (step.do) {
      case 'remove':
        witness.intend(idOf(step), null)
        panel.remove(idOf(step), () => witness.confirm(idOf(step), null))
        break
      case 'set': {
        const image = `/new-${++fresh}.png`
        witness.intend(idOf(step), image)
        panel.set(idOf(step), image, () => witness.confirm(idOf(step), image))
        break
      }
      case 'hold':
        witness.intend(idOf(step), null)
        held.push({ id: idOf(step), ...panel.hold(idOf(step), () => witness.confirm(idOf(step), null)) })
        break
      case 'batch': {
        const ids = step.users.map((user) => IDS[user]!).filter((id) => !engine.isPending(id))
        for (const id of ids) witness.intend(id, null)
        batches.push(panel.removeAll(ids, (id) => witness.confirm(id, null)))
        break
      }
      case 'undo': {
        const [hold] = held.splice(step.at, 1)
        const sent = hold?.sent()
        if (!hold?.undo()) break
        if (sent) witness.complain('lanes', `a change of ${hold.id} was undone after it was sent`)
        undone.push(hold)
        witness.oweAll()
        intendRunning(hold.id)
        break
      }
      case 'cancel batch': {
        const [batch] = batches.splice(step.at, 1)
        if (!batch || !engine.orderly) break
        const unsent = batch.unsent()
        batch.cancel()
        witness.oweAll()
        unsent.forEach(intendRunning)
        break
      }
      case 'look':
        held[step.at]?.pause()
        break
      case 'look away':
        held[step.at]?.resume()
        break
      case 'others set':
      case 'others restore':
        server.change(idOf(step), {
          image: step.do === 'others set' ? `/others-${++fresh}.png` : `/old-${idOf(step)}.png`,
        })
        witness.foreign.add(idOf(step))
        break
      case 'open':
        panel.openFromList(idOf(step))
        break
      case 'open loaded':
        panel.openLoaded(idOf(step), step.lag)
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
        server.commitLate(step.at)
        break
      case 'end': {
        const write = server.writes[step.at]
        if (write && step.how === 'lose') witness.lose(write.userId)
        if (write && (step.how === 'refuse' || step.how === 'wait') && !write.committed)
          witness.refuse(write.userId, write.change.kind === 'set' ? write.change.imageUrl : null)
        witness.answer()
        server.end(step.at, step.how)
        break
      }
      case 'refetch':
        panel.refetch(touchesMembers(step.key))
        break
      case 'cancel':
        void panel.client.cancelQueries({ queryKey: touchesMembers(step.key) })
        break
      case 'invalidate':
        panel.invalidate(touchesMembers(step.key))
        break
      case 'next page': {
        const pages = (panel.client.getQueryData(['members']) as { pages: unknown[] } | undefined)?.pages.length ?? 0
        if (pages > 0) {
          pagesAsked = Math.min(pages + 1, IDS.length / 2)
          hostCancelled = false
        }
        witness.owe('["members"]')
        panel.fetchNextPage()
        break
      }
      case 'rename': {
        const name = `Renamed ${++fresh}`
        witness.rename(idOf(step), name)
        renames.push({
          rollBack: panel.rename(keys[step.key]!, idOf(step), name),
          at: panel.clock.now(),
          key: step.key,
        })
        break
      }
      case 'keep rename':
        renames.splice(step.at, 1)
        break
      case 'roll back': {
        const [edit] = renames.splice(step.at, 1)
        // Against a snapshot that is older than the window nobody stands guard.
        if (!edit || panel.clock.now() - edit.at >= LAG_MS) break
        touchesMembers(edit.key)
        edit.rollBack()
        break
      }
      case 'wait':
        panel.clock.advance(step.ms)
        break
    }
    await settle()
    panel.check()
    server.delivered = undefined
    witness.landed = undefined
  }

  let screen = ''
  const tracedTake = async (step: Step) => {
    const before = witness.complaints.length
    await take(step)
    if (!trace) return
    const copies = panel.copies().map(({ where, id, image }) => `${where} ${id} ${image}`)
    const changed = copies.filter((copy) => !screen.includes(copy))
    screen = copies.join('\n')
    trace(
      [
        tell(step),
        ...changed.map((copy) => `    ${copy}`),
        ...witness.complaints.slice(before).map(({ sentence }) => `  ! ${sentence}`),
      ].join('\n'),
    )
  }

  // Lets everything end: answers, what was lost, the window, and the refetches that these bring.
  const drain = async () => {
    for (let round = 0; round < 40; round++) {
      while (server.writes.length > 0) await tracedTake({ do: 'end', at: 0, how: 'reply' })
      server.late.splice(0)
      for (let read = 0; server.reads.length > 0 && read < 200; read++) await tracedTake({ do: 'deliver', at: 0 })
      if (engine.idle && server.reads.length === 0) break
      await tracedTake({ do: 'wait', ms: LAG_MS + 1 })
    }
  }

  panel.onLanded = (hash) => witness.land(hash)
  for (const step of schedule) await tracedTake(step)
  trace?.('— everything ends —')
  for (const hold of held) hold.resume()
  await drain()
  for (const hold of undone)
    if (hold.sent()) witness.complain('lanes', `a change of ${hold.id} was sent after it was undone`)
  witness.compare('at the end', { all: false })
  if (pagesAsked !== undefined && !hostCancelled) {
    const pages = (panel.client.getQueryData(['members']) as { pages: unknown[] }).pages.length
    if (pages < pagesAsked)
      witness.complain('page', `the host's fetchNextPage was lost: ${pages} pages and not ${pagesAsked}`)
  }
  panel.invalidate()
  trace?.('— the host asks everything again —')
  await drain()
  witness.compare('after a refetch of everything', { all: true })
  if (engine.orderly && !engine.idle) witness.complain('rest', 'the ledger is not idle')
  if (panel.clock.timers > 0) witness.complain('rest', 'a timer is left')
  for (let number = 0; number < panel.submitted; number++) {
    const times = panel.settled.get(number) ?? 0
    if (times !== 1) witness.complain('once', `change ${number} ended ${times} times`)
  }
  panel.close()
  return witness.complaints
}
