import { parseArgs } from 'node:util'
import { fuzz, MAX_MS } from './measured.ts'
import { properties } from './properties.ts'

const help = `npm run fuzz -- [options]

Any bytes, texts and JSON, through everything that reads what a stranger wrote: nothing crashes, nothing is taken for a
success that is none, and no input takes more than ${MAX_MS} ms.

  --runs N     inputs for each property (default 20000)
  --only NAME  only the properties with this in their name
  --seed=N     the same inputs again
  --path P     one input again, as a failure printed it`

export async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      runs: { type: 'string', default: '20000' },
      only: { type: 'string' },
      seed: { type: 'string' },
      path: { type: 'string' },
      help: { type: 'boolean' },
    },
  })
  const [runs, seed] = [Number(values.runs), Number(values.seed ?? Math.floor(Math.random() * 2 ** 31))]
  if (values.help || !Number.isInteger(runs) || runs < 1 || !Number.isInteger(seed)) return console.log(help)
  const crashes: unknown[] = []
  process.on('unhandledRejection', (error) => crashes.push(error))
  console.log(`seed ${seed}\n${'property'.padEnd(36)}${'inputs'.padStart(10)}${'slowest, ms'.padStart(14)}`)
  let failed = false
  for (const name of Object.keys(properties).filter((one) => one.includes(values.only ?? ''))) {
    const report = await fuzz(name, runs, seed, values.path)
    failed ||= report.failure !== undefined || report.slowestMs > MAX_MS
    console.log(
      `${name.padEnd(36)}${String(runs).padStart(10)}${report.slowestMs.toFixed(1).padStart(14)}${report.slowestMs > MAX_MS ? '  over' : ''}`,
    )
    if (report.failure) console.log(`  ${report.failure}`)
  }
  for (const crash of crashes) console.log('nobody waited for:', crash)
  if (failed || crashes.length > 0) process.exitCode = 1
}
