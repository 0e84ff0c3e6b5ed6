'use client'

import { type ComponentPropsWithoutRef, type ForwardRefExoticComponent, forwardRef, type RefAttributes } from 'react'
import { enTable } from '../../locales/en/table.ts'
import { useAvatarKit, useWords } from '../kit.ts'
import { gridRoles } from './gridRoles.ts'
import { type BuiltInColumn, defaultColumns, resolveColumns, type UserTableColumn } from './tableColumns.ts'
import { UserTableSkeletonRow } from './UserTableSkeletonRow.tsx'

export interface UserTableSkeletonProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  /** As of the table to come. */
  columns?: readonly (BuiltInColumn | UserTableColumn)[]
  density?: 'comfortable' | 'compact'
  selectable?: boolean
  /** How many there are. Default 8. */
  rows?: number
}

/**
 * The place of a `UserTable` that is being loaded, such as in a `Suspense` or a `loading.tsx`. Renders a `<div>` with a
 * table that screen readers know as loading.
 *
 * @throws AvatarKitError `misconfigured` without a provider
 */
export const UserTableSkeleton: ForwardRefExoticComponent<UserTableSkeletonProps & RefAttributes<HTMLDivElement>> =
  forwardRef<HTMLDivElement, UserTableSkeletonProps>(function UserTableSkeleton(
    { columns = defaultColumns, density = 'comfortable', selectable = false, rows = 8, ...props },
    ref,
  ) {
    const { code } = useAvatarKit().locale
    const words = useWords('table', enTable)
    const resolved = resolveColumns(columns, words, [], selectable)
    return (
      <div data-slot="user-table" data-density={density} aria-busy="true" lang={code} {...props} ref={ref}>
        <span data-slot="user-table-hidden">{words.loadingUsers}</span>
        <div data-slot="user-table-viewport" aria-hidden="true">
          <table data-slot="user-table-grid" {...gridRoles.grid} aria-label={words.users}>
            <tbody {...gridRoles.rowgroup} data-slot="user-table-body">
              {Array.from({ length: rows }, (_, index) => (
                <UserTableSkeletonRow key={index} index={index} options={{ columns: resolved, density, words }} />
              ))}
            </tbody>
          </table>
        </div>
      </div>
    )
  })
