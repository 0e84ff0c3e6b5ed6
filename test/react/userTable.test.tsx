import { describe, expect, it } from 'vitest'
import type { UserOrder } from '../../src/core/adapter.ts'
import { enTable } from '../../src/locales/en/table.ts'
import { relativeTime } from '../../src/react/relativeTime.ts'
import { defaultColumns, resolveColumns } from '../../src/react/user-table/tableColumns.ts'
import {
  isNarrowed,
  latelySince,
  listParamsOf,
  nextOrder,
  pagesToShow,
} from '../../src/react/user-table/tableParams.ts'

const everything = { orderBy: ['name', '-name'] as UserOrder[], hasImage: true, changedSince: true }

describe('what the adapter is asked', () => {
  it('is what it can do, and nothing else', () => {
    const params = {
      query: 'ada',
      orderBy: 'name',
      hasImage: false,
      changedLately: true,
      page: 3,
      pageSize: 50,
    } as const
    const now = Date.UTC(2026, 0, 8, 12, 30)
    expect(listParamsOf(params, everything, now)).toEqual({
      query: 'ada',
      orderBy: 'name',
      hasImage: false,
      changedSince: Date.UTC(2026, 0, 1, 12),
      limit: 50,
      offset: 100,
    })
    expect(listParamsOf(params, undefined, now)).toEqual({ query: 'ada', limit: 50, offset: 100 })
    expect(listParamsOf({ orderBy: 'createdAt' }, everything, now)).toEqual({ limit: 20, offset: 0 })
  })

  it.each([
    [{ page: 0 }, 20, 0],
    [{ page: -4 }, 20, 0],
    [{ page: Number.NaN }, 20, 0],
    [{ page: 2.9 }, 20, 20],
    [{ pageSize: 0 }, 1, 0],
    [{ pageSize: 10_000 }, 500, 0],
    [{ pageSize: Number.POSITIVE_INFINITY }, 20, 0],
  ])('is something that it can answer, whatever an address says: %j', (params, limit, offset) => {
    expect(listParamsOf(params, undefined, 0)).toEqual({ limit, offset })
  })

  it('stays the same for an hour', () => {
    expect(latelySince(Date.UTC(2026, 0, 8, 12, 1))).toBe(latelySince(Date.UTC(2026, 0, 8, 12, 59)))
  })

  it('is narrowed by a search or a filter, and not by an order or a page', () => {
    expect([{ query: 'a' }, { hasImage: false }, { changedLately: true }].map(isNarrowed)).toEqual([true, true, true])
    expect(isNarrowed({ orderBy: 'name', page: 3, pageSize: 50 })).toBe(false)
  })
})

describe('a heading', () => {
  it('goes through its orders and back to none', () => {
    const cycle: UserOrder[] = ['name', '-name']
    expect(nextOrder(undefined, cycle)).toBe('name')
    expect(nextOrder('name', cycle)).toBe('-name')
    expect(nextOrder('-name', cycle)).toBeUndefined()
    expect(nextOrder('createdAt', cycle)).toBe('name')
  })

  it('orders only by what the adapter can; times from the latest', () => {
    const cycles = resolveColumns([...defaultColumns, 'created'], enTable, [
      'name',
      'lastActiveAt',
      '-lastActiveAt',
    ]).map(({ id, cycle }) => [id, cycle])
    expect(Object.fromEntries(cycles)).toEqual({
      user: ['name'],
      email: [],
      status: [],
      lastActive: ['-lastActiveAt', 'lastActiveAt'],
      actions: [],
      created: [],
    })
  })

  it('of a column of the host’s own orders as it says', () => {
    const [own] = resolveColumns(
      [{ id: 'joined', header: 'Joined', cell: () => null, orderBy: 'createdAt' }],
      enTable,
      ['createdAt'],
    )
    expect(own).toMatchObject({ id: 'joined', builtIn: undefined, cycle: ['createdAt'], width: 'md', align: 'start' })
  })
})

describe('the pager', () => {
  it.each<[number, number, (number | undefined)[]]>([
    [1, 1, [1]],
    [3, 7, [1, 2, 3, 4, 5, 6, 7]],
    [1, 12, [1, 2, 3, 4, 5, undefined, 12]],
    [4, 12, [1, 2, 3, 4, 5, undefined, 12]],
    [5, 12, [1, undefined, 4, 5, 6, undefined, 12]],
    [8, 12, [1, undefined, 7, 8, 9, undefined, 12]],
    [9, 12, [1, undefined, 8, 9, 10, 11, 12]],
    [12, 12, [1, undefined, 8, 9, 10, 11, 12]],
    [4, 8, [1, 2, 3, 4, 5, undefined, 8]],
    [5, 8, [1, undefined, 4, 5, 6, 7, 8]],
  ])('on page %i of %i', (page, count, pages) => {
    expect(pagesToShow(page, count)).toEqual(pages)
  })
})

describe('a time', () => {
  const now = Date.UTC(2026, 5, 15, 12)
  it.each([
    [0, 'now'],
    [-59_000, 'now'],
    [-60_000, '1 minute ago'],
    [-3 * 3_600_000, '3 hours ago'],
    [-86_400_000, 'yesterday'],
    [-10 * 86_400_000, 'last week'],
    [-100 * 86_400_000, '3 months ago'],
    [-800 * 86_400_000, '2 years ago'],
    [3_600_000, 'in 1 hour'],
  ])('%i ms from now is %s', (distance, words) => {
    expect(relativeTime(now + distance, 'en', now)).toBe(words)
  })

  it('is told in the language of the kit', () => {
    expect(relativeTime(now - 3 * 3_600_000, 'de', now)).toBe('vor 3 Stunden')
  })
})
