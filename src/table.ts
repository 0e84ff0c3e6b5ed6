export { UserAvatarGroup, type UserAvatarGroupProps } from './react/user-identity/UserAvatarGroup.tsx'
export { UserBadge, type UserBadgeProps } from './react/user-identity/UserBadge.tsx'
export { UserIdentity, type UserIdentityProps } from './react/user-identity/UserIdentity.tsx'
export { UserIdentitySkeleton, type UserIdentitySkeletonProps } from './react/user-identity/UserIdentitySkeleton.tsx'
export type { BuiltInColumn, UserTableColumn } from './react/user-table/tableColumns.ts'
export type { UserTableParams } from './react/user-table/tableParams.ts'
export { UserTable, type UserTableProps } from './react/user-table/UserTable.tsx'
export { UserTableFilters, type UserTableFiltersProps } from './react/user-table/UserTableFilters.tsx'
export { UserTableGrid, type UserTableGridProps } from './react/user-table/UserTableGrid.tsx'
export { UserTablePager, type UserTablePagerProps } from './react/user-table/UserTablePager.tsx'
export { UserTableRoot, type UserTableRootProps } from './react/user-table/UserTableRoot.tsx'
export { UserTableSearch, type UserTableSearchProps } from './react/user-table/UserTableSearch.tsx'
export { UserTableSelection, type UserTableSelectionProps } from './react/user-table/UserTableSelection.tsx'
export { UserTableSkeleton, type UserTableSkeletonProps } from './react/user-table/UserTableSkeleton.tsx'
export { UserTableSort, type UserTableSortProps } from './react/user-table/UserTableSort.tsx'
export { UserTableState, type UserTableStateProps } from './react/user-table/UserTableState.tsx'
export { UserTableSummary, type UserTableSummaryProps } from './react/user-table/UserTableSummary.tsx'
export {
  type UsersPage,
  type UsersQueryKey,
  usersQueryKey,
  usersQueryOptions,
} from './react/user-table/usersQueryOptions.ts'
export type { UserSelection } from './react/user-table/useSelection.ts'
