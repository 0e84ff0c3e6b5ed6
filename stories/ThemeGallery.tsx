import { type ReactNode, useState } from 'react'
import { ActivityLog, ReasonFields } from '../src/activity.ts'
import { memoryAdapter } from '../src/adapters/memory.ts'
import { BulkRemoval } from '../src/bulk.ts'
import { toUser, UserAvatar, UserAvatarManager } from '../src/index.ts'
import { AvatarReview } from '../src/review.ts'
import { UserBadge, UserIdentity, UserTable } from '../src/table.ts'
import { UserImageUpload } from '../src/upload.ts'
import { crowd } from './crowd.ts'
import { pastEvents, peopleAfter } from './events.ts'
import { Panel } from './panel.tsx'
import { people } from './people.ts'

const badges = { active: 'Active', new: 'New', banned: 'Banned', plain: 'Trial' } as const
const hues = Array.from({ length: 24 }, (_, at) =>
  toUser({
    id: `person-${at}`,
    firstName: String.fromCharCode(65 + at),
    lastName: 'Q',
    imageUrl: null,
    hasImage: false,
  }),
)

function Part({ adapter, children }: { adapter: () => ReturnType<typeof memoryAdapter>; children: ReactNode }) {
  const [held] = useState(adapter)
  return <Panel adapter={held}>{children}</Panel>
}

/** The kit’s main components, one beneath the other: what the themes’ stories show, and their tests measure. `brief` is the first of them. */
export function ThemeGallery({ brief = false }: { brief?: boolean }) {
  return (
    <div className="theme-gallery">
      <Part
        adapter={() =>
          memoryAdapter(Object.values(people), {
            fail: ({ userId, method }) =>
              userId === 'kenji' && method === 'deleteUserProfileImage' ? 'forbidden' : undefined,
          })
        }
      >
        <UserAvatarManager user={people.ada} />
        <UserImageUpload user={people.ada} />
        <UserAvatarManager user={people.noImage} />
        <UserAvatarManager user={people.kenji} confirm={false} />
        <div className="theme-row">
          {hues.slice(0, brief ? 6 : undefined).map((user) => (
            <UserAvatar key={user.id} user={user} size="sm" />
          ))}
        </div>
        <div className="theme-row">
          {(['active', 'new', 'banned', 'plain'] as const).map((kind) => (
            <UserIdentity key={kind} user={people.grace} badges={<UserBadge kind={kind}>{badges[kind]}</UserBadge>} />
          ))}
        </div>
        <ReasonFields
          ask={{ reasons: ['impersonation', 'nudity', 'copyright', 'spam'], requireReason: true, note: true }}
          user={toUser(people.ada)}
        />
      </Part>
      <Part adapter={() => memoryAdapter(crowd(40))}>
        <UserTable
          pageSizes={[5, 20]}
          defaultParams={{ pageSize: 5 }}
          selectionActions={(selection) => <BulkRemoval users={[...selection.values()]} />}
        />
      </Part>
      {!brief && (
        <>
          <Part
            adapter={() =>
              memoryAdapter(Object.values(people), {
                fail: ({ userId }) => (userId === 'kenji' ? 'forbidden' : undefined),
              })
            }
          >
            <BulkRemoval users={[people.ada, people.grace, people.kenji]} />
          </Part>
          <Part adapter={() => memoryAdapter(crowd(12))}>
            <AvatarReview storageKey={false} pageSize={4} reasons={['nudity', 'spam']} />
          </Part>
          <Part adapter={() => memoryAdapter(peopleAfter(), { events: pastEvents() })}>
            <ActivityLog />
          </Part>
        </>
      )}
    </div>
  )
}
