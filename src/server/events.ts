import type { ErrorCode } from '../core/errors.ts'
import type { HandlerAction } from './route.ts'

/** One line of the audit: who, whom, what, why, and how it ended. Never a secret, cookie or raw provider error. */
export interface HandlerEvent {
  type:
    | 'image.removed'
    | 'image.remove-failed'
    | 'image.set'
    | 'image.set-failed'
    | 'image.restored'
    | 'image.restore-failed'
    | 'user.told'
    | 'user.tell-failed'
    | 'read-failed'
    | 'bulk.ended'
    | 'denied'
    | 'alarm'
  action: HandlerAction | undefined
  requestId: string
  /** Unix ms. */
  at: number
  durationMs: number
  actorId?: string
  userId?: string
  reason?: string
  note?: string
  /** The same idempotency key again: nothing was sent this time. */
  repeated?: boolean
  /** With `bulk.ended`: how many ended how. Each removal among them has an event of its own with the same `requestId`. */
  counts?: { done: number; failed: number; 'not-sent': number }
  /** With `denied` and what failed. */
  code?: ErrorCode
  /**
   * With `denied`, if the page that made the request may not: its `Origin`, or `Sec-Fetch-Site` if it has none. If it is
   * your own panel, a proxy changes the `Host`, as Vite's development proxy does: list the origin in `allowedOrigins`.
   */
  origin?: string
  /** With `alarm`: what must never happen, such as a reply with another user. */
  alarm?: string
}

export type OnEvent = (event: HandlerEvent) => void | Promise<void>

const MAX_TEXT = 500
/** As ids and most reasons are. */
const PLAIN = /^[ -~]{0,500}$/

/** Text of a stranger as one harmless line. */
export function oneLine(text: string): string {
  if (PLAIN.test(text)) return text
  const escaped = text
    .slice(0, MAX_TEXT)
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (sign) => `\\u${sign.codePointAt(0)!.toString(16).padStart(4, '0')}`)
  return text.length > MAX_TEXT ? `${escaped}…` : escaped
}

/** Tells the host, whose trouble with it is not the caller's. */
export function tell(onEvent: OnEvent | undefined, event: HandlerEvent): void {
  try {
    const told = onEvent?.(event)
    // Any thenable: a query builder's runs only when somebody waits for it.
    if (told) Promise.resolve(told).catch(() => {})
  } catch {
    // The reply does not depend on the audit's listener.
  }
}
