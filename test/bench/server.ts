import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { constants, setPriority } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'vite'
import { load, type Method, stall } from './serverLoad.ts'
import type { Report } from './serverProcess.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const USERS = 1000
const VARIANTS = ['bare', 'kit'] as const
type Variant = (typeof VARIANTS)[number]

const LEAST_THROUGHPUT = 0.6
const MOST_P99 = 2
const MOST_GROWTH = 5 * 1024 * 1024

interface Round {
  perSecond: number
  p50: number
  p99: number
  /** CPU time of the server, in µs for each request: what a busy machine changes least. */
  cpu: number
  /** Share of the time that the server had something to do: where it is low the client was the bottleneck. */
  busy: number
  errors: number
}

const median = (figures: number[]) => figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)]!
const mib = (bytes: number) => (bytes / 1024 / 1024).toFixed(1)

/** Each in a process of its own, built as for production. */
async function start(
  folder: string,
  variant: Variant,
  flags: string[],
): Promise<{ child: ChildProcess; first: Report }> {
  const child = fork(`${folder}/serverProcess.js`, [variant], { execArgv: ['--expose-gc', ...flags], cwd: folder })
  const [first] = (await once(child, 'message')) as [Report]
  return { child, first }
}

async function ask(child: ChildProcess, what: 'time' | 'heap'): Promise<Report> {
  child.send(what)
  return ((await once(child, 'message')) as [Report])[0]
}

/** What is held once the rubbish is gone; warm again afterwards. */
async function warm({ child, first }: { child: ChildProcess; first: Report }, method: Method): Promise<Report> {
  const report = await ask(child, 'heap')
  await load(first.port, method, 64, 1500, USERS)
  return report
}

async function round(
  child: ChildProcess,
  port: number,
  method: Method,
  connections: number,
  ms: number,
): Promise<Round> {
  const before = await ask(child, 'time')
  const began = performance.now()
  const { latencies, errors } = await load(port, method, connections, ms, USERS)
  const took = performance.now() - began
  const after = await ask(child, 'time')
  latencies.sort((a, b) => a - b)
  const at = (share: number) => latencies[Math.floor(latencies.length * share)] ?? Number.NaN
  const cpu = after.cpu - before.cpu
  return {
    perSecond: (latencies.length / ms) * 1000,
    p50: at(0.5),
    p99: at(0.99),
    cpu: cpu / latencies.length,
    busy: cpu / 1000 / took,
    errors,
  }
}

/**
 * The kit's handler under load, beside a handler that answers the same JSON without any check, each on the same
 * listener in a process of its own, round about. Says where a target is missed, and then ends with an error.
 *
 * `--seconds 2` for each round, `--rounds 9` of each; `--cpu-prof` writes where each server's time went to `.cache/`.
 */
export async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      seconds: { type: 'string', default: '2' },
      rounds: { type: 'string', default: '9' },
      'cpu-prof': { type: 'boolean', default: false },
    },
  })
  const [ms, rounds] = [Number(values.seconds) * 1000, Number(values.rounds)]
  mkdirSync(`${root}.cache`, { recursive: true })
  const folder = mkdtempSync(`${root}.cache/bench-server-`)
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: { ssr: 'test/bench/serverProcess.ts', outDir: folder, emptyOutDir: false, target: 'es2022' },
  })
  const flags = values['cpu-prof'] ? ['--cpu-prof', `--cpu-prof-dir=${root}.cache/profiles`] : []
  const servers = { bare: await start(folder, 'bare', flags), kit: await start(folder, 'kit', flags) }
  // The client keeps a core busy, and on a machine of two that is where a server's engine collects its rubbish: the client gives way.
  setPriority(constants.priority.PRIORITY_LOW)
  const memory: Record<Variant, Report[]> = { bare: [servers.bare.first], kit: [servers.kit.first] }
  let missed = false
  const mark = (over: boolean, word: string) => {
    missed ||= over
    return over ? `  ${word}` : ''
  }
  try {
    // Warm, and with as many keys held as the kit ever holds.
    for (const variant of VARIANTS)
      for (const method of ['GET', 'DELETE'] as const) await load(servers[variant].first.port, method, 64, 8000, USERS)
    for (const variant of VARIANTS) memory[variant].push(await warm(servers[variant], 'GET'))
    console.log(`Medians of ${rounds} rounds of ${ms / 1000} s each, in turns\n`)
    for (const stalled of [0, 200]) {
      for (const method of ['GET', 'DELETE'] as const) {
        for (const connections of [64, 256]) {
          const all: Record<Variant, Round[]> = { bare: [], kit: [] }
          for (let turn = 0; turn < rounds; turn++) {
            for (const variant of VARIANTS) {
              const { child, first } = servers[variant]
              const end = stall(first.port, stalled)
              // What they cost while they are there, and not while they come.
              if (stalled) await new Promise((resolve) => setTimeout(resolve, 1000))
              const figures = await round(child, first.port, method, connections, ms)
              end()
              all[variant].push(figures)
            }
          }
          for (const variant of VARIANTS) memory[variant].push(await warm(servers[variant], method))
          console.log(
            `${method}, ${connections} connections${stalled ? ` and ${stalled} that never finish` : ''}`.padEnd(52) +
              ['bare', 'kit', 'kit / bare'].map((title) => title.padStart(12)).join(''),
          )
          const line = (title: string, name: keyof Round, over?: (ratio: number) => string) => {
            const [bare, kit] = VARIANTS.map((variant) => median(all[variant].map((figures) => figures[name]))) as [
              number,
              number,
            ]
            console.log(
              title.padEnd(52) +
                [bare, kit, kit / bare].map((figure) => figure.toFixed(figure < 100 ? 2 : 0).padStart(12)).join('') +
                (over?.(kit / bare) ?? ''),
            )
          }
          line('requests a second', 'perSecond', (ratio) => mark(ratio < LEAST_THROUGHPUT, `under ${LEAST_THROUGHPUT}`))
          line('half of them within, ms', 'p50')
          line('99 of 100 within, ms', 'p99', (ratio) => mark(ratio > MOST_P99, `over ${MOST_P99}`))
          line('CPU time of the server for each, µs', 'cpu')
          line('the server was busy', 'busy')
          const errors = VARIANTS.map((variant) => all[variant].reduce((sum, figures) => sum + figures.errors, 0))
          console.log(
            `${'errors'.padEnd(52)}${errors.map((count) => String(count).padStart(12)).join('')}${mark(errors[1]! > 0, 'some')}\n`,
          )
        }
      }
    }
    for (const variant of VARIANTS) {
      const reports = memory[variant]
      const growth = reports.at(-1)!.heap - reports[1]!.heap
      console.log(
        `${variant}: heap at the start, warm, and after each of these, MiB: ${reports.map(({ heap }) => mib(heap)).join(' ')}`,
      )
      console.log(`${variant}: RSS, MiB: ${reports.map(({ rss }) => mib(rss)).join(' ')}`)
      console.log(
        `${variant}: heap between warm and the end: ${mib(growth)} MiB${variant === 'kit' ? mark(growth > MOST_GROWTH, `over ${mib(MOST_GROWTH)}`) : ''}\n`,
      )
    }
    console.log(`${memory.kit.at(-1)!.events} lines of audit`)
  } finally {
    const ended = Object.values(servers).map(({ child }) => once(child, 'exit'))
    for (const { child } of Object.values(servers)) child.disconnect()
    await Promise.all(ended)
    rmSync(folder, { recursive: true, force: true })
  }
  if (missed) process.exitCode = 1
}
