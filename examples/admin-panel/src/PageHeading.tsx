import type { ReactElement, ReactNode } from 'react'
import { useEffect, useRef } from 'react'

// The first screen keeps the browser's own focus; a screen that was walked to takes it.
let shown: string | undefined

export interface PageHeadingProps {
  title: string
  /** A quiet line below it, such as how many there are. */
  note?: ReactNode
  children?: ReactNode
}

/** A screen's heading: names the browser's tab and takes the focus when a person comes from another screen. */
export function PageHeading({ title, note, children }: PageHeadingProps): ReactElement {
  const ref = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · Harbour Admin`
  }, [title])
  useEffect(() => {
    const walked = shown !== undefined && shown !== location.pathname
    shown = location.pathname
    if (walked) ref.current?.focus({ preventScroll: true })
  }, [])
  return (
    <header className="panel-heading">
      <div>
        <h1 ref={ref} tabIndex={-1}>
          {title}
        </h1>
        <p className="panel-note">{note ?? '\u00a0'}</p>
      </div>
      {children}
    </header>
  )
}
