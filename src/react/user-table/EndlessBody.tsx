'use client'

import { defaultRangeExtractor, observeElementRect, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { type ReactElement, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { onResize } from '../layout.ts'
import { gridRoles, rowOf } from './gridRoles.ts'
import { useTable } from './table.ts'
import { UserTableRow } from './UserTableRow.tsx'
import { UserTableSkeletonRow } from './UserTableSkeletonRow.tsx'
import { useChunks } from './useChunks.ts'

const HEIGHT = { comfortable: 56, compact: 40 }
const OVERSCAN = 6
/** Height of a viewport that has none: in a panel that is hidden, or a test without layout, the first rows are there too. */
const UNSEEN = 560

const observeRect: typeof observeElementRect = (instance, callback) =>
  observeElementRect(instance, (rect) => callback({ ...rect, height: rect.height || UNSEEN }))

/**
 * All users, of whom only those in view are in the document, and the one that has the focus. Positions are set on the
 * elements themselves: no style is in any markup. Renders a `<tbody>`.
 */
export default function EndlessBody(): ReactElement {
  const table = useTable('EndlessBody')
  const { kit, list, rows, selection, setSource, total = 0, busy } = table
  const body = useRef<HTMLTableSectionElement>(null)
  const [kept, setKept] = useState(-1)
  const [height, setHeight] = useState(HEIGHT[rows.density])
  const viewport = () => body.current?.closest<HTMLElement>('[data-slot="user-table-viewport"]') ?? null

  // oxlint-disable-next-line react/incompatible-library -- what it returns is read here and goes no further
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: viewport,
    estimateSize: () => height,
    observeElementRect: observeRect,
    overscan: OVERSCAN,
    rangeExtractor: useCallback(
      (range: Range) => {
        const indexes = defaultRangeExtractor(range)
        if (kept < 0 || kept >= range.count || indexes.includes(kept)) return indexes
        return kept < (indexes[0] ?? 0) ? [kept, ...indexes] : [...indexes, kept]
      },
      [kept],
    ),
    // Rows are moved by their own transform; the browser's scrolling need not wait for React.
    useFlushSync: false,
  })
  const items = virtualizer.getVirtualItems()
  const { startIndex = 0, endIndex = 0 } = virtualizer.range ?? {}
  const { at, load } = useChunks(table, [
    Math.max(startIndex - OVERSCAN, 0),
    Math.min(endIndex + OVERSCAN, Math.max(total - 1, 0)),
  ])

  // How high a row is the stylesheet says: another density, or cards, is another height, with the same user on top.
  const heightNow = useRef(height)
  const measure = useCallback(() => {
    const row = body.current?.querySelector<HTMLElement>(':scope > tr')
    const view = body.current?.closest<HTMLElement>('[data-slot="user-table-viewport"]')
    const next = row?.offsetHeight ?? 0
    const before = heightNow.current
    if (!view || next === 0 || next === before) return
    heightNow.current = next
    setHeight(next)
    requestAnimationFrame(() => {
      view.scrollTop = (view.scrollTop / before) * next
    })
  }, [])
  useLayoutEffect(() => {
    virtualizer.measure()
    void height
  }, [virtualizer, height])
  const drawn = items.length > 0
  useLayoutEffect(() => {
    // Named for their change: either makes rows of another height.
    void [drawn, rows.density, rows.columns]
    measure()
  }, [measure, drawn, rows.density, rows.columns])
  useEffect(() => {
    const view = body.current?.closest('[data-slot="user-table-viewport"]')
    if (!view) return
    return onResize(view, measure)
  }, [measure])

  // Another search or order begins at its top.
  useEffect(() => {
    void list.query
    const view = body.current?.closest('[data-slot="user-table-viewport"]')
    if (view) view.scrollTop = 0
    setKept(-1)
  }, [list.query, list.orderBy, list.hasImage, list.changedSince])

  useLayoutEffect(() => {
    const tbody = body.current!
    const size = `${total * height}px`
    if (tbody.style.blockSize !== size) tbody.style.blockSize = size
    for (const row of tbody.children as HTMLCollectionOf<HTMLElement>) {
      const place = `translateY(${(rowOf(row) - 2) * height}px)`
      if (row.style.transform !== place) row.style.transform = place
    }
  })

  useLayoutEffect(() => {
    setSource({
      first: 0,
      last: total - 1,
      at,
      load,
      keep: setKept,
      show: (index) => {
        flushSync(() => setKept(index))
        const view = viewport()
        if (!view) return
        const header = view.querySelector<HTMLElement>('thead')?.offsetHeight ?? 0
        const top = index * height
        const room = view.clientHeight - header
        if (top < view.scrollTop) view.scrollTop = top
        else if (top + height > view.scrollTop + room) view.scrollTop = top + height - room
      },
    })
  }, [setSource, total, at, load, height])

  return (
    <tbody {...gridRoles.rowgroup} data-slot="user-table-body" data-virtual="" ref={body}>
      {items.map(({ index }) => {
        const given = busy && index >= list.limit ? undefined : at(index)
        if (!given) return <UserTableSkeletonRow key={index} index={index} options={rows} />
        const { id } = kit.fields.toUser(given)
        // Also by the place: lists that were read at different times may name somebody twice.
        return (
          <UserTableRow
            key={`${index} ${id}`}
            given={given}
            index={index}
            selected={selection.selected.has(id)}
            options={rows}
          />
        )
      })}
    </tbody>
  )
}
