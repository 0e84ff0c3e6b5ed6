/** A browser that shows pages, one after another. */
export interface Engine {
  version: string
  /** Opens a page and waits for what a promise, written as an expression, becomes there. */
  evaluateOn(url: string, expression: string): Promise<unknown>
  close(): Promise<void>
}

/** Goes into each page before all else: storage is empty for each story, and what goes wrong is recorded. */
export const recordFaults = `<script>
  localStorage.clear()
  sessionStorage.clear()
  const faults = []
  addEventListener('error', ({ message }) => faults.push(message))
  addEventListener('unhandledrejection', ({ reason }) => faults.push('not caught: ' + reason))
  const { error } = console
  console.error = (...words) => {
    faults.push('console.error: ' + words.join(' '))
    error(...words)
  }
</script>`

/** What went wrong in a story, when it has come to its end: sentences. */
const faultsAtEnd = `new Promise((resolve) => {
  const { dataset } = document.documentElement
  const end = (why) => resolve([why, ...faults].filter(Boolean))
  const look = () => (dataset.gallery ? end(dataset.why) : setTimeout(look, 50))
  look()
  setTimeout(() => end('It did not come to its end in 45 seconds.'), 45_000)
})`

/** Plays the story of a page of the gallery; what went wrong, as sentences. */
export async function playStory(engine: Engine, url: string): Promise<string[]> {
  return (await engine.evaluateOn(url, faultsAtEnd)) as string[]
}
