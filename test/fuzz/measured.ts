import fc from 'fast-check'
import { type Property, properties } from './properties.ts'

/** One input may take this long. Milliseconds. */
export const MAX_MS = 50

export interface Report {
  name: string
  runs: number
  /** Milliseconds that the slowest input took. */
  slowestMs: number
  /** As short as can be, with how to see it again. */
  failure?: string
}

/** Any input, so many times: what must hold holds, and none takes long. */
export async function fuzz(name: string, runs: number, seed: number, path?: string): Promise<Report> {
  const { input, holds } = properties[name] as Property
  let slowestMs = 0
  const timed = async (value: unknown) => {
    const began = performance.now()
    await holds(value)
    return performance.now() - began
  }
  const { counterexample, counterexamplePath, errorInstance } = await fc.check(
    fc.asyncProperty(input, async (value) => {
      let ms = await timed(value)
      // The machine may have been busy: the best of some further tries is the input's own time.
      for (let turn = 0; turn < 5 && ms > MAX_MS; turn++) ms = Math.min(ms, await timed(value))
      slowestMs = Math.max(slowestMs, ms)
    }),
    { numRuns: runs, seed, path },
  )
  const report: Report = { name, runs, slowestMs }
  if (counterexample) {
    const text = JSON.stringify(counterexample[0], (_, value: unknown) =>
      value instanceof Uint8Array ? new TextDecoder().decode(value) : value,
    )
    report.failure = `${errorInstance instanceof Error ? errorInstance.message : String(errorInstance)}\n  ${text?.slice(0, 2000)}\n  npm run fuzz -- --only ${JSON.stringify(name)} --seed=${seed} --path ${counterexamplePath}`
  }
  return report
}
