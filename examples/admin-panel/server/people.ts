import { names } from './names.ts'
import { randomFrom } from './random.ts'

/** A person of the seed, as the identity provider will hold them. */
export interface Person {
  id: string
  name: string
  email: string
  image: string | null
  banned: boolean
  createdAt: Date
  updatedAt: Date
  /** `null` for those who never came back. */
  lastActiveAt: Date | null
}

const DAY = 86_400_000

/**
 * The same people on every machine: most with a picture, one in eight without, one in twenty-five with a broken one.
 *
 * @param newest when the last of them joined; the others did before
 */
export function people(newest: Date, count = 264): Person[] {
  const end = newest.getTime()
  const random = randomFrom('people of the panel')
  const taken = new Set<string>()
  return Array.from({ length: count }, (_, index) => {
    const id = `usr_${String(index + 1).padStart(4, '0')}`
    const { name, email } = newName(random, index, taken)
    const createdAt = new Date(end - index * 2.7 * DAY - random.whole(DAY))
    return {
      id,
      name,
      email,
      image: pictureOf(id, index),
      banned: random.next() < 0.03,
      createdAt,
      updatedAt: new Date(createdAt.getTime() + random.whole(end - createdAt.getTime())),
      // Most were here lately.
      lastActiveAt:
        index % 9 === 7
          ? null
          : new Date(end - (end - createdAt.getTime()) * randomFrom(`activity of ${id}`).next() ** 5),
    }
  })
}

function newName(
  random: ReturnType<typeof randomFrom>,
  index: number,
  taken: Set<string>,
): { name: string; email: string } {
  // Neighbours come from different peoples, so that every page of the list shows many scripts.
  const list = names[(index * 7) % names.length]!
  for (;;) {
    const [given, family] = [oneOf(list.given, random.pick), oneOf(list.family, random.pick)]
    const email = `${given.latin}.${family.latin}@people.test`
    if (taken.has(email)) continue
    taken.add(email)
    const written = list.familyFirst ? [family.written, given.written] : [given.written, family.written]
    return { name: written.join(list.joint ?? ' '), email }
  }
}

function oneOf(list: string, pick: <T>(list: readonly T[]) => T): { written: string; latin: string } {
  const [written = '', latin = written] = pick(list.split(' ')).replaceAll('_', ' ').split('=')
  return { written, latin: toLatin(latin) }
}

const PLAIN: Record<string, string> = { ß: 'ss', ø: 'o', đ: 'd', ł: 'l', ı: 'i', þ: 'th', æ: 'ae' }

function toLatin(text: string): string {
  const bare = text.normalize('NFD').toLowerCase().replace(/\p{M}/gu, '')
  return bare.replace(/[ßøđłıþæ]/g, (letter) => PLAIN[letter] ?? '').replace(/[^a-z-]/g, '')
}

/** Spread evenly and not drawn, so that the first page already shows all three kinds. */
function pictureOf(id: string, index: number): string | null {
  if (index % 8 === 5) return null
  return index % 25 === 11 ? `/avatars/lost/${id}.png` : `/avatars/${id}.png`
}
