'use client'

import { type ReactElement, useEffect, useSyncExternalStore } from 'react'
import type { BaseLocale } from '../../core/messages.ts'
import type { Notices } from './Notices.ts'

/** Long enough to be read out; then gone, so that nobody finds it again while browsing the page. */
const SPOKEN_MS = 10_000

/**
 * Two visually hidden live regions, there before anything is to be said: a polite one for successes and waits, and
 * an assertive one for failures. `aria-live` keeps them in reach of screen readers behind an open dialog.
 */
export function LiveRegions({ notices, locale }: { notices: Notices; locale: BaseLocale }): ReactElement {
  const notice = useSyncExternalStore(notices.subscribe, notices.get, () => undefined)
  useEffect(() => {
    if (!notice) return
    const timer = setTimeout(() => notices.give(undefined), SPOKEN_MS)
    return () => clearTimeout(timer)
  }, [notice, notices])
  const text = notice && (notice.description ? `${locale.messages.sentence(notice.title)}${notice.description}` : notice.title)
  return (
    <>
      <div data-slot="avatarkit-live-region" role="status" aria-live="polite" aria-atomic="true" lang={locale.code}>
        {notice && notice.type !== 'failed' ? <span key={notices.count}>{text}</span> : null}
      </div>
      <div data-slot="avatarkit-live-region" role="alert" aria-live="assertive" aria-atomic="true" lang={locale.code}>
        {notice?.type === 'failed' ? <span key={notices.count}>{text}</span> : null}
      </div>
    </>
  )
}
