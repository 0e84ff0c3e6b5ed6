'use client'

import {
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  forwardRef,
  type RefAttributes,
  useEffect,
  useRef,
} from 'react'
import { AvatarKitError } from '../../core/errors.ts'
import { enActivity } from '../../locales/en/activity.ts'
import { describeError } from '../deleteUserProfileImageOptions.ts'
import { useWords } from '../kit.ts'
import { LazyPart, useLazyPart } from '../lazyPart.ts'
import { GridFocus } from './GridFocus.ts'
import { gridRoles } from './gridRoles.ts'
import { PagedBody } from './PagedBody.tsx'
import { useTable } from './table.ts'
import { isNarrowed } from './tableParams.ts'
import { UserTableHeader } from './UserTableHeader.tsx'
import { UserTableState } from './UserTableState.tsx'

// Who shows pages never loads what scrolling through all of them needs.
const endlessBody = new LazyPart<object>(() => import('./EndlessBody.tsx').then((module) => module.default))

export interface UserTableGridProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {}

/** Rows that PageUp and PageDown go where a page shows all that there are. */
const STEP = 10

/**
 * The users, as a grid; rows are cards where it is narrow. Nobody there, nobody found and what went wrong are told
 * in it. Renders a `<div>`, which scrolls, with a `<table role="grid">` in it.
 */
export const UserTableGrid: ForwardRefExoticComponent<UserTableGridProps & RefAttributes<HTMLDivElement>> = forwardRef<
  HTMLDivElement,
  UserTableGridProps
>(function UserTableGrid(props, ref) {
  const { readErrors } = useWords('activity', enActivity)
  const {
    kit,
    words,
    label,
    params,
    setParams,
    endless,
    total,
    data,
    busy,
    error,
    retry,
    rows,
    getSource,
    setBodyError,
  } = useTable('UserTableGrid')
  const grid = useRef<HTMLTableElement>(null)
  const latest = useRef(rows)
  useEffect(() => {
    latest.current = rows
  })
  const { selectable } = rows
  useEffect(() => {
    const focus = new GridFocus({
      first: () => getSource().first,
      last: () => getSource().last,
      show: (index) => getSource().show?.(index),
      entered: (index) => getSource().keep?.(index),
      step: () => {
        const view = grid.current!.parentElement!
        const row = grid.current!.querySelector<HTMLElement>('tbody > [aria-rowindex]')
        return view.scrollHeight > view.clientHeight && row
          ? Math.max(Math.floor(view.clientHeight / row.offsetHeight) - 1, 1)
          : STEP
      },
      toggle: selectable ? (index, range) => latest.current.toggle(index, range) : undefined,
    })
    return focus.attach(grid.current!)
  }, [getSource, selectable])

  const { Part: EndlessBody, failed } = useLazyPart(endlessBody, endless)
  const more = endless && data !== undefined && total !== 0
  const missing = more && failed
  useEffect(() => {
    if (!missing) return
    // The first page is there, and no more than that can be shown.
    setBodyError(new AvatarKitError('unexpected'), endlessBody.load)
    return () => setBodyError(undefined)
  }, [missing, setBodyError])
  const nobody = data?.totalCount === 0 && !busy
  const narrowed = isNarrowed(params)
  const focusGrid = () => grid.current?.parentElement?.focus()
  return (
    <div data-slot="user-table-viewport" data-busy={busy && data ? '' : undefined} tabIndex={-1} {...props} ref={ref}>
      <table
        data-slot="user-table-grid"
        {...gridRoles.grid}
        aria-label={label}
        aria-rowcount={total === undefined ? -1 : total + 1}
        aria-colcount={rows.columns.length}
        aria-multiselectable={selectable || undefined}
        aria-busy={busy || undefined}
        data-lines={
          rows.columns.filter(({ builtIn }) => builtIn !== 'select' && builtIn !== 'user' && builtIn !== 'actions')
            .length
        }
        ref={grid}
      >
        <UserTableHeader />
        {EndlessBody && more ? <EndlessBody /> : <PagedBody />}
      </table>
      {nobody ? (
        <UserTableState
          title={narrowed ? words.nobodyFound : words.nobody}
          description={narrowed ? words.nobodyFoundHint : words.nobodyHint}
        >
          {narrowed ? (
            <button
              type="button"
              data-slot="user-table-button"
              onClick={() => {
                focusGrid()
                setParams({ query: undefined, hasImage: undefined, changedLately: undefined })
              }}
            >
              {words.clearFilters}
            </button>
          ) : null}
        </UserTableState>
      ) : null}
      {error ? (
        <UserTableState
          kind="failed"
          data-over={data ? '' : undefined}
          title={words.notLoaded}
          description={describeError(kit, error, '', readErrors)}
        >
          <button
            type="button"
            data-slot="user-table-button"
            onClick={() => {
              focusGrid()
              retry()
            }}
          >
            {kit.locale.messages.tryAgain}
          </button>
        </UserTableState>
      ) : null}
    </div>
  )
})
