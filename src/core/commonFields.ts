import {
  ANY_IMAGE,
  type Bag,
  EMAILS,
  FIRST,
  HAS_IMAGE,
  IMAGE,
  idOf,
  imageOfFields,
  isImageName,
  LAST,
  OWN_IMAGE,
  readImage,
  toUser,
  USERNAME,
} from './toUser.ts'
import type { ImageFields, UserFields } from './user.ts'

const MARKS = [...FIRST, ...LAST, ...USERNAME, 'emailAddress', 'email_address', 'email', ...EMAILS]
/** Says of itself what it is: GraphQL's `__typename`, Clerk's `object`. */
const KIND = ['__typename', 'object']
const USER_KINDS = new Set(['user', 'publicuserdata', 'member', 'profile', 'person', 'account', 'author', 'customer'])

// What a name says of the object that has it, as bits. One look per field: this runs for every object in a cache.
const [IS_KIND, IS_IMAGE, IS_OWN, IS_FLAG, IS_MARK, IS_USER_ID, IS_KNOWN] = [1, 2, 4, 8, 16, 32, 64] as const
const ROLES = new Map<string, number>([
  ...KIND.map((name) => [name, IS_KIND] as const),
  ...ANY_IMAGE.map((name) => [name, IS_IMAGE] as const),
  ...OWN_IMAGE.map((name) => [name, IS_IMAGE | IS_OWN] as const),
  ...HAS_IMAGE.map((name) => [name, IS_FLAG] as const),
  ...MARKS.map((name) => [name, IS_MARK] as const),
  ['userId', IS_USER_ID],
  ['user_id', IS_USER_ID],
])

/** Names that a class gives its instances by getters; the same for all of them. */
const getters = new WeakMap<object, string[]>()

function gettersOf(prototype: object | null): string[] {
  if (prototype === null || prototype === Object.prototype) return []
  let names = getters.get(prototype)
  if (!names) {
    const own = Object.entries(Object.getOwnPropertyDescriptors(prototype)).flatMap(([name, { get }]) =>
      get && ROLES.has(name) ? [name] : [],
    )
    getters.set(prototype, (names = [...own, ...gettersOf(Object.getPrototypeOf(prototype) as object | null)]))
  }
  return names
}

function namesOf(value: object): string[] {
  const prototype = Object.getPrototypeOf(value) as object | null
  const own = Object.keys(value)
  return prototype === Object.prototype || prototype === null ? own : [...own, ...gettersOf(prototype)]
}

/** Whether the object has an image and bears a mark of a person, so that the image is a person's and not a product's. */
function isUserWithImage(value: Bag, images?: ReadonlySet<string>): boolean {
  let found = 0
  for (const name of namesOf(value)) {
    const role = ROLES.get(name)
    if (role === undefined) continue
    const field = value[name]
    if (role === IS_KIND) {
      if (typeof field !== 'string') continue
      if (!USER_KINDS.has(field.toLowerCase())) return false
      found |= IS_KIND
    } else if (role & IS_IMAGE) {
      if (typeof field !== 'string' && field !== null && field !== undefined) continue
      found |= field === undefined ? IS_IMAGE : role
      if (images?.has(field as string)) found |= IS_KNOWN
    } else if (field !== undefined) {
      found |= role
    }
  }
  if (!(found & IS_IMAGE)) return false
  if (found & (IS_KIND | IS_MARK | IS_KNOWN)) return true
  // `userId` marks the image beside it only where that image is named as a person's, or holds a known
  // one: a comment has its author's id and an attached picture.
  if (found & IS_USER_ID && found & (IS_OWN | IS_FLAG)) return true
  return idOf(value)?.startsWith('user_') ?? false
}

/** Reads and writes users under the field names in common use; strict about what a user is. */
export const commonFields: UserFields<any> = {
  match(value, images) {
    return isUserWithImage(value as Bag, images) ? idOf(value as Bag) : undefined
  },
  toUser,
  read: readImage,
  image: imageOfFields,
  write(image, value: Bag) {
    const fields: ImageFields = {}
    const flagged = HAS_IMAGE.some((name) => typeof value[name] === 'boolean')
    // A generated default picture may be shown only where a flag beside it says that it is one.
    const imageUrl = image.hasImage || flagged ? image.imageUrl : null
    for (const name of IMAGE) if (isImageName(value, name)) fields[name] = imageUrl
    for (const name of HAS_IMAGE) if (typeof value[name] === 'boolean') fields[name] = image.hasImage
    return fields
  },
}
