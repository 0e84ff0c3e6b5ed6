import type { ReactNode } from 'react'
import type { UserOrder } from '../../core/adapter.ts'
import type { TableMessages } from '../../core/messages.ts'
import type { User } from '../../core/user.ts'

/** A column of your own. Define it outside components, or its cells are drawn again whenever yours is. */
export interface UserTableColumn<TUser = any> {
  /** Also `data-column` of its cells, for styles. */
  id: string
  /** Its heading, and its label where rows are cards. */
  header: string
  /**
   * What a cell shows.
   *
   * @param user the kit's view, without pending changes of the image
   * @param given the same as the adapter gave it
   */
  cell: (user: User, given: TUser) => ReactNode
  /** By what its heading orders, where the adapter can. */
  orderBy?: 'name' | 'createdAt' | 'lastActiveAt'
  /** Its share of the row: `sm` 96, `md` 136, `lg` 208 px; `grow` takes what is left. Default `md`. */
  width?: 'sm' | 'md' | 'lg' | 'grow'
  /** Default `start`; `end` for numbers. */
  align?: 'start' | 'end'
}

/** Columns of the kit. */
export type BuiltInColumn = 'user' | 'email' | 'status' | 'lastActive' | 'created' | 'actions'

export const defaultColumns: readonly BuiltInColumn[] = ['user', 'email', 'status', 'lastActive', 'actions']

/** A column as the table works with it. */
export interface ResolvedColumn extends Omit<UserTableColumn, 'cell' | 'width' | 'align'> {
  builtIn: BuiltInColumn | 'select' | undefined
  width: NonNullable<UserTableColumn['width']> | 'select'
  align: NonNullable<UserTableColumn['align']>
  cell: UserTableColumn['cell'] | undefined
  /** The orders that its heading goes through; empty where it does not order. */
  cycle: readonly UserOrder[]
}

type Shape = Pick<ResolvedColumn, 'width'> & Pick<UserTableColumn, 'orderBy'>
const shapes: Record<BuiltInColumn, Shape> = {
  user: { width: 'grow', orderBy: 'name' },
  email: { width: 'grow' },
  status: { width: 'sm' },
  lastActive: { width: 'md', orderBy: 'lastActiveAt' },
  created: { width: 'md', orderBy: 'createdAt' },
  actions: { width: 'lg' },
}

/** The table's columns, with words and with what the adapter can order by. */
export function resolveColumns(
  columns: readonly (BuiltInColumn | UserTableColumn)[],
  words: TableMessages,
  orders: readonly UserOrder[] = [],
  selectable = false,
): readonly ResolvedColumn[] {
  const cycleOf = (orderBy: UserTableColumn['orderBy']): UserOrder[] => {
    if (!orderBy) return []
    // Names from A, times from the latest.
    const both: UserOrder[] = orderBy === 'name' ? [orderBy, `-${orderBy}`] : [`-${orderBy}`, orderBy]
    return both.filter((order) => orders.includes(order))
  }
  const select: ResolvedColumn[] = selectable
    ? [
        {
          id: 'select',
          builtIn: 'select',
          header: words.selection,
          width: 'select',
          align: 'start',
          cell: undefined,
          cycle: [],
        },
      ]
    : []
  return [
    ...select,
    ...columns.map((column): ResolvedColumn => {
      const own = typeof column === 'object'
      const shape: Shape = own ? { width: column.width ?? 'md', orderBy: column.orderBy } : shapes[column]
      return {
        id: own ? column.id : column,
        builtIn: own ? undefined : column,
        header: own ? column.header : words.columns[column],
        align: own ? (column.align ?? 'start') : 'start',
        cell: own ? column.cell : undefined,
        ...shape,
        cycle: cycleOf(shape.orderBy),
      }
    }),
  ]
}
