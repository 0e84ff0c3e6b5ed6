'use client'

import {
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  forwardRef,
  type ReactNode,
  type RefAttributes,
  useEffect,
  useMemo,
  useRef,
} from 'react'
import { composeRefs } from '../user-avatar-manager/composeRefs.ts'
import { UserAvatarGroup } from '../user-identity/UserAvatarGroup.tsx'
import { useTable } from './table.ts'
import { SelectPage } from './UserTableHeader.tsx'
import type { UserSelection } from './useSelection.ts'

export interface UserTableSelectionProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  /** What can be done with those who are selected. */
  children?: ReactNode | ((selection: UserSelection, clear: () => void) => ReactNode)
}

/**
 * Who is selected, on this page and others, and what can be done with them. Renders a `<div role="group">`, empty
 * while nobody is selected, or nothing where nobody can be.
 */
export const UserTableSelection: ForwardRefExoticComponent<UserTableSelectionProps & RefAttributes<HTMLDivElement>> =
  forwardRef<HTMLDivElement, UserTableSelectionProps>(function UserTableSelection({ children, ...props }, ref) {
    const table = useTable('UserTableSelection')
    const { words, rows, selection, endless, announce } = table
    const { selected } = selection
    const bar = useRef<HTMLDivElement>(null)
    const bothRefs = useMemo(() => composeRefs(bar, ref), [ref])
    const clear = () => {
      selection.clear()
      announce(words.selected(0))
    }
    const some = selected.size > 0
    const before = useRef(some)
    useEffect(() => {
      const gone = before.current && !some
      before.current = some
      if (!gone) return
      // What is done with them may clear the selection itself, and close a dialog afterwards: its button is gone by then.
      const timer = setTimeout(() => {
        if (document.activeElement === document.body)
          bar.current
            ?.closest('[data-slot="user-table"]')
            ?.querySelector<HTMLElement>('[data-slot="user-table-viewport"]')
            ?.focus({ preventScroll: true })
      })
      return () => clearTimeout(timer)
    }, [some])
    if (!rows.selectable) return null
    return (
      <div
        data-slot="user-table-selection"
        data-empty={some ? undefined : ''}
        role="group"
        aria-label={words.selectionActions}
        {...props}
        ref={bothRefs}
      >
        {endless ? null : (
          <label data-slot="user-table-select-page">
            <SelectPage table={table} />
            <span aria-hidden="true">{words.selectAll}</span>
          </label>
        )}
        {some ? (
          <>
            <UserAvatarGroup users={[...selected.values()].slice(0, 4)} total={selected.size} max={3} size="sm" />
            <span data-slot="user-table-selected">{words.selected(selected.size)}</span>
            <button type="button" data-slot="user-table-button" data-quiet="" onClick={clear}>
              {words.clearSelection}
            </button>
            <span data-slot="user-table-selection-actions">
              {typeof children === 'function' ? children(selected, clear) : children}
            </span>
          </>
        ) : null}
      </div>
    )
  })
