import type { KnownFault } from './knownFaults.ts'

export interface StoriesToPlay {
  browser: string
  stories: string[]
  known: KnownFault[]
  /** Plays a story; what went wrong, as sentences. */
  play(story: string): Promise<string[]>
  say(line: string): void
}

export interface Counts {
  passed: number
  /** Failed the first time and passed the second. */
  unsteady: number
  /** Failed twice, as the list of known faults says. */
  known: number
  /** Failed twice, and the list does not know of it. */
  failed: number
}

/** Plays stories one after another and says of each how it ended. One that fails is played a second time. */
export async function playStories({ browser, stories, known, play, say }: StoriesToPlay): Promise<Counts> {
  const counts: Counts = { passed: 0, unsteady: 0, known: 0, failed: 0 }
  const end = (how: keyof Counts, mark: string, story: string, why: string[] = []) => {
    counts[how]++
    say(`${mark} ${story}${how === 'passed' ? '' : ` (${how})`}`)
    for (const line of why) say(`    ${line.split('\n').slice(0, 12).join('\n    ')}`)
  }
  for (const story of stories) {
    const reason = known.find((fault) => fault.browser === browser && fault.story === story)?.reason
    const first = await play(story)
    const second = first.length > 0 ? await play(story) : []
    if (second.length > 0) end(reason ? 'known' : 'failed', '✗', story, reason ? [reason, ...second] : second)
    else if (first.length > 0) end('unsteady', '~', story, first)
    else end('passed', '✓', story)
    if (reason && first.length === 0) say(`    It is a known fault and no longer fails: take it off the list.`)
  }
  return counts
}
