'use client'

import type { ReactElement } from 'react'
import { gridRoles } from './gridRoles.ts'
import { type Table, useTable } from './table.ts'
import type { ResolvedColumn } from './tableColumns.ts'
import { nextOrder } from './tableParams.ts'

/** Selects all users of a page, or lets them go. */
export function SelectPage({ table }: { table: Table }): ReactElement {
  const { kit, data, words, selection } = table
  const users = (data?.data ?? []).map((given) => kit.fields.toUser(given))
  const count = users.filter(({ id }) => selection.selected.has(id)).length
  const all = users.length > 0 && count === users.length
  return (
    <input
      type="checkbox"
      data-slot="user-table-checkbox"
      data-grid-focus=""
      aria-label={words.selectAll}
      checked={all}
      disabled={users.length === 0}
      onChange={() => {
        const next = selection.selected.size + (all ? -count : users.length - count)
        selection.set(users, !all)
        table.announce(words.selected(next))
      }}
      ref={(box) => {
        if (box) box.indeterminate = count > 0 && !all
      }}
    />
  )
}

function Heading({ column, table }: { column: ResolvedColumn; table: Table }): ReactElement | string {
  const { params, setParams, endless } = table
  if (column.builtIn === 'select' && !endless) return <SelectPage table={table} />
  if (column.builtIn === 'select' || column.builtIn === 'actions')
    return <span data-slot="user-table-hidden">{column.header}</span>
  if (column.cycle.length === 0) return column.header
  return (
    <button
      type="button"
      data-slot="user-table-sort-button"
      data-grid-focus=""
      onClick={() => setParams({ orderBy: nextOrder(params.orderBy, column.cycle) })}
    >
      {column.header}
    </button>
  )
}

/** The headings; those that order say how. Renders a `<thead>`. */
export function UserTableHeader(): ReactElement {
  const table = useTable('UserTableHeader')
  const { orderBy } = table.params
  return (
    <thead {...gridRoles.rowgroup} data-slot="user-table-header">
      <tr {...gridRoles.row} aria-rowindex={1}>
        {table.rows.columns.map((column, at) => {
          const sorted =
            orderBy && column.cycle.includes(orderBy) ? (orderBy.startsWith('-') ? 'descending' : 'ascending') : 'none'
          return (
            <th
              key={column.id}
              scope="col"
              {...gridRoles.columnheader}
              data-slot="user-table-heading"
              data-column={column.id}
              data-width={column.width}
              data-align={column.align}
              aria-colindex={at + 1}
              aria-sort={column.cycle.length > 0 ? sorted : undefined}
              tabIndex={-1}
            >
              <Heading column={column} table={table} />
            </th>
          )
        })}
      </tr>
    </thead>
  )
}
