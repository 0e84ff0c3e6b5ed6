import { memo, type ReactElement } from 'react'
import { rowIndexOf } from './GridFocus.ts'
import { gridRoles } from './gridRoles.ts'
import type { RowOptions } from './table.ts'

export interface UserTableSkeletonRowProps {
  /** From 0, over all pages. */
  index: number
  options: Pick<RowOptions, 'columns' | 'density' | 'words'>
}

/** The place of a user who is being read. Renders a `<tr>` with every cell, so that the keyboard goes through it. */
export const UserTableSkeletonRow: React.MemoExoticComponent<(props: UserTableSkeletonRowProps) => ReactElement> = memo(
  function UserTableSkeletonRow({ index, options }: UserTableSkeletonRowProps) {
    const { columns, density, words } = options
    return (
      <tr
        {...gridRoles.row}
        data-slot="user-table-row"
        data-loading=""
        aria-rowindex={rowIndexOf(index)}
        aria-label={words.loadingUsers}
      >
        {columns.map(({ id, builtIn, width, align, header }, at) => (
          <td
            key={id}
            {...gridRoles.gridcell}
            data-slot="user-table-cell"
            data-column={id}
            data-width={width}
            data-align={align}
            data-label={header}
            aria-colindex={at + 1}
            aria-label={words.loadingUsers}
            tabIndex={-1}
          >
            {builtIn === 'user' ? (
              <span data-slot="user-skeleton" data-shape="circle" data-size={density === 'compact' ? 'sm' : 'md'} />
            ) : null}
            <span data-slot="user-skeleton" data-width={builtIn === 'select' ? 'xs' : width === 'grow' ? 'lg' : 'md'} />
          </td>
        ))}
      </tr>
    )
  },
)
