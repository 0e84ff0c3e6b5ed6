import { expect, it } from 'vitest'
import { toUser } from '../../src/core/toUser.ts'
import { displayName } from '../../src/core/user.ts'

it.each([
  [{ id: '1', firstName: 'Ada', lastName: 'Lovelace' }, 'Ada Lovelace'],
  [{ id: '1', first_name: 'Ada' }, 'Ada'],
  [{ id: '1', last_name: 'Lovelace' }, 'Lovelace'],
  [{ id: '1', name: 'Ada Lovelace' }, 'Ada Lovelace'],
  [{ id: '1', firstName: '健二', lastName: '佐藤' }, '佐藤健二'],
  [{ id: '1', firstName: '민준', lastName: '김' }, '김민준'],
  [{ id: '1', firstName: 'Kenji', lastName: '佐藤' }, 'Kenji 佐藤'],
  [{ id: '1', firstName: 'ليلى', lastName: 'منصور' }, 'ليلى منصور'],
  [{ id: '1', username: 'ada', email: 'ada@people.test' }, 'ada'],
  [{ id: '1', email: 'ada@people.test' }, 'ada@people.test'],
  [{ id: 'user_1' }, 'user_1'],
])('%j is called %s', (user, name) => {
  expect(displayName(toUser(user))).toBe(name)
})
