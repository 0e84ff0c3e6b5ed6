'use client'

import { type ReactElement, useEffect, useState, useSyncExternalStore } from 'react'
import type { BaseLocale } from '../../core/messages.ts'
import type { Notice, Notices } from './Notices.ts'

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
  return (
    <>
      <div data-slot="avatarkit-live-region" role="status" aria-live="polite" aria-atomic="true" lang={locale.code}>
        {notice && notice.type !== 'failed' ? <Said key={notices.count} notice={notice} locale={locale} /> : null}
      </div>
      <div data-slot="avatarkit-live-region" role="alert" aria-live="assertive" aria-atomic="true" lang={locale.code}>
        {notice?.type === 'failed' ? <Said key={notices.count} notice={notice} locale={locale} /> : null}
      </div>
    </>
  )
}

/** Stays as it was said, in the language of that moment: said anew it would be heard twice. */
function Said({ notice: { title, description }, locale }: { notice: Notice; locale: BaseLocale }): ReactElement {
  const [{ code, text }] = useState(() => ({
    code: locale.code,
    text: description ? `${locale.messages.sentence(title)}${description}` : title,
  }))
  return <span lang={code}>{text}</span>
}
