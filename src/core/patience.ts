/** Longest `Retry-After` that is waited for, in seconds. What would have to wait longer ends as `rate-limited`. */
export const MAX_WAIT_S = 60

/** How often one change of a batch is sent before `rate-limited` is its end. */
const MAX_TRIES = 5

/** A pause that doubles with each try. @param tries how many were made after the first */
export const backoff = (first: number, tries: number): number => first * 2 ** tries

/** Seconds that nothing is sent after a change was `rate-limited`. @param tries how often it was sent */
export const secondsToWait = (retryAfter: number | undefined, tries: number): number =>
  retryAfter ?? backoff(1, tries - 1)

/** Whether a change of a batch that was `rate-limited` is sent once more after so many seconds. */
export const isSentAgain = (seconds: number, tries: number): boolean => tries < MAX_TRIES && seconds <= MAX_WAIT_S
