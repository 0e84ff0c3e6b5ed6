import fc from 'fast-check'
import { LAG_MS } from './engines.ts'
import { IDS } from './Panel.ts'
import type { WriteEnd } from './Server.ts'

/** What can happen in a panel. `at` counts among what is under way: the first read, the second hold. */
export type Step =
  | { do: 'remove' | 'open' | 'hold' | 'set' | 'others set' | 'others restore'; user: number }
  | { do: 'open loaded'; user: number; lag: number }
  | { do: 'batch'; users: number[] }
  | { do: 'undo' | 'look' | 'look away' | 'cancel batch'; at: number }
  | { do: 'read'; at: number; lag: number }
  | { do: 'deliver' | 'fail read' | 'commit' | 'commit late'; at: number }
  | { do: 'end'; at: number; how: WriteEnd }
  | { do: 'refetch' | 'cancel' | 'invalidate'; key: number }
  | { do: 'next page' }
  | { do: 'rename'; key: number; user: number }
  | { do: 'keep rename' | 'roll back'; at: number }
  | { do: 'wait'; ms: number }

export const keys = [['list'], ['user', 'u1'], ['user', 'u2'], ['members'], ['never refetched']]

type Name = Step['do']
const one = <T extends Name>(...names: T[]) => fc.constantFrom(...names)
const at = (last: number) => fc.nat(last)
const ends = fc.constantFrom<WriteEnd[]>('reply', 'reply', 'reply', 'reply', 'refuse', 'refuse', 'lose', 'lose', 'wait')
const waits = fc.constantFrom(10, 1500, 8000, 20_000, LAG_MS + 1)

/** Who and what a schedule is mostly about. */
interface Theme {
  user: fc.Arbitrary<number>
  key: fc.Arbitrary<number>
  /** How many reads are told apart. */
  reads: number
}

/** Every kind of step, so that a theme says only how often each is taken. */
const kinds = {
  change: ({ user }: Theme) => fc.record({ do: one('remove', 'remove', 'remove', 'set', 'set'), user }),
  hold: ({ user }: Theme) => fc.record({ do: one('hold'), user }),
  batch: ({ user }: Theme) =>
    fc.record({ do: one('batch'), users: fc.uniqueArray(user, { minLength: 1, maxLength: 4 }) }),
  undo: () => fc.record({ do: one('undo', 'undo', 'look', 'look away', 'cancel batch'), at: at(1) }),
  others: ({ user }: Theme) => fc.record({ do: one('others set', 'others set', 'others restore'), user }),
  open: ({ user }: Theme) =>
    fc.oneof(fc.record({ do: one('open'), user }), fc.record({ do: one('open loaded'), user, lag: fc.nat(2) })),
  read: ({ reads }: Theme) => fc.record({ do: one('read'), at: at(reads), lag: fc.nat(2) }),
  deliver: ({ reads }: Theme) => fc.record({ do: one('deliver'), at: at(reads) }),
  failRead: ({ reads }: Theme) => fc.record({ do: one('fail read'), at: at(reads) }),
  commit: () => fc.record({ do: one('commit', 'commit', 'commit', 'commit late'), at: at(1) }),
  end: () => fc.record({ do: one('end'), at: at(1), how: ends }),
  fetch: ({ key }: Theme) => fc.record({ do: one('refetch', 'refetch', 'refetch', 'cancel', 'invalidate'), key }),
  nextPage: () => fc.record({ do: one('next page') }),
  rename: ({ key, user }: Theme) => fc.record({ do: one('rename'), key, user }),
  renamed: () => fc.record({ do: one('keep rename', 'roll back', 'roll back'), at: at(1) }),
  wait: () => fc.record({ do: one('wait'), ms: waits }),
} satisfies Record<string, (theme: Theme) => fc.Arbitrary<Step>>

function stepsOf(theme: Theme, weights: Partial<Record<keyof typeof kinds, number>>): fc.Arbitrary<Step[]> {
  const steps = Object.entries(weights).map(([kind, weight]) => ({
    weight,
    arbitrary: kinds[kind as keyof typeof kinds](theme) as fc.Arbitrary<Step>,
  }))
  return fc.array(fc.oneof(...steps), { minLength: 4, maxLength: 45 })
}

const anyone = fc.nat(IDS.length - 1)
const anywhere = fc.nat(keys.length - 1)
/** Most of it happens to one user, where the rules meet. */
const mostlyOne = fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: anyone })
const members = keys.findIndex(([name]) => name === 'members')

/** Weighted so that changes, reads and answers interleave rather than pile up. */
const all = {
  change: 8,
  hold: 2,
  batch: 1,
  undo: 2,
  others: 1,
  open: 2,
  read: 6,
  deliver: 8,
  failRead: 1,
  commit: 5,
  end: 7,
  fetch: 5,
  nextPage: 3,
  rename: 2,
  renamed: 2,
  wait: 2,
}

const themes = [
  stepsOf({ user: anyone, key: anywhere, reads: 4 }, all),
  stepsOf({ user: mostlyOne, key: anywhere, reads: 4 }, all),
  // Admins against each other over replicas that lag.
  stepsOf(
    { user: fc.constant(0), key: fc.constant(0), reads: 1 },
    { change: 3, others: 2, fetch: 2, read: 5, deliver: 5, commit: 2, end: 4, open: 1, wait: 1 },
  ),
  // Long lists.
  stepsOf(
    { user: fc.constant(0), key: fc.constant(members), reads: 2 },
    { change: 3, hold: 1, nextPage: 4, fetch: 2, read: 4, deliver: 6, commit: 2, end: 4, rename: 1, renamed: 1 },
  ),
  // The host's own edits.
  stepsOf(
    { user: fc.constant(0), key: anywhere, reads: 3 },
    { change: 3, hold: 2, undo: 3, rename: 4, renamed: 4, fetch: 1, deliver: 3, commit: 1, end: 4, open: 1, wait: 1 },
  ),
]

/** Mostly in a panel whose lists have arrived, where most can go wrong. */
const arrivals: Step[] = keys.slice(0, 4).map(() => ({ do: 'deliver', at: 0 }))

export const schedules: fc.Arbitrary<Step[]> = fc
  .tuple(fc.nat(3), fc.oneof(...themes))
  .map(([begins, steps]) => (begins === 0 ? steps : [...arrivals, ...steps]))

/** A step in words, for those who read what went wrong. */
export function tell(step: Step): string {
  const { do: what, ...rest } = step
  const words = Object.entries(rest).map(([name, value]) => {
    if (name === 'user') return IDS[value as number]
    if (name === 'users') return (value as number[]).map((user) => IDS[user]).join(', ')
    if (name === 'key') return JSON.stringify(keys[value as number])
    return `${name} ${String(value)}`
  })
  return [what, ...words].join(' ')
}

const takers: Record<string, (text: string) => unknown> = {
  user: (text) => IDS.indexOf(text),
  users: (text) => text.split(', ').map((id) => IDS.indexOf(id)),
  key: (text) => keys.findIndex((key) => JSON.stringify(key) === text),
  at: Number,
  lag: Number,
  ms: Number,
  how: String,
}

const nameFirst = [
  'next page',
  'others set',
  'others restore',
  'open loaded',
  'look away',
  'cancel batch',
  'fail read',
  'commit late',
  'keep rename',
  'roll back',
]

/** The step that `tell` told of. */
export function parse(line: string): Step {
  const name = nameFirst.find((one) => line.startsWith(one)) ?? line.split(' ')[0]!
  const step: Record<string, unknown> = { do: name }
  const rest = line.slice(name.length).replace(/ (at|lag|ms|how) (\S+)/g, (_, field: string, text: string) => {
    step[field] = takers[field]!(text)
    return ''
  })
  const [, key, who] = /^(?: (\[.*\]))?(?: (.+))?$/.exec(rest)!
  if (key) step.key = takers.key!(key)
  if (who) step[name === 'batch' ? 'users' : 'user'] = takers[name === 'batch' ? 'users' : 'user']!(who)
  return step as unknown as Step
}

/** Steps told in lines; `arrive` stands for the first replies of all lists. */
export const parseAll = (text: string): Step[] =>
  text
    .trim()
    .split('\n')
    .flatMap((line) => (line.trim() === 'arrive' ? arrivals : parse(line.trim())))

export const tellAll = (schedule: Step[]): string =>
  schedule.map(tell).join('\n').replace(arrivals.map(tell).join('\n'), 'arrive')

/** Replays a random schedule and tells each step. With `=`, since a seed may be negative. */
export const replayCommand = (seed: number, path: string | null): string =>
  `npm run prove -- --seed=${seed} --path=${path}`
