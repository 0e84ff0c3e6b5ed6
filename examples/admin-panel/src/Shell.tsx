import { useQueryClient } from '@tanstack/react-query'
import type { ReactElement, ReactNode } from 'react'
import { FaultToolbar } from './FaultToolbar.tsx'
import { Link, navigate, useRoute } from './router.tsx'
import type { Me } from './session.ts'
import { signOut } from './session.ts'
import { ThemeToggle } from './ThemeToggle.tsx'

const places = ['Users', 'Members', 'Products', 'Organisations']

/** What stays around every screen: the way to the others, who is signed in, and the rehearsal of trouble. */
export function Shell({ me, children }: { me: Me; children: ReactNode }): ReactElement {
  const client = useQueryClient()
  const {
    parts: [here = 'users'],
  } = useRoute()
  const leave = async () => {
    await signOut(client)
    navigate('/', { replace: true })
  }
  return (
    <div className="panel-shell">
      <a className="panel-skip" href="#panel-main">
        Skip to the content
      </a>
      <header className="panel-header">
        <Link className="panel-brand" href="/users">
          <span className="panel-brand-mark" aria-hidden="true">
            H
          </span>
          Harbour
        </Link>
        <nav className="panel-nav" aria-label="Main">
          {places.map((place) => (
            <Link key={place} href={`/${place.toLowerCase()}`} aria-current={here === place.toLowerCase() ? 'page' : undefined}>
              {place}
            </Link>
          ))}
        </nav>
        <div className="panel-account">
          <ThemeToggle />
          <span className="panel-who">
            <b>{me.name}</b>
            <span>{me.role === 'admin' ? 'Admin' : 'Support'}</span>
          </span>
          <button type="button" className="panel-button" data-kind="quiet" onClick={() => void leave()}>
            Sign out
          </button>
        </div>
      </header>
      <main id="panel-main" className="panel-main" tabIndex={-1}>
        {children}
      </main>
      {me.role === 'admin' && <FaultToolbar />}
    </div>
  )
}
