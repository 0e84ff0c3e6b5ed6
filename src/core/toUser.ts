import type { ImageFields, ProfileImage, User, UserFields } from './user.ts'
import { hasProfileImage } from './user.ts'

/** A user of any common shape. */
export type Bag = Record<string, unknown>

// The names that Clerk (both cases), Better Auth, Auth0, Firebase, Supabase and hand-written APIs use.
const ID = ['userId', 'user_id', 'id', '_id', 'uid', 'sub']
export const OWN_IMAGE: readonly string[] = ['profileImageUrl', 'profile_image_url', 'avatarUrl', 'avatarURL', 'avatar_url', 'avatar', 'photoURL', 'photoUrl', 'photo_url']
export const ANY_IMAGE: readonly string[] = ['imageUrl', 'image_url', 'pictureUrl', 'picture_url', 'picture', 'image']
export const IMAGE: readonly string[] = [...ANY_IMAGE, ...OWN_IMAGE]
export const HAS_IMAGE: readonly string[] = ['hasImage', 'has_image']
export const FIRST: readonly string[] = ['firstName', 'first_name', 'givenName', 'given_name']
export const LAST: readonly string[] = ['lastName', 'last_name', 'familyName', 'family_name']
const FULL = ['fullName', 'full_name', 'displayName', 'display_name', 'name']
export const USERNAME: readonly string[] = ['username', 'userName', 'user_name', 'preferred_username', 'login']
const EMAIL = ['emailAddress', 'email_address', 'email', 'identifier']
export const EMAILS: readonly string[] = ['emailAddresses', 'email_addresses', 'emails']

const first = (value: Bag, names: readonly string[]): unknown => {
  for (const name of names) if (value[name] !== undefined && value[name] !== null) return value[name]
}
const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)
const time = (value: unknown) => {
  const ms = typeof value === 'number' ? value : value instanceof Date ? value.getTime() : typeof value === 'string' ? Date.parse(value) : Number.NaN
  return Number.isFinite(ms) ? ms : null
}
export function isImageName(value: Bag, name: string): boolean {
  const field = value[name]
  return name in value && (field === null || field === undefined || typeof field === 'string')
}

export function idOf(value: Bag): string | undefined {
  const id = first(value, ID)
  return typeof id === 'string' && id !== '' ? id : typeof id === 'number' ? String(id) : undefined
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

export function readImage(value: Bag): ImageFields {
  const fields: ImageFields = {}
  for (const name of IMAGE) if (isImageName(value, name)) fields[name] = value[name]
  for (const name of HAS_IMAGE) if (typeof value[name] === 'boolean') fields[name] = value[name]
  return fields
}

export function imageOfFields(fields: ImageFields): ProfileImage {
  const imageUrl = text(first(fields, IMAGE))
  const flag = first(fields, HAS_IMAGE) as boolean | undefined
  return { imageUrl, hasImage: hasProfileImage({ imageUrl, hasImage: flag }) }
}

/** The kit's view of a user object of any common shape. */
export function toUser(user: object): User {
  const value = user as Bag
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
}

/** The tenant in a provider's user: `(user) => user.publicMetadata.tenant`. */
export type TenantOf = (user: any) => string | null | undefined

/** The kit's view with the tenant, where it is known how to read it from the provider's user. */
export function withTenant(view: User, user: unknown, tenantOf: TenantOf | undefined): User {
  const tenantId = tenantOf?.(user)
  return tenantId ? { ...view, tenantId } : view
}

/** The kit's view of what an adapter gives: as its own `fields` read it, else by the common names. */
export function viewOf(fields: Pick<UserFields, 'toUser'> | undefined, user: object): User {
  return fields ? fields.toUser(user) : toUser(user)
}
