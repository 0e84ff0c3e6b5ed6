/** A story that is known to fail in a browser: it is printed as known and does not fail the run. */
export interface KnownFault {
  browser: 'Firefox' | 'WebKit'
  /** Version of the browser that it was last seen in. */
  version: string
  /** `Title/Name`. */
  story: string
  /** Why it fails, and what that means to users of this browser. */
  reason: string
}

/** Every story that fails in a browser today. One that passes again is reported and comes off the list. */
export const knownFaults: KnownFault[] = []
