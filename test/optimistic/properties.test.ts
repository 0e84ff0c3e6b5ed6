import fc from 'fast-check'
import { describe, it } from 'vitest'
import { run } from './simulation/run.ts'
import { schedules } from './simulation/steps.ts'

const RUNS = Number(process.env.RUNS ?? 5000)
// The same for everybody, so that a change is judged by what it does; others are tried with SEED, or by `npm run prove`.
const SEED = Number(process.env.SEED ?? 20_261_124)

describe('any interleaving of changes, reads, answers and host writes', () => {
  it('shows the last intent while pending, touches nothing else, loses no page and ends idle', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(schedules, async (schedule) => {
        const complaints = await run(schedule)
        if (complaints.length > 0) throw new Error(complaints.map(({ property, sentence }) => `${property}: ${sentence}`).join('\n'))
      }),
      { numRuns: RUNS, seed: SEED },
    )
  })
})
