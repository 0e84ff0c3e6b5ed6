import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { PageHeading } from './PageHeading.tsx'
import { Pager } from './Pager.tsx'
import { USERS_PAGE, usersOptions } from './queries.ts'
import { navigate, useRoute } from './router.tsx'
import { SearchField } from './SearchField.tsx'
import { EmptyState, ErrorState, SkeletonRows } from './states.tsx'
import { UsersTable } from './UsersTable.tsx'

/** Everybody, twenty a page; page and search are in the address. */
export function UsersPage(): ReactElement {
  const { search } = useRoute()
  const query = search.get('query') ?? ''
  const page = Math.max(Math.trunc(Number(search.get('page') ?? 1)) || 1, 1)
  const { data, error, isPlaceholderData, refetch } = useQuery(usersOptions(page, query.trim()))
  const total = data?.totalCount ?? 0
  return (
    <>
      <PageHeading title="Users" note={data && `${total} ${total === 1 ? 'person' : 'people'}${query ? ` found for “${query}”` : ''}`}>
        <SearchField value={query} onChange={(text) => navigate(usersHref(1, text), { replace: true })} />
      </PageHeading>
      {data && data.data.length > 0 && <UsersTable users={data.data} isStale={isPlaceholderData} />}
      {data && total > USERS_PAGE && <Pager page={page} pages={Math.ceil(total / USERS_PAGE)} href={(to) => usersHref(to, query)} />}
      {data && data.data.length === 0 && (
        <EmptyState title={query ? `Nobody is found for “${query}”` : 'There is nobody on this page'}>
          <button type="button" className="panel-button" onClick={() => navigate('/users')}>
            Show everybody
          </button>
        </EmptyState>
      )}
      {!data && (error ? <ErrorState title="The users could not be loaded" error={error} onRetry={() => void refetch()} /> : <SkeletonRows rows={10} label="Loading users" />)}
    </>
  )
}

function usersHref(page: number, query: string): string {
  const search = new URLSearchParams({ ...(query && { query }), ...(page > 1 && { page: String(page) }) })
  return `/users${search.size > 0 ? `?${search}` : ''}`
}
