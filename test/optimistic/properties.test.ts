import fc from 'fast-check'
import { describe, it } from 'vitest'
import { tryOnBase } from './proof/tryOnBase.ts'
import { run } from './simulation/run.ts'
import { replayCommand, schedules, tellAll } from './simulation/steps.ts'

const RUNS = Number(process.env.RUNS ?? 1000)
// Others each time; where one goes wrong, the seed is told.
const SEED = process.env.SEED === undefined ? undefined : Number(process.env.SEED)

describe('any interleaving of changes, reads, answers and host writes', () => {
  it('shows the last intent while pending, touches nothing else, loses no page and ends idle', {
    // Far more than they take, and time to shorten one that fails and to try it on the base.
    timeout: 120_000 + RUNS * 200,
  }, async () => {
    const { counterexample, counterexamplePath, errorInstance, seed } = await fc.check(
      fc.asyncProperty(schedules, async (schedule) => {
        const complaints = await run(schedule)
        if (complaints.length > 0)
          throw new Error(complaints.map(({ property, sentence }) => `${property}: ${sentence}`).join('\n'))
      }),
      { numRuns: RUNS, seed: SEED },
    )
    if (counterexample)
      throw new Error(
        `${tellAll(counterexample[0])}\n\n${String(errorInstance)}\n\n${replayCommand(seed, counterexamplePath)}\n\n${await tryOnBase(counterexample[0])}`,
        { cause: errorInstance },
      )
  })
})
