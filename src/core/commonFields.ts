import type { ImageFields, ProfileImage, User, UserFields } from './user.ts'
import { hasProfileImage } from './user.ts'

type Bag = Record<string, unknown>

// The names that Clerk (both cases), Better Auth, Auth0, Firebase, Supabase and hand-written APIs use.
const ID = ['userId', 'user_id', 'id', '_id', 'uid', 'sub']
const OWN_IMAGE = ['profileImageUrl', 'profile_image_url', 'avatarUrl', 'avatarURL', 'avatar_url', 'avatar', 'photoURL', 'photoUrl', 'photo_url']
const ANY_IMAGE = ['imageUrl', 'image_url', 'pictureUrl', 'picture_url', 'picture', 'image']
const IMAGE = [...ANY_IMAGE, ...OWN_IMAGE]
const HAS_IMAGE = ['hasImage', 'has_image']
const FIRST = ['firstName', 'first_name', 'givenName', 'given_name']
const LAST = ['lastName', 'last_name', 'familyName', 'family_name']
const FULL = ['fullName', 'full_name', 'displayName', 'display_name', 'name']
const USERNAME = ['username', 'userName', 'user_name', 'preferred_username', 'login']
const EMAIL = ['emailAddress', 'email_address', 'email', 'identifier']
const EMAILS = ['emailAddresses', 'email_addresses', 'emails']
const MARKS = [...FIRST, ...LAST, ...USERNAME, 'emailAddress', 'email_address', 'email', ...EMAILS]
/** Says of itself what it is: GraphQL's `__typename`, Clerk's `object`. */
const KIND = ['__typename', 'object']
const USER_KINDS = new Set(['user', 'publicuserdata', 'member', 'profile', 'person', 'account', 'author', 'customer'])

const first = (value: Bag, names: string[]): unknown => {
  for (const name of names) if (value[name] !== undefined && value[name] !== null) return value[name]
}
const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)
const time = (value: unknown) => {
  const ms = typeof value === 'number' ? value : value instanceof Date ? value.getTime() : typeof value === 'string' ? Date.parse(value) : Number.NaN
  return Number.isFinite(ms) ? ms : null
}
const isImageName = (value: Bag, name: string) => {
  const field = value[name]
  return name in value && (field === null || field === undefined || typeof field === 'string')
}

function idOf(value: Bag): string | undefined {
  const id = first(value, ID)
  return typeof id === 'string' && id !== '' ? id : typeof id === 'number' ? String(id) : undefined
}

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
    const own = Object.entries(Object.getOwnPropertyDescriptors(prototype)).flatMap(([name, { get }]) => (get && ROLES.has(name) ? [name] : []))
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

function emailOf(value: Bag): string | null {
  const single = text(first(value, EMAIL))
  if (single) return single
  const list = first(value, EMAILS)
  if (!Array.isArray(list)) return null
  const primary = first(value, ['primaryEmailAddressId', 'primary_email_address_id'])
  const entry: unknown = list.find((item: Bag | null) => item?.id === primary) ?? list[0]
  return text(entry) ?? (entry && typeof entry === 'object' ? text(first(entry as Bag, ['emailAddress', 'email_address', 'email'])) : null)
}

function readImage(value: Bag): ImageFields {
  const fields: ImageFields = {}
  for (const name of IMAGE) if (isImageName(value, name)) fields[name] = value[name]
  for (const name of HAS_IMAGE) if (typeof value[name] === 'boolean') fields[name] = value[name]
  return fields
}

function imageOfFields(fields: ImageFields): ProfileImage {
  const imageUrl = text(first(fields, IMAGE))
  const flag = first(fields, HAS_IMAGE) as boolean | undefined
  return { imageUrl, hasImage: hasProfileImage({ imageUrl, hasImage: flag }) }
}

/** Reads and writes users under the field names in common use; strict about what a user is. */
export const commonFields: UserFields<any> = {
  match(value, images) {
    return isUserWithImage(value as Bag, images) ? idOf(value as Bag) : undefined
  },
  toUser(value: Bag): User {
    const firstName = text(first(value, FIRST))
    const lastName = text(first(value, LAST))
    return {
      id: idOf(value) ?? '',
      ...imageOfFields(readImage(value)),
      firstName: firstName ?? (lastName ? null : text(first(value, FULL))),
      lastName,
      username: text(first(value, USERNAME)),
      emailAddress: emailOf(value),
      banned: value.banned === true,
      createdAt: time(first(value, ['createdAt', 'created_at'])),
      updatedAt: time(first(value, ['updatedAt', 'updated_at'])),
      lastActiveAt: time(first(value, ['lastActiveAt', 'last_active_at', 'lastLogin', 'last_login'])),
    }
  },
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

/** The kit's view of a user object of any common shape. */
export function toUser(value: object): User {
  return commonFields.toUser(value)
}
