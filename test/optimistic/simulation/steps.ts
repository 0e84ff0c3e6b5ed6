import fc from 'fast-check'
import { LAG_MS } from './engines.ts'
import { IDS } from './Panel.ts'
import type { WriteEnd } from './Server.ts'

/** What can happen in a panel. `at` counts among what is under way: the first read, the second hold. */
export type Step =
  | { do: 'remove' | 'open' | 'hold' | 'set' | 'others set' | 'others restore'; user: number }
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

const key = fc.nat(keys.length - 1)
const at = fc.nat(4)
const early = fc.nat(1)

type Name = Step['do']
const one = <T extends Name>(...names: T[]) => fc.constantFrom(...names)

/** Weighted so that changes, reads and answers interleave rather than pile up. */
const stepOf = (user: fc.Arbitrary<number>): fc.Arbitrary<Step> =>
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ do: one('remove'), user }) },
    { weight: 3, arbitrary: fc.record({ do: one('set', 'hold'), user }) },
    { weight: 1, arbitrary: fc.record({ do: one('batch'), users: fc.uniqueArray(user, { minLength: 1, maxLength: 4 }) }) },
    { weight: 2, arbitrary: fc.record({ do: one('undo', 'undo', 'look', 'look away', 'cancel batch'), at: early }) },
    { weight: 1, arbitrary: fc.record({ do: one('others set', 'others set', 'others restore'), user }) },
    { weight: 1, arbitrary: fc.record({ do: one('open'), user }) },
    { weight: 6, arbitrary: fc.record({ do: one('read'), at, lag: fc.nat(2) }) },
    { weight: 8, arbitrary: fc.record({ do: one('deliver'), at }) },
    { weight: 1, arbitrary: fc.record({ do: one('fail read'), at }) },
    { weight: 4, arbitrary: fc.record({ do: one('commit'), at: early }) },
    { weight: 1, arbitrary: fc.record({ do: one('commit late'), at: fc.nat(1) }) },
    {
      weight: 7,
      arbitrary: fc.record({ do: one('end'), at: early, how: fc.constantFrom<WriteEnd[]>('reply', 'reply', 'reply', 'reply', 'refuse', 'refuse', 'lose', 'lose', 'wait') }),
    },
    { weight: 5, arbitrary: fc.record({ do: one('refetch', 'refetch', 'refetch', 'cancel', 'invalidate'), key }) },
    { weight: 3, arbitrary: fc.record({ do: one('next page') }) },
    { weight: 2, arbitrary: fc.record({ do: one('rename'), key, user }) },
    { weight: 2, arbitrary: fc.record({ do: one('keep rename', 'roll back'), at: early }) },
    { weight: 2, arbitrary: fc.record({ do: one('wait'), ms: fc.constantFrom(10, 1500, 8000, 20_000, LAG_MS + 1) }) },
  )

const anyone = fc.nat(IDS.length - 1)
/** Most of it happens to one user, where the rules meet. */
const mostlyOne = fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: anyone })

/** Mostly in a panel whose lists have arrived, where most can go wrong. */
const arrivals: Step[] = keys.slice(0, 4).map(() => ({ do: 'deliver', at: 0 }))

export const schedules: fc.Arbitrary<Step[]> = fc
  .tuple(fc.nat(3), fc.oneof(...[anyone, mostlyOne].map((user) => fc.array(stepOf(user), { minLength: 4, maxLength: 45 }))))
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
