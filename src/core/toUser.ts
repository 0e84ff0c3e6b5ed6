import type { ImageFields, ProfileImage, User, UserFields } from './user.ts'
import { hasProfileImage } from './user.ts'

/** A user of any common shape. */
export type Bag = Record<string, unknown>

const string = (value: unknown) => (typeof value === 'string' ? value : undefined)
const boolean = (value: unknown) => (typeof value === 'boolean' ? value : undefined)

// The names that Clerk (both cases), Better Auth, Auth0, Firebase, Supabase and hand-written APIs use, the first that is
// there counts. Written out: an engine reads a field by its name many times as fast as by a name out of a list.
const id = (v: Bag) => v.userId ?? v.user_id ?? v.id ?? v._id ?? v.uid ?? v.sub
const anyImage = (v: Bag) =>
  string(v.imageUrl) ??
  string(v.image_url) ??
  string(v.pictureUrl) ??
  string(v.picture_url) ??
  string(v.picture) ??
  string(v.image)
const ownImage = (v: Bag) =>
  string(v.profileImageUrl) ??
  string(v.profile_image_url) ??
  string(v.avatarUrl) ??
  string(v.avatarURL) ??
  string(v.avatar_url) ??
  string(v.avatar) ??
  string(v.photoURL) ??
  string(v.photoUrl) ??
  string(v.photo_url)
const hasImage = (v: Bag) => boolean(v.hasImage) ?? boolean(v.has_image)
const firstName = (v: Bag) => v.firstName ?? v.first_name ?? v.givenName ?? v.given_name
const lastName = (v: Bag) => v.lastName ?? v.last_name ?? v.familyName ?? v.family_name
const fullName = (v: Bag) => v.fullName ?? v.full_name ?? v.displayName ?? v.display_name ?? v.name
const username = (v: Bag) => v.username ?? v.userName ?? v.user_name ?? v.preferred_username ?? v.login
const email = (v: Bag) => v.emailAddress ?? v.email_address ?? v.email ?? v.identifier
const emails = (v: Bag) => v.emailAddresses ?? v.email_addresses ?? v.emails

/** The names that such an expression looks at. */
function namesIn(read: (value: Bag) => unknown): readonly string[] {
  const names: string[] = []
  read(new Proxy({}, { get: (_, name) => void names.push(name as string) }))
  return names
}
export const OWN_IMAGE: readonly string[] = /* @__PURE__ */ namesIn(ownImage)
export const ANY_IMAGE: readonly string[] = /* @__PURE__ */ namesIn(anyImage)
export const IMAGE: readonly string[] = /* @__PURE__ */ ANY_IMAGE.concat(OWN_IMAGE)
export const HAS_IMAGE: readonly string[] = /* @__PURE__ */ namesIn(hasImage)
export const FIRST: readonly string[] = /* @__PURE__ */ namesIn(firstName)
export const LAST: readonly string[] = /* @__PURE__ */ namesIn(lastName)
export const USERNAME: readonly string[] = /* @__PURE__ */ namesIn(username)
export const EMAILS: readonly string[] = /* @__PURE__ */ namesIn(emails)

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)
const time = (value: unknown) => {
  const ms =
    typeof value === 'number'
      ? value
      : value instanceof Date
        ? value.getTime()
        : typeof value === 'string'
          ? Date.parse(value)
          : Number.NaN
  return Number.isFinite(ms) ? ms : null
}
export function isImageName(value: Bag, name: string): boolean {
  const field = value[name]
  return name in value && (field === null || field === undefined || typeof field === 'string')
}

export function idOf(value: Bag): string | undefined {
  const found = id(value)
  return typeof found === 'string' && found !== '' ? found : typeof found === 'number' ? String(found) : undefined
}

function emailOf(value: Bag): string | null {
  const single = text(email(value))
  if (single) return single
  const list = emails(value)
  if (!Array.isArray(list)) return null
  const primary = value.primaryEmailAddressId ?? value.primary_email_address_id
  const entry: unknown = list.find((item: Bag | null) => item?.id === primary) ?? list[0]
  return text(entry) ?? (entry && typeof entry === 'object' ? text(email(entry as Bag)) : null)
}

export function readImage(value: Bag): ImageFields {
  const fields: ImageFields = {}
  for (const name of IMAGE) if (isImageName(value, name)) fields[name] = value[name]
  for (const name of HAS_IMAGE) if (typeof value[name] === 'boolean') fields[name] = value[name]
  return fields
}

/** What an object's image fields mean, whatever else it has. */
export function imageOfFields(fields: ImageFields): ProfileImage {
  const imageUrl = text(anyImage(fields) ?? ownImage(fields))
  return { imageUrl, hasImage: hasProfileImage({ imageUrl, hasImage: hasImage(fields) }) }
}

/** The kit's view of a user object of any common shape. */
export function toUser(user: object): User {
  const value = user as Bag
  const image = imageOfFields(value)
  const first = text(firstName(value))
  const last = text(lastName(value))
  return {
    id: idOf(value) ?? '',
    imageUrl: image.imageUrl,
    hasImage: image.hasImage,
    firstName: first ?? (last ? null : text(fullName(value))),
    lastName: last,
    username: text(username(value)),
    emailAddress: emailOf(value),
    banned: value.banned === true,
    createdAt: time(value.createdAt ?? value.created_at),
    updatedAt: time(value.updatedAt ?? value.updated_at),
    lastActiveAt: time(value.lastActiveAt ?? value.last_active_at ?? value.lastLogin ?? value.last_login),
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
