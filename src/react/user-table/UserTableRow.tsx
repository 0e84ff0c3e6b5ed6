'use client'

import { memo, type ReactElement, type ReactNode } from 'react'
import { displayName, type User } from '../../core/user.ts'
import { UserAvatarManagerImage } from '../user-avatar-manager/UserAvatarManagerImage.tsx'
import { UserAvatarManagerName } from '../user-avatar-manager/UserAvatarManagerName.tsx'
import { UserAvatarManagerRoot } from '../user-avatar-manager/UserAvatarManagerRoot.tsx'
import { UserBadge } from '../user-identity/UserBadge.tsx'
import { rowIndexOf } from './GridFocus.ts'
import { gridRoles } from './gridRoles.ts'
import type { RowOptions } from './table.ts'
import type { ResolvedColumn } from './tableColumns.ts'
import { UserTableRowActions } from './UserTableRowActions.tsx'
import { UserTableRowStatus } from './UserTableRowStatus.tsx'
import { UserTime } from './UserTime.tsx'

export interface UserTableRowProps {
  /** As the adapter gave it. */
  given: object
  /** From 0, over all pages. */
  index: number
  selected: boolean
  options: RowOptions
}

/** One user: a manager that is a row. Renders a `<tr>`; drawn again only when something of it changed. */
export const UserTableRow: React.MemoExoticComponent<(props: UserTableRowProps) => ReactElement> = memo(
  function UserTableRow({ given, index, selected, options }: UserTableRowProps) {
    const { kit, columns, selectable, toggle, mode, confirm, onRemoved, onError } = options
    const user = kit.fields.toUser(given)
    const name = displayName(user)
    const named = columns.some(({ builtIn }) => builtIn === 'user')
    return (
      <UserAvatarManagerRoot
        user={given}
        mode={mode}
        confirm={confirm}
        onRemoved={onRemoved}
        onError={onError}
        asChild
        {...gridRoles.row}
        data-slot="user-table-row"
        {...(named ? {} : { 'aria-labelledby': undefined, 'aria-label': name })}
        aria-rowindex={rowIndexOf(index)}
        aria-selected={selectable ? selected : undefined}
      >
        <tr>
          {columns.map((column, at) => {
            const Cell = column.builtIn === 'user' ? 'th' : 'td'
            return (
              <Cell
                key={column.id}
                {...(column.builtIn === 'user' ? { scope: 'row', ...gridRoles.rowheader } : gridRoles.gridcell)}
                data-slot="user-table-cell"
                data-column={column.id}
                data-width={column.width}
                data-align={column.align}
                data-label={column.header}
                aria-colindex={at + 1}
                tabIndex={-1}
                {...(column.builtIn === 'select'
                  ? {
                      onClick: (event) => toggle(index, event.shiftKey),
                      // Would select the text between the two.
                      onMouseDown: (event) => event.shiftKey && event.preventDefault(),
                    }
                  : {})}
              >
                <CellContent
                  column={column}
                  user={user}
                  given={given}
                  name={name}
                  selected={selected}
                  options={options}
                />
              </Cell>
            )
          })}
        </tr>
      </UserAvatarManagerRoot>
    )
  },
)

interface CellContentProps extends Omit<UserTableRowProps, 'index'> {
  column: ResolvedColumn
  user: User
  name: string
}

function CellContent({ column, user, given, name, selected, options }: CellContentProps): ReactNode {
  const { kit, words, density, renderName } = options
  switch (column.builtIn) {
    case 'select':
      return (
        <input
          type="checkbox"
          data-slot="user-table-checkbox"
          data-grid-focus=""
          aria-label={words.selectUser(name)}
          checked={selected}
          readOnly
        />
      )
    case 'user':
      return (
        <>
          <UserAvatarManagerImage size={density === 'compact' ? 'sm' : 'md'} />
          <span data-slot="user-table-person">
            <UserAvatarManagerName data-slot="user-table-name" title={name}>
              {renderName?.(user, name, given)}
            </UserAvatarManagerName>
            <UserTableRowStatus />
          </span>
        </>
      )
    case 'email':
      return user.emailAddress ? (
        <bdi data-slot="user-table-text" title={user.emailAddress}>
          {user.emailAddress}
        </bdi>
      ) : null
    case 'status':
      return <UserBadge kind={user.banned ? 'banned' : 'active'}>{user.banned ? words.banned : words.active}</UserBadge>
    case 'lastActive':
      return <UserTime at={user.lastActiveAt} locale={kit.locale} never={words.never} />
    case 'created':
      return <UserTime at={user.createdAt} locale={kit.locale} never="" />
    case 'actions':
      return <UserTableRowActions given={given} options={options} />
    default:
      return column.cell?.(user, given)
  }
}
