import { isAvatarKitError } from 'avatarkit'
import type { ReactElement, ReactNode } from 'react'
import { ApiError } from './api.ts'

/** Where there is nothing to show, and why. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }): ReactElement {
  return (
    <div className="panel-state">
      <span className="panel-state-mark" aria-hidden="true" />
      <h2>{title}</h2>
      {children}
    </div>
  )
}

export interface ErrorStateProps {
  title: string
  error: unknown
  onRetry: () => void
}

export function ErrorState({ title, error, onRetry }: ErrorStateProps): ReactElement {
  return (
    <div className="panel-state" data-kind="error" role="alert">
      <span className="panel-state-mark" aria-hidden="true" />
      <h2>{title}</h2>
      <p>{reasonOf(error)}</p>
      <button type="button" className="panel-button" onClick={onRetry}>
        Try again
      </button>
    </div>
  )
}

function reasonOf(error: unknown): string {
  const forbidden =
    error instanceof ApiError ? error.status === 403 : isAvatarKitError(error) && error.code === 'forbidden'
  if (forbidden) return 'Your role does not let you see this. Ask an admin.'
  if (error instanceof ApiError && error.status < 500) return 'The server did not accept the request. Reload the page.'
  return 'The server did not answer as it should. Check that it runs, then try again.'
}

/** Grey rows in the place of what is still on its way. */
export function SkeletonRows({ rows, label }: { rows: number; label: string }): ReactElement {
  return (
    <div className="panel-skeletons" role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className="panel-skeleton">
          <span className="panel-skeleton-dot" />
          <span className="panel-skeleton-line" />
          <span className="panel-skeleton-line" />
        </div>
      ))}
    </div>
  )
}
