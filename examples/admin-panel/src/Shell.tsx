import { BulkRemovalTray } from 'avatarkit/bulk'
import type { ReactElement, ReactNode } from 'react'
import { FaultToolbar } from './FaultToolbar.tsx'
import { placesOf } from './places.ts'
import { Link, useRoute } from './router.tsx'
import type { Me } from './session.ts'
import { signOut } from './session.ts'
import { ThemeToggle } from './ThemeToggle.tsx'

/** What stays around every screen: the way to the others, who is signed in, removals that are under way, and the rehearsal of trouble. */
export function Shell({ me, children }: { me: Me; children: ReactNode }): ReactElement {
  const {
    parts: [here = 'users'],
  } = useRoute()
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
          {placesOf(me).map(({ path, name, aside }) => (
            <Link key={path} href={`/${path}`} aria-current={here === path ? 'page' : undefined} data-aside={aside}>
              {name}
            </Link>
          ))}
        </nav>
        <div className="panel-account">
          <ThemeToggle />
          <span className="panel-who">
            <b>{me.name}</b>
            <span>{me.role === 'admin' ? 'Admin' : 'Support'}</span>
          </span>
          <button type="button" className="panel-button" data-kind="quiet" onClick={() => void signOut()}>
            Sign out
          </button>
        </div>
      </header>
      <main id="panel-main" className="panel-main" tabIndex={-1}>
        {children}
      </main>
      {me.role === 'admin' && (
        <>
          <BulkRemovalTray className="panel-tray" />
          <FaultToolbar />
        </>
      )}
    </div>
  )
}
