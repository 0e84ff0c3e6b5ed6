'use client'

import {
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  forwardRef,
  type RefAttributes,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react'
import { isFree } from '../ownKey.ts'
import { useTable } from './table.ts'

export interface UserTableSearchProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  /** Milliseconds from the last key until it searches; Enter does at once. Default 300. */
  delayMs?: number
}

/** Searches as one types. Renders a `<div role="search">` with a labelled `<input type="search">`. */
export const UserTableSearch: ForwardRefExoticComponent<UserTableSearchProps & RefAttributes<HTMLDivElement>> =
  forwardRef<HTMLDivElement, UserTableSearchProps>(function UserTableSearch({ delayMs = 300, ...props }, ref) {
    const { words, params, setParams } = useTable('UserTableSearch')
    const { query = '' } = params
    const id = useId()
    const [text, setText] = useState(query)
    const [known, setKnown] = useState(query)
    const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
    useEffect(() => () => clearTimeout(timer.current), [])
    // From elsewhere, such as the address or “Clear”; what is being typed wins over its own echo.
    if (known !== query) {
      setKnown(query)
      if (text.trim() !== query) setText(query)
    }
    const search = (value: string, wait: number) => {
      clearTimeout(timer.current)
      const wanted = value.trim()
      timer.current = setTimeout(() => {
        if (wanted !== query) setParams({ query: wanted })
      }, wait)
    }
    return (
      <div data-slot="user-table-search" role="search" {...props} ref={ref}>
        <label data-slot="user-table-hidden" htmlFor={id}>
          {words.search}
        </label>
        <input
          id={id}
          type="search"
          data-slot="user-table-search-input"
          placeholder={words.searchPlaceholder}
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="search"
          value={text}
          onChange={({ target, nativeEvent }) => {
            setText(target.value)
            // Half a sign of Chinese or Japanese is no word to search for.
            if (!(nativeEvent as InputEvent).isComposing) search(target.value, delayMs)
          }}
          onCompositionEnd={({ currentTarget }) => search(currentTarget.value, delayMs)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && isFree(event)) search(text, 0)
          }}
        />
      </div>
    )
  })
