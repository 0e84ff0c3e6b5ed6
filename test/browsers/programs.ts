import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import type { Readable } from 'node:stream'

const running = new Set<ChildProcess>()
const endAll = () => running.forEach(endProgram)
process.on('exit', endAll)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1))

/** Starts a program that ends, with everything that it starts, when this process ends. */
export function startProgram(name: string, args: string[], options: SpawnOptions): ChildProcess {
  const program = spawn(name, args, { ...options, detached: true })
  running.add(program)
  program.on('error', () => running.delete(program))
  return program
}

/** Ends a program and everything that it started. */
export function endProgram(program: ChildProcess): void {
  if (!running.delete(program) || program.pid === undefined) return
  try {
    process.kill(-program.pid)
  } catch {
    // It has ended already.
  }
}

/** Starts a screen that nobody sees, under a number that is free. */
export async function startDisplay(width: number, height: number): Promise<{ display: string; close(): void }> {
  const args = ['-displayfd', '3', '-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp', '-noreset']
  const xvfb = startProgram('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  const number = await new Promise<string>((resolve, reject) => {
    let text = ''
    ;(xvfb.stdio[3] as Readable).on('data', (chunk) => {
      text += chunk
      if (text.includes('\n')) resolve(text.trim())
    })
    xvfb.on('error', reject)
    xvfb.on('exit', (code) => reject(new Error(`Xvfb ended with ${code}.`)))
  })
  return { display: `:${number}`, close: () => endProgram(xvfb) }
}
