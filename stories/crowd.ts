import type { User } from '../src/index.ts'
import { people } from './people.ts'

const first = [
  'Ada',
  'Grace',
  'Kenji',
  'Layla',
  'Emmy',
  'Alan',
  'Katherine',
  'Hedy',
  'Radia',
  'Barbara',
  'Edsger',
  'Mary',
  'Lise',
  'Chien-Shiung',
  'Rosalind',
  'Sofia',
  'Tu',
  'Vera',
  'Wangari',
  'Ynés',
]
const last = [
  'Lovelace',
  'Hopper',
  'Sato',
  'Mansour',
  'Noether',
  'Turing',
  'Johnson',
  'Lamarr',
  'Perlman',
  'Liskov',
  'Dijkstra',
  'Jackson',
  'Meitner',
  'Wu',
  'Franklin',
  'Kovalevskaya',
  'Youyou',
  'Rubin',
  'Maathai',
  'Mexía',
  'Bell',
  'Ride',
  'Yalow',
]
const pictures = [people.ada.imageUrl, people.grace.imageUrl, people.kenji.imageUrl, people.layla.imageUrl]

const DAY = 86_400_000

/** The nth of a crowd that is the same each time, but for its times, which are counted from now. */
export function personAt(index: number, now: number = Date.now()): User {
  const firstName = first[index % first.length]!
  const lastName = last[(index * 7 + 3) % last.length]!
  const imageUrl = index % 5 === 4 ? null : pictures[index % pictures.length]!
  return {
    id: `user_${index}`,
    imageUrl,
    hasImage: imageUrl !== null,
    firstName,
    lastName,
    username: null,
    emailAddress: `${firstName}.${lastName}.${index}@people.test`
      .toLowerCase()
      .normalize('NFD')
      .replaceAll(/[\u0300-\u036f]/g, ''),
    banned: index % 17 === 6,
    createdAt: now - (index + 1) * 3 * DAY,
    updatedAt: now - (index % 40) * DAY,
    lastActiveAt: index % 13 === 12 ? null : now - ((index * 37) % 900) * 3_600_000,
  }
}

/** So many different people. */
export function crowd(count: number): User[] {
  const now = Date.now()
  return Array.from({ length: count }, (_, index) => personAt(index, now))
}
