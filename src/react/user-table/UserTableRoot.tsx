'use client'

import {
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  forwardRef,
  type ReactNode,
  type RefAttributes,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { AvatarKitError } from '../../core/errors.ts'
import type { User } from '../../core/user.ts'
import { enActivity } from '../../locales/en/activity.ts'
import { enTable } from '../../locales/en/table.ts'
import { describeError } from '../deleteUserProfileImageOptions.ts'
import { useAvatarKit, useWords } from '../kit.ts'
import type { ManagerOptions } from '../user-avatar-manager/useManagerState.ts'
import { type RowSource, type Table, TableContext } from './table.ts'
import { type BuiltInColumn, defaultColumns, resolveColumns, type UserTableColumn } from './tableColumns.ts'
import { listParamsOf } from './tableParams.ts'
import { type ParamsProps, useParams } from './useParams.ts'
import { type SelectionProps, useSelection } from './useSelection.ts'
import { useToggle } from './useToggle.ts'
import { useUsers } from './useUsers.ts'

export interface UserTableRootProps
  extends ParamsProps,
    SelectionProps,
    Pick<ManagerOptions, 'mode' | 'confirm' | 'onRemoved' | 'onError'>,
    Omit<ComponentPropsWithoutRef<'div'>, 'onError'> {
  /** Which columns, in which order: names of the kit's own, and columns of yours. Default `user`, `email`, `status`, `lastActive`, `actions`. */
  columns?: readonly (BuiltInColumn | UserTableColumn)[]
  /** Scrolls through all users, read as they come into view, in place of pages. Default false. */
  endless?: boolean
  /** Rows of 56 or 40 px. Default `comfortable`. */
  density?: 'comfortable' | 'compact'
  /** Whether users can be selected. Default: where one of `selection`, `defaultSelection` and `onSelectionChange` is given. */
  selectable?: boolean
  /** Shows a name, such as in a link to the user’s page. */
  renderName?: (user: User, name: string, given: any) => ReactNode
  /** More in the column of actions, after “Remove image”. */
  rowActions?: (user: User, given: any) => ReactNode
  /** Names the table for screen readers. Default “Users”. */
  label?: string
}

const empty: RowSource = { first: 0, last: -1, at: () => undefined }

/**
 * Reads users page by page through the adapter’s `getUserList` and keeps what is selected; the parts inside show
 * it. Renders a `<div>`, or nothing where the adapter has no `getUserList`.
 *
 * @throws AvatarKitError `misconfigured` without a provider
 */
export const UserTableRoot: ForwardRefExoticComponent<UserTableRootProps & RefAttributes<HTMLDivElement>> = forwardRef<
  HTMLDivElement,
  UserTableRootProps
>(function UserTableRoot(props, ref) {
  return useAvatarKit().adapter.getUserList ? <TableWithUsers {...props} ref={ref} /> : null
})

const TableWithUsers = forwardRef<HTMLDivElement, UserTableRootProps>(function TableWithUsers(props, ref) {
  const {
    params: given,
    defaultParams,
    onParamsChange,
    selection: selected,
    defaultSelection,
    onSelectionChange,
    mode,
    confirm,
    onRemoved,
    onError,
    ...others
  } = props
  const {
    columns = defaultColumns,
    endless = false,
    density = 'comfortable',
    renderName,
    rowActions,
    label,
    children,
    ...rest
  } = others
  const { selectable = Boolean(selected ?? defaultSelection ?? onSelectionChange), ...attributes } = rest
  const kit = useAvatarKit()
  const words = useWords('table', enTable)
  const { readErrors } = useWords('activity', enActivity)
  const { lists } = kit.adapter
  const [wanted, setParams] = useParams({ params: given, defaultParams, onParamsChange })
  const { query, orderBy, hasImage, changedLately, page = 1, pageSize = endless ? 50 : 20 } = wanted
  const params = useMemo(
    () => ({ query, orderBy, hasImage, changedLately, page: endless ? 1 : page, pageSize }),
    [query, orderBy, hasImage, changedLately, page, pageSize, endless],
  )
  const list = useMemo(() => listParamsOf(params, lists, Date.now()), [params, lists])
  const users = useUsers(kit, list)
  const selection = useSelection({ selection: selected, defaultSelection, onSelectionChange })
  const source = useRef(empty)
  const getSource = useCallback(() => source.current, [])
  const setSource = useCallback((next: RowSource) => {
    source.current = next
  }, [])

  const [announced, setAnnounced] = useState({ text: '', count: 0 })
  const announce = useCallback((text: string) => setAnnounced(({ count }) => ({ text, count: count + 1 })), [])
  const { size } = selection.selected
  const [ranges, setRanges] = useState(0)
  const toggle = useToggle(
    kit,
    list,
    getSource,
    selection,
    useCallback(() => setRanges((count) => count + 1), []),
  )
  useEffect(() => {
    if (ranges > 0) announce(words.selected(size))
    // Told when a range was selected, and not when one user was.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [ranges])

  const [total, setTotal] = useState<number>()
  const totalNow = endless && !users.stale ? (total ?? users.data?.totalCount) : users.data?.totalCount
  const [bodyError, setBody] = useState<{ error: AvatarKitError; retry?: () => void }>()
  const setBodyError = useCallback(
    (failure: AvatarKitError | undefined, retry?: () => void) => setBody(failure && { error: failure, retry }),
    [],
  )
  const error = users.error ?? bodyError?.error

  const rows = useMemo(() => {
    const resolved = resolveColumns(columns, words, lists?.orderBy, selectable)
    return {
      kit,
      words,
      columns: resolved,
      selectable,
      density,
      mode,
      confirm,
      onRemoved,
      onError,
      renderName,
      rowActions,
      toggle,
    }
  }, [
    kit,
    words,
    columns,
    lists,
    selectable,
    density,
    mode,
    confirm,
    onRemoved,
    onError,
    renderName,
    rowActions,
    toggle,
  ])

  // Another search, order or page is announced once it is there; what failed when it failed.
  const spoken = useRef<object>(undefined)
  useEffect(() => {
    if (error || users.stale || !users.data) return
    const { totalCount, data } = users.data
    if (spoken.current && spoken.current !== list) {
      const from = list.offset + 1
      announce(
        totalCount === 0
          ? words.nobodyFound
          : endless
            ? words.total(totalCount)
            : words.range(from, from + data.length - 1, totalCount),
      )
    }
    spoken.current = list
    const pages = Math.ceil(totalCount / list.limit)
    if (data.length === 0 && totalCount > 0 && list.offset > 0) setParams({ page: pages })
  }, [list, users.stale, users.data, error, announce, words, endless, setParams])
  useEffect(() => {
    if (error) announce(`${kit.locale.messages.sentence(words.notLoaded)}${describeError(kit, error, '', readErrors)}`)
  }, [error, announce, words, readErrors, kit])
  useEffect(() => {
    // `list` is named for its change alone.
    void list
    setTotal(undefined)
  }, [list])

  const { refetch, offset } = users
  const shown = useMemo(() => ({ ...list, offset }), [list, offset])
  const table: Table = {
    kit,
    words,
    label: label ?? words.users,
    params,
    setParams,
    endless,
    list: shown,
    data: users.data,
    total: totalNow,
    setTotal,
    busy: users.stale && (users.fetching || !error),
    error,
    setBodyError,
    retry: () => (users.error ? refetch() : bodyError?.retry?.()),
    rows,
    selection,
    getSource,
    setSource,
    announce,
    announced,
  }
  return (
    <TableContext.Provider value={table}>
      <div
        data-slot="user-table"
        data-density={density}
        data-endless={endless ? '' : undefined}
        data-selectable={selectable ? '' : undefined}
        data-row-actions={rowActions ? '' : undefined}
        lang={kit.locale.code}
        {...attributes}
        ref={ref}
      >
        {children}
        <div data-slot="user-table-announcement" role="status" aria-live="polite" aria-atomic="true">
          {announced.text ? <span key={announced.count}>{announced.text}</span> : null}
        </div>
      </div>
    </TableContext.Provider>
  )
})
