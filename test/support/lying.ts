import type { Bench, Lie } from './conformance.ts'
import { type Answer, type FaultServer, jsonAnswer } from './faultServer.ts'

const unavailable: Answer = { status: 502, headers: { 'content-type': 'text/html' }, body: '<h1>Bad gateway</h1>' }

/** The knobs and counters of a bench whose backend is an HTTP server. */
export function lying(server: FaultServer): Pick<Bench, 'lie' | 'lose' | 'silence' | 'counts' | 'close' | 'server'> {
  return {
    server,
    counts: () => ({ all: server.calls.length, changes: server.calls.filter(({ method }) => method !== 'GET').length }),
    lie: ({ reply, carryOut, blind }: Lie) => {
      server.set(
        { answer: answerOf(reply), carryOut },
        ...(blind ? [{ on: 'look-ups' as const, answer: unavailable }] : []),
      )
    },
    lose: ({ carryOut }) => server.set({ answer: { instead: 'reset' }, carryOut, times: 1 }),
    silence: () => server.set({ answer: { instead: 'silence' } }),
    close: () => server.close(),
  }
}

function answerOf(reply: unknown): Answer {
  if (reply === undefined) return { status: 204 }
  return typeof reply === 'string' ? { headers: { 'content-type': 'text/html' }, body: reply } : jsonAnswer(reply)
}
