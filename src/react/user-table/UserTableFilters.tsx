'use client'

import { type ComponentPropsWithoutRef, type ForwardRefExoticComponent, forwardRef, type RefAttributes } from 'react'
import { useTable } from './table.ts'
import type { UserTableParams } from './tableParams.ts'

export interface UserTableFiltersProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {}

/** Shows fewer users, by what the adapter’s `lists` says that it can. Renders a `<div role="group">`, or nothing where it can nothing. */
export const UserTableFilters: ForwardRefExoticComponent<UserTableFiltersProps & RefAttributes<HTMLDivElement>> =
  forwardRef<HTMLDivElement, UserTableFiltersProps>(function UserTableFilters(props, ref) {
    const { kit, words, params, setParams } = useTable('UserTableFilters')
    const { lists } = kit.adapter
    const { hasImage, changedLately } = params
    const filters: { label: string; on: boolean; params: Partial<UserTableParams> }[] = [
      ...(lists?.hasImage
        ? [
            { label: words.withImage, on: hasImage === true, params: { hasImage: true } },
            { label: words.withoutImage, on: hasImage === false, params: { hasImage: false } },
          ]
        : []),
      ...(lists?.changedSince
        ? [{ label: words.changedLately, on: changedLately === true, params: { changedLately: true } }]
        : []),
    ]
    if (filters.length === 0) return null
    const off = { hasImage: undefined, changedLately: undefined }
    return (
      <div data-slot="user-table-filters" role="group" aria-label={words.filters} {...props} ref={ref}>
        {filters.map(({ label, on, params: change }) => (
          <button
            key={label}
            type="button"
            data-slot="user-table-filter"
            aria-pressed={on}
            onClick={() => {
              const [name] = Object.keys(change) as (keyof typeof off)[]
              setParams(on && name ? { [name]: undefined } : change)
            }}
          >
            {label}
          </button>
        ))}
      </div>
    )
  })
