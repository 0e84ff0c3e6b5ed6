import { type ChildProcess, spawn } from 'node:child_process'
import type { Readable } from 'node:stream'

/** Ends a program, and everything that it started. It must have been started with `detached`. */
export function endGroup({ pid, exitCode, signalCode }: ChildProcess): void {
  if (pid === undefined || exitCode !== null || signalCode !== null) return
  try {
    process.kill(-pid)
  } catch {
    // It has ended meanwhile.
  }
}

/** Starts a screen that nobody sees, under a number that is free. */
export async function startDisplay(width: number, height: number): Promise<{ display: string; close(): void }> {
  const xvfb = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp', '-noreset'],
    { detached: true, stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  )
  const number = await new Promise<string>((resolve, reject) => {
    let text = ''
    ;(xvfb.stdio[3] as Readable).on('data', (chunk) => {
      text += chunk
      if (text.includes('\n')) resolve(text.trim())
    })
    xvfb.on('error', reject)
    xvfb.on('exit', (code) => reject(new Error(`Xvfb ended with ${code}.`)))
  })
  return { display: `:${number}`, close: () => endGroup(xvfb) }
}
