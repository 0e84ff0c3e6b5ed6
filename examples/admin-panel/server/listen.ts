import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Settings } from './settings.ts'
import { SettingsError } from './settings.ts'

const HOST = '127.0.0.1'
const TRIES = 20

/**
 * Opens the port, on this machine only. A port that was asked for must be free; from the default port on
 * the next free one is taken.
 *
 * @throws SettingsError where none can be had
 */
export async function listen(
  server: Server,
  { port, portIsAsked }: Settings,
): Promise<{ port: number; note?: string }> {
  for (let candidate = port; candidate < port + (portIsAsked ? 1 : TRIES); candidate++) {
    if (await canListen(server, candidate)) {
      const taken = (server.address() as AddressInfo).port
      return candidate === port
        ? { port: taken }
        : { port: taken, note: `Port ${port} is taken by another program, so the panel uses ${taken}.` }
    }
  }
  throw new SettingsError(
    portIsAsked
      ? `Port ${port} is taken by another program. Stop that program, or give another port: PORT=${port + 1} npm start`
      : `Ports ${port} to ${port + TRIES - 1} are all taken. Give another one: PORT=8080 npm start`,
  )
}

async function canListen(server: Server, port: number): Promise<boolean> {
  server.listen(port, HOST)
  try {
    await once(server, 'listening')
    return true
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'EADDRINUSE') return false
    if (code === 'EACCES')
      throw new SettingsError(`Port ${port} may not be opened by this user. Give one above 1023: PORT=5180 npm start`)
    throw error
  }
}
