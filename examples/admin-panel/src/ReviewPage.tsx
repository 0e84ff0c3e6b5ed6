import { type User, useAvatarKit } from 'avatarkit'
import { ActivityLog, useImageEvents } from 'avatarkit/activity'
import { AvatarReview } from 'avatarkit/review'
import type { ReactElement } from 'react'
import { useState } from 'react'
import { PageHeading } from './PageHeading.tsx'
import { recordedReasons, shortReasons } from './questions.ts'
import { Link, useRoute } from './router.tsx'

const WEEK = 7 * 86_400_000

/** One picture after the other: those that changed lately, or all. */
export function ReviewPage(): ReactElement {
  const { search } = useRoute()
  const { lists } = useAvatarKit().adapter
  const [since] = useState(() => Date.now() - WEEK)
  const isAll = !lists?.changedSince || search.get('of') === 'all'
  return (
    <>
      <PageHeading
        title="Review"
        note="Pictures are covered until you ask to see them. What you remove is sent after 8 seconds, so that you can undo it."
      >
        {lists?.changedSince && (
          <nav className="panel-choice" aria-label="Which pictures">
            <Link href="/review" aria-current={isAll ? undefined : 'page'}>
              Changed this week
            </Link>
            <Link href="/review?of=all" aria-current={isAll ? 'page' : undefined}>
              All
            </Link>
          </nav>
        )}
      </PageHeading>
      <AvatarReview
        key={isAll ? 'all' : 'lately'}
        changedSince={isAll ? undefined : since}
        reasons={shortReasons}
        context={historyOf}
        pageSize={15}
      />
    </>
  )
}

const historyOf = (user: User) => <Before key={user.id} userId={user.id} />

/** What the desk did before, where it did anything. */
function Before({ userId }: { userId: string }): ReactElement {
  const { data } = useImageEvents({ userId, limit: 3 })
  return (
    <div className="panel-before">
      {data && data.totalCount > 0 && <ActivityLog userId={userId} reasons={recordedReasons} limit={3} />}
      <Link className="panel-link" href={`/users/${encodeURIComponent(userId)}`}>
        Open the user
      </Link>
    </div>
  )
}
