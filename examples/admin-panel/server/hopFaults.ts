import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Context, MiddlewareHandler } from 'hono'
import type { FaultSwitch } from './faults.ts'

/** A proxy in bad shape between browser and server: slow, or losing or replacing the reply to a change. */
export function hopFaults(faults: FaultSwitch): MiddlewareHandler<{ Bindings: HttpBindings }> {
  return async (c, next) => {
    if (c.req.method === 'GET') return next()
    const { delayMs, fault, carriedOut } = faults.current
    // In one call many are removed: the provider takes its time for each of them.
    if (c.req.path !== BULK_PATH) await new Promise((resolve) => setTimeout(resolve, delayMs))
    const lose = losses[fault as keyof typeof losses]
    if (!lose) return next()
    if (carriedOut) await next()
    const reply = await lose(c)
    c.res = undefined
    c.res = reply
  }
}

/** Where many are removed in one call. */
export const BULK_PATH = '/api/users/profile_images/delete'

const losses = {
  reset: (c: Context<{ Bindings: HttpBindings }>) => {
    c.env.incoming.socket.destroy()
    return RESPONSE_ALREADY_SENT
  },
  // Nothing is ever said; the connection ends when the browser gives up.
  'time-out': (c: Context<{ Bindings: HttpBindings }>) =>
    new Promise<Response>((resolve) => c.env.outgoing.once('close', () => resolve(RESPONSE_ALREADY_SENT))),
  html: () => new Response(LOGIN_PAGE, { headers: { 'content-type': 'text/html; charset=utf-8' } }),
}

const LOGIN_PAGE = `<!doctype html>
<html lang="en"><title>Sign in</title><h1>Sign in to the company network</h1><form><input name="user" /><button>Continue</button></form></html>
`
