'use client'

import type { ReactElement } from 'react'
import { useBrowserLayoutEffect } from '../useBrowserLayoutEffect.ts'
import { gridRoles } from './gridRoles.ts'
import { useTable } from './table.ts'
import { UserTableRow } from './UserTableRow.tsx'
import { UserTableSkeletonRow } from './UserTableSkeletonRow.tsx'

/** Skeletons that fill a table before it is known how many users there are. */
const SKELETONS = 8

/** The users of one page; also the first of many before more than that can be shown. Renders a `<tbody>`. */
export function PagedBody(): ReactElement | null {
  const { kit, data, list, rows, selection, setSource, error } = useTable('PagedBody')
  const users = data?.data
  const { offset, limit } = list
  const count = users?.length ?? (error ? 0 : Math.min(limit, SKELETONS))
  useBrowserLayoutEffect(() => {
    setSource({ first: offset, last: offset + count - 1, at: (index) => users?.[index - offset] })
  }, [setSource, offset, count, users])
  if (count === 0) return null
  return (
    <tbody {...gridRoles.rowgroup} data-slot="user-table-body">
      {users
        ? users.map((given, at) => {
            const { id } = kit.fields.toUser(given)
            return (
              <UserTableRow
                key={id}
                given={given}
                index={offset + at}
                selected={selection.selected.has(id)}
                options={rows}
              />
            )
          })
        : Array.from({ length: count }, (_, at) => (
            <UserTableSkeletonRow key={at} index={offset + at} options={rows} />
          ))}
    </tbody>
  )
}
