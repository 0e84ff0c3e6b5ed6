import { RemovedImages } from 'avatarkit/activity'
import type { ReactElement } from 'react'
import { PageHeading } from './PageHeading.tsx'
import { personLink } from './personLink.tsx'
import { questions, recordedReasons } from './questions.ts'

/** Pictures that can still be brought back. */
export function RemovedPage(): ReactElement {
  return (
    <>
      <PageHeading title="Removed" note="Kept for 7 days and shown to staff only, then deleted for good." />
      <div className="panel-card">
        <RemovedImages renderName={personLink} confirm={questions} reasons={recordedReasons} />
      </div>
    </>
  )
}
