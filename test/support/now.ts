/** The time at which a test file began: dates in its data are told from it, and no test measures with it. */
// oxlint-disable-next-line no-restricted-properties -- the one place where test data gets a recent date
export const NOW: number = Date.now()

/** In milliseconds, as all times here. */
export const DAY = 86_400_000
