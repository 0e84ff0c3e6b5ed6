import type { ReactElement } from 'react'
import { useState } from 'react'

const dark = matchMedia('(prefers-color-scheme: dark)')

/** Switches between light and dark. Until it is used, the system's wish holds. */
export function ThemeToggle(): ReactElement {
  const [theme, setTheme] = useState(() => document.documentElement.dataset.theme ?? (dark.matches ? 'dark' : 'light'))
  const other = theme === 'dark' ? 'light' : 'dark'
  const toggle = () => {
    document.documentElement.dataset.theme = other
    localStorage.setItem('panel-theme', other)
    setTheme(other)
  }
  return (
    <button
      type="button"
      className="panel-icon-button"
      aria-label={`Use the ${other} theme`}
      title={`Use the ${other} theme`}
      onClick={toggle}
    >
      <svg viewBox="0 0 20 20" aria-hidden="true">
        {theme === 'dark' ? (
          <path d="M10 2.5v2M10 15.5v2M2.5 10h2M15.5 10h2M4.7 4.7l1.4 1.4M13.9 13.9l1.4 1.4M4.7 15.3l1.4-1.4M13.9 6.1l1.4-1.4M13.5 10a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0Z" />
        ) : (
          <path d="M16.5 11.6A7 7 0 0 1 8.4 3.5a6.7 6.7 0 1 0 8.1 8.1Z" />
        )}
      </svg>
    </button>
  )
}
