import { expect, it } from 'vitest'
import type { KnownFault } from './browsers/knownFaults.ts'
import { playStories } from './browsers/playStories.ts'

const known: KnownFault[] = [
  { browser: 'WebKit', version: '1', story: 'Known/Red', reason: 'It draws no picture.' },
  { browser: 'WebKit', version: '1', story: 'Known/Green', reason: 'It drew no picture.' },
  { browser: 'WebKit', version: '1', story: 'Known/Now', reason: 'It draws a picture at times.' },
]

/** Plays stories that fail so many times before they pass. */
async function played(browser: string, failures: Record<string, number>) {
  const left = { ...failures }
  const said: string[] = []
  const counts = await playStories({
    browser,
    stories: Object.keys(failures),
    known,
    play: async (story) => (left[story]!-- > 0 ? [`${story} is red`] : []),
    say: (line) => said.push(line.trim()),
  })
  return { counts, said }
}

it('says of each story how it ended: nothing is hidden, and only what is not known counts as failed', async () => {
  const { counts, said } = await played('WebKit', {
    'Some/Green': 0,
    'Some/Red': 2,
    'Some/Unsteady': 1,
    'Known/Red': 2,
    'Known/Green': 0,
    'Known/Now': 1,
  })
  const healed = 'It is a known fault and no longer fails: take it off the list.'
  expect(said).toEqual([
    '✓ Some/Green',
    '✗ Some/Red (failed)',
    'Some/Red is red',
    '~ Some/Unsteady (unsteady)',
    'Some/Unsteady is red',
    '✗ Known/Red (known)',
    'It draws no picture.',
    'Known/Red is red',
    '✓ Known/Green',
    healed,
    '~ Known/Now (unsteady)',
    'Known/Now is red',
  ])
  expect(counts).toEqual({ passed: 2, unsteady: 2, known: 1, failed: 1 })
})

it('what is known of one browser excuses no other', async () => {
  const { counts, said } = await played('Firefox', { 'Known/Red': 2 })
  expect(counts.failed).toBe(1)
  expect(said[0]).toBe('✗ Known/Red (failed)')
})
