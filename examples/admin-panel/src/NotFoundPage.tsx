import type { ReactElement } from 'react'
import { PageHeading } from './PageHeading.tsx'
import { Link } from './router.tsx'
import { EmptyState } from './states.tsx'

export function NotFoundPage(): ReactElement {
  return (
    <>
      <PageHeading title="Page not found" />
      <EmptyState title="There is nothing at this address">
        <p>
          <Link className="panel-link" href="/users">
            Go to the users
          </Link>
        </p>
      </EmptyState>
    </>
  )
}
