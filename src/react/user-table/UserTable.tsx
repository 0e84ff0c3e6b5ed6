'use client'

import { type ForwardRefExoticComponent, forwardRef, type ReactNode, type RefAttributes } from 'react'
import { UserTableFilters } from './UserTableFilters.tsx'
import { UserTableGrid } from './UserTableGrid.tsx'
import { UserTablePager } from './UserTablePager.tsx'
import { UserTableRoot, type UserTableRootProps } from './UserTableRoot.tsx'
import { UserTableSearch } from './UserTableSearch.tsx'
import { UserTableSelection, type UserTableSelectionProps } from './UserTableSelection.tsx'
import { UserTableSort } from './UserTableSort.tsx'
import { UserTableSummary } from './UserTableSummary.tsx'

export interface UserTableProps extends Omit<UserTableRootProps, 'children'> {
  /** What can be done with those who are selected; makes users selectable. */
  selectionActions?: UserTableSelectionProps['children']
  /** More beside search and filters, such as “Invite”. */
  toolbar?: ReactNode
  /** Page sizes to choose from; empty for no choice. Default 20, 50 and 100. */
  pageSizes?: readonly number[]
}

/**
 * The users of a panel, to search, filter, order, select, and to remove images of: the parts in their usual order.
 * For other layouts put the parts (`UserTableRoot`, `…Search`, `…Filters`, `…Sort`, `…Selection`, `…Grid`,
 * `…Summary`, `…Pager`) together yourself. Renders a `<div>`, or nothing where the adapter has no `getUserList`.
 *
 * @throws AvatarKitError `misconfigured` without a provider
 */
export const UserTable: ForwardRefExoticComponent<UserTableProps & RefAttributes<HTMLDivElement>> = forwardRef<
  HTMLDivElement,
  UserTableProps
>(function UserTable({ selectionActions, toolbar, pageSizes, ...props }, ref) {
  return (
    <UserTableRoot {...(selectionActions === undefined ? {} : { selectable: true })} {...props} ref={ref}>
      <div data-slot="user-table-toolbar">
        <UserTableSearch />
        <UserTableFilters />
        <UserTableSort />
        {toolbar}
      </div>
      <UserTableGrid />
      <UserTableSelection>{selectionActions}</UserTableSelection>
      <div data-slot="user-table-footer">
        <UserTableSummary pageSizes={pageSizes} />
        <UserTablePager />
      </div>
    </UserTableRoot>
  )
})
