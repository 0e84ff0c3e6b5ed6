import { describe, expect, it } from 'vitest'
import { commonFields } from '../../src/core/commonFields.ts'
import { toUser } from '../../src/core/toUser.ts'
import { clerkUser } from '../support/clerkDouble.ts'

const ID = 'user_2abc'
const URL = 'https://images.test/ada.png'

/** As MobX and other models are: what one reads are getters of the class. */
class Model {
  readonly #fields = { id: ID, email: 'ada@people.test', avatarUrl: URL }
  get id() {
    return this.#fields.id
  }
  get email() {
    return this.#fields.email
  }
  get avatarUrl() {
    return this.#fields.avatarUrl
  }
}

/** A class made from it has them too. */
class Admin extends Model {}

/** Users as providers and panels write them, each with this id and picture. */
const users: Record<string, object> = {
  'the kit’s own': { id: ID, imageUrl: URL, hasImage: true, firstName: 'Ada', lastName: 'Lovelace' },
  'Clerk’s backend SDK': {
    id: ID,
    firstName: 'Ada',
    lastName: 'Lovelace',
    imageUrl: URL,
    hasImage: true,
    emailAddresses: [],
  },
  'Clerk’s REST API': clerkUser({ id: ID, firstName: 'Ada', lastName: 'Lovelace', imageUrl: URL }),
  'Clerk’s publicUserData': {
    userId: ID,
    identifier: 'ada@people.test',
    firstName: 'Ada',
    lastName: 'Lovelace',
    imageUrl: URL,
    hasImage: true,
  },
  'Clerk’s public_user_data': {
    user_id: ID,
    identifier: 'ada@people.test',
    first_name: 'Ada',
    last_name: 'Lovelace',
    image_url: URL,
    has_image: true,
  },
  'Better Auth': {
    id: ID,
    name: 'Ada Lovelace',
    email: 'ada@people.test',
    emailVerified: true,
    image: URL,
    role: 'user',
  },
  Auth0: { user_id: ID, name: 'Ada Lovelace', nickname: 'ada', email: 'ada@people.test', picture: URL },
  'an OpenID Connect profile': { sub: ID, given_name: 'Ada', family_name: 'Lovelace', picture: URL },
  Firebase: { uid: ID, displayName: 'Ada Lovelace', email: 'ada@people.test', photoURL: URL },
  'Supabase profiles': { id: ID, username: 'ada', full_name: 'Ada Lovelace', avatar_url: URL },
  GitHub: { id: ID, login: 'ada', avatar_url: URL },
  MongoDB: { _id: ID, firstName: 'Ada', lastName: 'Lovelace', profileImageUrl: URL },
  'GraphQL, by its type': { __typename: 'User', id: ID, avatar: URL },
  'a row with nothing but a user’s id': { userId: ID, avatarUrl: URL },
}

/** What bears a user's id and an image, and is not a user. */
const strangers: Record<string, object> = {
  'a product': { id: '42', name: 'Analytical engine', price: 100, imageUrl: URL },
  'an organisation': { id: '42', name: 'Engines Ltd', slug: 'engines', imageUrl: URL, hasImage: true },
  'an organisation that says so': {
    object: 'organization',
    id: '42',
    name: 'Engines Ltd',
    image_url: URL,
    has_image: true,
  },
  'a comment with an attached picture': { id: '7', userId: '42', text: 'Look at this', image: URL },
  'a post of GraphQL’s': { __typename: 'Post', id: '42', username: 'ada', imageUrl: URL },
  'a team with a mail address': { __typename: 'Team', id: '42', email: 'team@engines.test', avatar: URL },
  'a picture': { id: '42', url: URL, image: URL },
  'a product whose image is an object': { id: '42', firstName: 'x', image: { url: URL } },
  'a user without any image field': { id: '42', firstName: 'Ada', email: 'ada@people.test' },
  'a user without an id': { firstName: 'Ada', imageUrl: URL },
  'a user with an empty id': { id: '', firstName: 'Ada', imageUrl: URL },
  'a user whose id is an object': { id: {}, firstName: 'Ada', imageUrl: URL },
  'an array': [],
  'nothing at all': {},
}

describe('match', () => {
  it.each(Object.entries(users))('knows %s', (_, user) => {
    expect(commonFields.match(user)).toBe(ID)
  })

  it.each(Object.entries(strangers))('does not take %s for a user', (_, stranger) => {
    expect(commonFields.match(stranger)).toBeUndefined()
  })

  it.each([
    ['a class with getters', new Model()],
    ['a class made from one', new Admin()],
  ])('knows %s by what one reads of it', (_, user) => {
    expect([commonFields.match(user), commonFields.read(user), toUser(user).emailAddress]).toEqual([
      ID,
      { avatarUrl: URL },
      'ada@people.test',
    ])
  })

  it('knows a user whose image is null already', () => {
    expect(commonFields.match({ id: ID, email: 'ada@people.test', image: null })).toBe(ID)
  })

  it('knows a user by a number', () => {
    expect(commonFields.match({ id: 42, username: 'ada', avatar_url: null })).toBe('42')
  })

  it('knows an object without a mark by a picture that is known to be a user’s', () => {
    const lean = { id: '42', name: 'Ada Lovelace', imageUrl: URL }
    expect(commonFields.match(lean)).toBeUndefined()
    expect(commonFields.match(lean, new Set([URL]))).toBe('42')
    expect(commonFields.match(lean, new Set(['https://images.test/other.png']))).toBeUndefined()
  })

  it('does not take what says that it is something else for a user, even with a known picture', () => {
    expect(commonFields.match({ __typename: 'Product', id: '42', imageUrl: URL }, new Set([URL]))).toBeUndefined()
  })
})

describe('toUser', () => {
  it.each(Object.entries(users))('reads %s', (_, user) => {
    expect(toUser(user)).toMatchObject({ id: ID, imageUrl: URL, hasImage: true })
  })

  it('reads Clerk’s user whole and leaves metadata behind', () => {
    const user = clerkUser({
      id: ID,
      firstName: 'Ada',
      lastName: 'Lovelace',
      emailAddress: 'ada@people.test',
      imageUrl: URL,
    })
    expect(toUser(user)).toEqual({
      id: ID,
      imageUrl: URL,
      hasImage: true,
      firstName: 'Ada',
      lastName: 'Lovelace',
      username: null,
      emailAddress: 'ada@people.test',
      banned: false,
      createdAt: 1_700_000_000_000,
      updatedAt: 1_700_000_000_000,
      lastActiveAt: null,
    })
  })

  it('reads the primary of several addresses', () => {
    const emailAddresses = [
      { id: 'a', emailAddress: 'old@people.test' },
      { id: 'b', emailAddress: 'new@people.test' },
    ]
    expect(toUser({ id: ID, emailAddresses, primaryEmailAddressId: 'b' }).emailAddress).toBe('new@people.test')
    expect(toUser({ id: ID, emailAddresses }).emailAddress).toBe('old@people.test')
    expect(toUser({ id: ID, emails: ['ada@people.test'] }).emailAddress).toBe('ada@people.test')
    expect(toUser({ id: ID, emails: [null] }).emailAddress).toBeNull()
  })

  it.each([
    [1_700_000_000_000, 1_700_000_000_000],
    [new Date(5), 5],
    ['1970-01-01T00:00:01Z', 1000],
    ['soon', null],
    [null, null],
    [{}, null],
  ])('reads the time %o', (createdAt, at) => {
    expect(toUser({ id: ID, createdAt }).createdAt).toBe(at)
  })

  it.each<[object, string | null, boolean]>([
    [{ imageUrl: URL, hasImage: true }, URL, true],
    [{ imageUrl: URL }, URL, true],
    [{ imageUrl: null, hasImage: true }, null, false],
    [{ imageUrl: '', hasImage: true }, null, false],
    [{ imageUrl: URL, hasImage: false }, URL, false],
    [{ image_url: URL, has_image: false }, URL, false],
    [{ hasImage: true }, null, false],
    [{}, null, false],
  ])('has an image: %o', (fields, imageUrl, hasImage) => {
    expect(toUser({ id: ID, ...fields })).toMatchObject({ imageUrl, hasImage })
  })
})

describe('write', () => {
  const removed = { imageUrl: null, hasImage: false }

  it.each(Object.entries(users))('shows a removal under the names of %s, and nothing else', (_, user) => {
    const fields = commonFields.write(removed, user)
    expect(Object.keys(fields).every((name) => name in user)).toBe(true)
    expect(commonFields.toUser({ ...user, ...fields })).toMatchObject({ id: ID, imageUrl: null, hasImage: false })
    // What was read goes back to what it was.
    expect({ ...user, ...fields, ...commonFields.read(user) }).toEqual(user)
  })

  it('shows a generated default picture only beside a flag that says so', () => {
    const image = { imageUrl: 'https://images.test/default.png', hasImage: false }
    expect(commonFields.write(image, { id: ID, imageUrl: URL, hasImage: true })).toEqual(image)
    expect(commonFields.write(image, { id: ID, avatarUrl: URL })).toEqual({ avatarUrl: null })
  })

  it('shows a new picture', () => {
    expect(commonFields.write({ imageUrl: '/new.png', hasImage: true }, { id: ID, image: null })).toEqual({
      image: '/new.png',
    })
  })
})
