'use client'

import {
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  forwardRef,
  type ReactElement,
  type RefAttributes,
} from 'react'
import { formatNumber, useTable } from './table.ts'
import { pagesToShow } from './tableParams.ts'

export interface UserTablePagerProps extends Omit<ComponentPropsWithoutRef<'nav'>, 'children'> {}

/** Goes from page to page. Renders a `<nav>`, or nothing where there is one page, or where the table is endless. */
export const UserTablePager: ForwardRefExoticComponent<UserTablePagerProps & RefAttributes<HTMLElement>> = forwardRef<
  HTMLElement,
  UserTablePagerProps
>(function UserTablePager(props, ref) {
  const { kit, words, params, setParams, list, total = 0, endless } = useTable('UserTablePager')
  const count = Math.ceil(total / list.limit)
  const page = Math.min(Math.max(params.page ?? 1, 1), Math.max(count, 1))
  if (endless || count <= 1) return null
  const go = (to: number) => {
    if (to >= 1 && to <= count && to !== page) setParams({ page: to })
  }
  const end = (label: string, to: number, mark: string): ReactElement => (
    // Not disabled, or the focus would be lost with the last press.
    <button
      type="button"
      data-slot="user-table-page-button"
      data-mark={mark}
      aria-label={label}
      aria-disabled={to < 1 || to > count || to === page || undefined}
      onClick={() => go(to)}
    />
  )
  return (
    <nav data-slot="user-table-pager" aria-label={words.pages} {...props} ref={ref}>
      {end(words.firstPage, 1, 'first')}
      {end(words.previousPage, page - 1, 'previous')}
      <span data-slot="user-table-page-of" dir={kit.locale.direction}>
        {words.pageOf(page, count)}
      </span>
      {pagesToShow(page, count).map((number, at) =>
        number === undefined ? (
          <span key={`gap ${at}`} data-slot="user-table-page-gap" aria-hidden="true">
            …
          </span>
        ) : (
          <button
            key={number}
            type="button"
            data-slot="user-table-page"
            aria-label={words.page(number)}
            aria-current={number === page ? 'page' : undefined}
            onClick={() => go(number)}
          >
            {formatNumber(kit, number)}
          </button>
        ),
      )}
      {end(words.nextPage, page + 1, 'next')}
      {end(words.lastPage, count, 'last')}
    </nav>
  )
})
