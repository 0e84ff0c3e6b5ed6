import type { ReactElement } from 'react'
import { Link } from './router.tsx'

export interface PagerProps {
  page: number
  pages: number
  href: (page: number) => string
}

export function Pager({ page, pages, href }: PagerProps): ReactElement {
  return (
    <nav className="panel-pager" aria-label="Pages">
      <Step label="Previous" to={page - 1} possible={page > 1} href={href} />
      <span>
        Page {page} of {pages}
      </span>
      <Step label="Next" to={page + 1} possible={page < pages} href={href} />
    </nav>
  )
}

function Step({ label, to, possible, href }: { label: string; to: number; possible: boolean; href: (page: number) => string }): ReactElement {
  if (!possible)
    return (
      <span className="panel-button" aria-disabled="true">
        {label}
      </span>
    )
  return (
    <Link className="panel-button" href={href(to)}>
      {label}
    </Link>
  )
}
