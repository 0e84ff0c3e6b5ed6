'use client'

import { type ComponentPropsWithoutRef, type ForwardRefExoticComponent, forwardRef, type RefAttributes } from 'react'
import type { UserOrder } from '../../core/adapter.ts'
import { useTable } from './table.ts'

export interface UserTableSortProps extends Omit<ComponentPropsWithoutRef<'label'>, 'children'> {}

/** The order, where rows are cards and there are no headings to press. Renders a `<label>` with a `<select>`, or nothing where the adapter cannot order. */
export const UserTableSort: ForwardRefExoticComponent<UserTableSortProps & RefAttributes<HTMLLabelElement>> =
  forwardRef<HTMLLabelElement, UserTableSortProps>(function UserTableSort(props, ref) {
    const { words, params, setParams, rows } = useTable('UserTableSort')
    const orders = rows.columns.flatMap(({ cycle }) => cycle)
    if (orders.length === 0) return null
    return (
      <label data-slot="user-table-sort" {...props} ref={ref}>
        <span data-slot="user-table-label">{words.sortBy}</span>
        <select
          data-slot="user-table-choice"
          value={params.orderBy ?? ''}
          onChange={({ target }) => setParams({ orderBy: (target.value || undefined) as UserOrder | undefined })}
        >
          <option value="">{words.defaultOrder}</option>
          {orders.map((order) => (
            <option key={order} value={order}>
              {words.orders[order]}
            </option>
          ))}
        </select>
      </label>
    )
  })
