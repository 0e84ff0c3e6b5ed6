import { ActivityLog } from 'avatarkit/activity'
import type { ReactElement } from 'react'
import { PageHeading } from './PageHeading.tsx'
import { personLink } from './personLink.tsx'
import { recordedReasons } from './questions.ts'

/** What the desk did, to whom and why. */
export function ActivityPage(): ReactElement {
  return (
    <>
      <PageHeading title="Activity" note="Every image that was removed, set or brought back, newest first." />
      <div className="panel-card">
        <ActivityLog headingLevel={2} renderName={personLink} reasons={recordedReasons} />
      </div>
    </>
  )
}
