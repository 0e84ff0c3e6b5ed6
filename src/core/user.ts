/** The kit's view of a user. Never holds metadata, tokens or raw provider objects. Times are Unix milliseconds. */
export interface User {
  id: string
  /** The picture's address; `null` where there is none. A generated default picture may be here with `hasImage: false`. */
  imageUrl: string | null
  hasImage: boolean
  firstName: string | null
  lastName: string | null
  username: string | null
  emailAddress: string | null
  banned: boolean
  createdAt: number | null
  updatedAt: number | null
  lastActiveAt: number | null
  /** On servers only: whose customer they are, where the adapter was told how to read it. For `authorize`; it never leaves the server. */
  tenantId?: string
}

/** A profile image, whatever the provider calls its fields. */
export type ProfileImage = Pick<User, 'imageUrl' | 'hasImage'>

/** What an admin asks of one profile image. */
export type ImageChange = { kind: 'remove' } | { kind: 'set'; imageUrl: string }

/** Image fields under the names that the object itself uses, such as `{ avatar_url: '…' }`. */
export type ImageFields = Record<string, unknown>

/**
 * How to read and write the users of one provider or one cache. The default,
 * `commonFields`, knows the usual names, so most panels never write one.
 */
export interface UserFields<TUser = any> {
  /**
   * The id of the user that `value` is a copy of, or `undefined` when it is something else. Must be
   * strict: a product or organisation with the same id and an `imageUrl` is not a user.
   * `images` holds image addresses known to belong to users with pending changes.
   */
  match(value: object, images?: ReadonlySet<string>): string | undefined
  /** The kit's view of a user object. */
  toUser(value: TUser): User
  /** The image fields that `value` has, under its own names. */
  read(value: TUser): ImageFields
  /** What fields returned by `read` mean. */
  image(fields: ImageFields): ProfileImage
  /** The image fields `value` must have to show `image`. */
  write(image: ProfileImage, value: TUser): ImageFields
  /**
   * A number that grows with each change of the user, such as the provider's `updatedAt` in ms. Optional and
   * not in the default: an `updatedAt` of the host's own database says nothing of the provider's image.
   */
  version?(value: TUser): number | undefined
  /** Copies a class instance with other image fields. Without it instances are left alone and their query is refetched. */
  clone?(value: TUser, fields: ImageFields): TUser
}

/**
 * Whether there is a picture of the person: the flag does not deny it *and* there is an address.
 * Clerk answers a removal with `image_url: null, has_image: true`, or with a generated default and
 * `has_image: false`; both are "no image".
 */
export function hasProfileImage(image: { imageUrl?: string | null; hasImage?: boolean }): boolean {
  return image.hasImage !== false && typeof image.imageUrl === 'string' && image.imageUrl !== ''
}

/** Identity of an image: its address, or `''` for none. Never a boolean: two pictures are two keys. */
export function imageKey(image: ProfileImage): string {
  return hasProfileImage(image) ? (image.imageUrl as string) : ''
}

/** The image a change asks for. */
export function imageOf(change: ImageChange): ProfileImage {
  return change.kind === 'remove' ? { imageUrl: null, hasImage: false } : { imageUrl: change.imageUrl, hasImage: true }
}

/** Chinese, Japanese and Korean names: the family name first, and no space. */
const EAST_ASIAN = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]+$/u

/** The person's name as people write it, else their username, e-mail address or id. */
export function displayName(user: User): string {
  const { firstName, lastName } = user
  const name =
    firstName && lastName && EAST_ASIAN.test(firstName + lastName)
      ? lastName + firstName
      : [firstName, lastName].filter(Boolean).join(' ').trim()
  return name || user.username || user.emailAddress || user.id
}
