import type { ImageEvent } from '../src/index.ts'
import { people } from './people.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

type Past = Omit<ImageEvent, 'id' | 'at' | 'userId' | 'actor'> & {
  ago: number
  who: keyof typeof people
  by?: string
  left?: number
}

const past: Past[] = [
  {
    ago: 20_000,
    type: 'removed',
    who: 'ada',
    reason: 'impersonation',
    note: 'Poses as our support team. Reported by four people.',
    toldUser: true,
    left: 30 * DAY,
  },
  { ago: 42 * MINUTE, type: 'restored', who: 'grace', by: 'Jonas' },
  { ago: 50 * MINUTE, type: 'removed', who: 'grace', by: 'Jonas', reason: 'spam' },
  { ago: 26 * HOUR, type: 'removed', who: 'kenji', reason: 'copyright', toldUser: true, left: 6 * DAY + HOUR },
  { ago: 27 * HOUR, type: 'set', who: 'longName', by: 'Jonas' },
  { ago: 29 * DAY + 21 * HOUR, type: 'removed', who: 'layla', reason: 'other', note: 'صورة ليست لها', left: 3 * HOUR },
  { ago: 120 * DAY, type: 'removed', who: 'noImage', by: 'Jonas', reason: 'policy-c-17' },
]

/** What was done lately, from a moment before now. Made anew for each story. */
export function pastEvents(): ImageEvent[] {
  const now = Date.now()
  return past.map(({ ago, who, by = 'Mira', left, ...event }, at) => ({
    id: `past-${at}`,
    at: now - ago,
    userId: people[who].id,
    actor: { id: by.toLowerCase(), name: by },
    ...(event.type === 'removed' && left ? { imageUrl: people[who].imageUrl, restorableUntil: now + left } : {}),
    ...event,
  }))
}

/** The people as they are after it. */
export function peopleAfter(): object[] {
  const kept = new Set(pastEvents().flatMap(({ restorableUntil, userId }) => (restorableUntil ? [userId] : [])))
  return Object.values(people).map((person) =>
    kept.has(person.id) ? { ...person, imageUrl: null, hasImage: false } : person,
  )
}
