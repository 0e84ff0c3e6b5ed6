import type { ReactElement } from 'react'
import type { BulkMessages } from '../../core/messages.ts'
import type { User } from '../../core/user.ts'
import type { AvatarKit } from '../kit.ts'
import { UserAvatar } from '../user-avatar/UserAvatar.tsx'

/** More are a number. */
const FACES = 12

const asItIs = (user: object) => user as User

/** Whose images it is about: the first twelve, and how many more. Renders a `<ul>`. */
export function BulkFaces({
  kit,
  words,
  users,
}: {
  kit: AvatarKit
  words: BulkMessages
  users: readonly User[]
}): ReactElement {
  const more = users.length - FACES
  return (
    <ul data-slot="bulk-removal-faces" aria-label={words.faces}>
      {users.slice(0, FACES).map((user) => (
        <li key={user.id} data-slot="bulk-removal-face">
          <UserAvatar user={user} read={asItIs} size="md" allowHttpImages={kit.allowHttpImages} />
        </li>
      ))}
      {more > 0 ? (
        <li data-slot="bulk-removal-more">
          <span aria-hidden="true">{words.more(more)}</span>
          <span data-slot="bulk-removal-spoken">{words.moreSpoken(more)}</span>
        </li>
      ) : null}
    </ul>
  )
}
