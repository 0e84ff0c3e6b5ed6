'use client'

import { type ComponentPropsWithoutRef, type ForwardRefExoticComponent, forwardRef, type RefAttributes } from 'react'
import { formatNumber, useTable } from './table.ts'

export interface UserTableSummaryProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  /** Page sizes to choose from; empty for no choice. Default 20, 50 and 100. */
  pageSizes?: readonly number[]
}

const sizes = [20, 50, 100]

/** Which of how many users are shown, and how many to a page. Renders a `<div>`. */
export const UserTableSummary: ForwardRefExoticComponent<UserTableSummaryProps & RefAttributes<HTMLDivElement>> =
  forwardRef<HTMLDivElement, UserTableSummaryProps>(function UserTableSummary({ pageSizes = sizes, ...props }, ref) {
    const { kit, words, list, data, total, endless, setParams } = useTable('UserTableSummary')
    const { offset, limit } = list
    const count = data?.data.length ?? 0
    const all = [...new Set([...pageSizes, limit])].sort((a, b) => a - b)
    // The least that could be chosen shows them all.
    const choice = !endless && pageSizes.length > 0 && (total ?? 0) > all[0]!
    return (
      <div data-slot="user-table-summary" {...props} ref={ref}>
        <span data-slot="user-table-range" dir={kit.locale.direction}>
          {total === undefined
            ? ''
            : endless || count === 0
              ? words.total(total)
              : words.range(offset + 1, offset + count, total)}
        </span>
        {choice ? (
          <label data-slot="user-table-page-size">
            <span data-slot="user-table-label">{words.rowsPerPage}</span>
            <select
              data-slot="user-table-choice"
              value={limit}
              onChange={({ target }) => setParams({ pageSize: Number(target.value) })}
            >
              {all.map((size) => (
                <option key={size} value={size}>
                  {formatNumber(kit, size)}
                </option>
              ))}
            </select>
          </label>
        ) : null}
      </div>
    )
  })
