import type { Scenario } from './scenarios.ts'
import { type Orca, until } from './startOrca.ts'

/** The page that a scenario is played on, and whose keys go to it. */
export interface Page {
  goto(url: string): Promise<unknown>
  evaluate(expression: string): Promise<unknown>
}

export interface Heard {
  /** What was pressed, and what was said after it. */
  transcript: string[]
  /** What went wrong, as sentences. */
  faults: string[]
  /** Known faults that were heard to be none. */
  mended: RegExp[]
}

/** Plays a scenario by real keys and listens to Orca. */
export async function hear(orca: Orca, page: Page, url: string, { steps, once, known = [] }: Scenario): Promise<Heard> {
  const transcript: string[] = []
  const faults: string[] = []
  const all: string[] = []
  let from = 0
  const hasFocus = () => page.evaluate('document.hasFocus()') as Promise<boolean>
  const listen = (what: string) => {
    const lines = orca.said().slice(from)
    from += lines.length
    all.push(...lines)
    transcript.push(what, ...lines.map((line) => `    ${line}`))
    return lines
  }
  await page.goto(url)
  await until(async () => (await page.evaluate('document.documentElement.dataset.gallery')) === 'shown')
  await orca.calm(15)
  // Firefox begins in its address bar.
  await until(async () => {
    if (await hasFocus()) return true
    orca.clickPage()
    await orca.calm()
    return false
  })
  await orca.calm(15)
  from = orca.said().length
  for (const [key, heard] of steps) {
    // Keys go to whichever window has the focus: if it is not this page, nothing that follows means anything.
    if (!(await until(hasFocus))) {
      faults.push(`The page had lost the focus before ${key}.`)
      break
    }
    orca.press(key)
    const isHeard = await until(() =>
      orca
        .said()
        .slice(from)
        .some((line) => heard.test(line)),
    )
    await orca.calm()
    listen(`[${key}]`)
    if (isHeard) continue
    faults.push(`After ${key}, ${heard} was not heard.`)
    break
  }
  // A second time would come late.
  await orca.calm(30)
  listen('(afterwards)')
  for (const outcome of once) {
    const times = all.filter((line) => outcome.test(line)).length
    if (times !== 1) faults.push(`${outcome} was heard ${times} times, not once.`)
  }
  return {
    transcript,
    faults,
    mended: known.map(({ heard }) => heard).filter((heard) => all.some((l) => heard.test(l))),
  }
}
