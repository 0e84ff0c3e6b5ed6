import type { User } from '../src/index.ts'
import ada from './pictures/ada.png'
import grace from './pictures/grace.png'
import kenji from './pictures/kenji.png'
import layla from './pictures/layla.png'

type Person = Pick<User, 'id' | 'firstName' | 'lastName' | 'emailAddress' | 'imageUrl' | 'hasImage'>

const person = (id: string, firstName: string, lastName: string, imageUrl: string | null): Person => ({
  id,
  firstName,
  lastName,
  emailAddress: `${id}@people.test`,
  imageUrl,
  hasImage: imageUrl !== null,
})

export const people = {
  ada: person('ada', 'Ada', 'Lovelace', ada),
  grace: person('grace', 'Grace', 'Hopper', grace),
  kenji: person('kenji', '健二', '佐藤', kenji),
  layla: person('layla', 'ليلى', 'منصور', layla),
  noImage: person('emmy', 'Emmy', 'Noether', null),
  broken: person('alan', 'Alan', 'Turing', '/there-is-no-such-picture.png'),
  longName: person('long', 'Wolfeschlegelsteinhausenbergerdorff', 'Bartholomäus-Maximilian von und zu Hohenstein', ada),
} satisfies Record<string, Person>
