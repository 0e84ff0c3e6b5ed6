'use client'

import { createContext, type ReactNode, useContext } from 'react'
import type { UserListParams } from '../../core/adapter.ts'
import { AvatarKitError } from '../../core/errors.ts'
import type { TableMessages } from '../../core/messages.ts'
import type { User } from '../../core/user.ts'
import type { AvatarKit } from '../kit.ts'
import type { ManagerOptions } from '../user-avatar-manager/useManagerState.ts'
import type { ResolvedColumn } from './tableColumns.ts'
import type { UserTableParams } from './tableParams.ts'
import type { UsersPage } from './usersQueryOptions.ts'
import type { Selection } from './useSelection.ts'

/** What every row is made with. The same object as long as nothing of it changes. */
export interface RowOptions extends Pick<ManagerOptions, 'mode' | 'confirm' | 'onRemoved' | 'onError'> {
  kit: AvatarKit
  words: TableMessages
  columns: readonly ResolvedColumn[]
  selectable: boolean
  density: 'comfortable' | 'compact'
  renderName: ((user: User, name: string, given: any) => ReactNode) | undefined
  rowActions: ((user: User, given: any) => ReactNode) | undefined
  /** Selects the user at an index, or all from the last one that was pressed to there. */
  toggle: (index: number, range: boolean) => void
}

/** The users that a table's body shows now, as its keyboard and its selection see them. Indexes count over all pages. */
export interface RowSource {
  first: number
  last: number
  /** `undefined` where the user is not loaded. */
  at: (index: number) => object | undefined
  /** Loads what is missing between two indexes, where the body can. */
  load?: (from: number, to: number) => Promise<void>
  /** Brings a row into the document and into view, where the body does not hold all of them. */
  show?: (index: number) => void
  /** Keeps the row that has the focus. */
  keep?: (index: number) => void
}

/** What the parts of a table share. */
export interface Table {
  kit: AvatarKit
  words: TableMessages
  /** Names the grid. */
  label: string
  params: UserTableParams
  setParams: (change: Partial<UserTableParams>) => void
  endless: boolean
  list: UserListParams & { limit: number; offset: number }
  /** What is shown: the page that was asked for, or until it is there the one before. */
  data: UsersPage | undefined
  /** Of all users that match; `undefined` until the first page is there. */
  total: number | undefined
  setTotal: (total: number) => void
  /** What is shown is not what was asked for: it is being read. */
  busy: boolean
  /** Why the last reading failed; what was read before is still shown. */
  error: AvatarKitError | undefined
  /** Told by a body that reads more by itself. */
  setBodyError: (error: AvatarKitError | undefined, retry?: () => void) => void
  retry: () => void
  rows: RowOptions
  selection: Selection
  getSource: () => RowSource
  /** Told by the body. */
  setSource: (source: RowSource) => void
  /** Speaks, politely and once. */
  announce: (text: string) => void
  /** What was announced last. */
  announced: { text: string; count: number }
}

export const TableContext: React.Context<Table | undefined> = createContext<Table | undefined>(undefined)

/** @throws AvatarKitError `misconfigured` outside a `UserTableRoot` */
export function useTable(part: string): Table {
  const table = useContext(TableContext)
  if (table) return table
  throw new AvatarKitError('misconfigured', { message: `avatarkit: ${part} must be inside a UserTableRoot.` })
}

/** Numbers in the language of the kit. */
export function formatNumber(kit: AvatarKit, value: number): string {
  return new Intl.NumberFormat(kit.locale.code).format(value)
}
