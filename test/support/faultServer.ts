import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Writable } from 'node:stream'

export interface Answer {
  /** Default 200. */
  status?: number
  headers?: Record<string, string>
  body?: string | Uint8Array
  /**
   * In place of any answer: the connection is reset, or nothing comes. Or the answer is cut off after `body`, or its
   * head or its body drips, byte by byte, without an end.
   */
  instead?: 'reset' | 'silence' | 'cut' | 'drip head' | 'drip body'
}

/** What goes wrong with some of the requests. */
export interface Knobs {
  /** What they get. Without it: the right answer, perhaps late. */
  answer?: Answer
  /** Which requests. Default: removals, which are the only ones that change anything. */
  on?: 'removals' | 'look-ups' | 'all'
  /** How many of them, from now on. Default: all. */
  times?: number
  /** Whether what was asked for is done all the same. Default false. */
  carryOut?: boolean
  delayMs?: number
}

export interface Call {
  method: string
  /** The path and the query, as they came. */
  path: string
  headers: Record<string, string>
  body: string
}

export interface FaultServer {
  /** Without a slash at the end. */
  url: string
  calls: Call[]
  /** The first one that fits a request holds; nothing goes wrong after `set()`. */
  set(...knobs: Knobs[]): void
  close(): Promise<void>
}

export const jsonAnswer = (body: unknown, status = 200, headers: Record<string, string> = {}): Answer => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
})

/** A byte now and then, for as long as anybody listens. */
function drip(to: Writable, start: string): void {
  to.write(start)
  const timer = setInterval(() => to.write('x'), 20)
  to.on('close', () => clearInterval(timer)).on('error', () => clearInterval(timer))
}

/** A real HTTP server on this machine that does what `handle` says, and fails as its knobs say. */
export async function startFaultServer(handle: (call: Call) => Answer): Promise<FaultServer> {
  const calls: Call[] = []
  let knobs: Knobs[] = []

  const knobFor = (method: string): Knobs | undefined => {
    const asked = method === 'GET' ? 'look-ups' : 'removals'
    const knob = knobs.find(({ on = 'removals', times = 1 }) => times > 0 && (on === 'all' || on === asked))
    if (knob?.times !== undefined) knob.times--
    return knob
  }

  const server = createServer((request, response) => {
    const call = {
      method: request.method ?? '',
      path: request.url ?? '',
      headers: request.headers as Record<string, string>,
      body: '',
    }
    calls.push(call)
    const knob = knobFor(call.method)
    request.setEncoding('utf8').on('data', (chunk: string) => {
      call.body += chunk
    })
    request.on('end', () => answer(call, knob, request, response))
  })
  const answer = (call: Call, knob: Knobs | undefined, request: IncomingMessage, response: ServerResponse) => {
    const right = !knob?.answer || knob.carryOut ? handle(call) : undefined
    const { instead, status = 200, headers, body } = knob?.answer ?? right!
    setTimeout(() => {
      if (instead === 'reset') return request.socket.resetAndDestroy()
      if (instead === 'silence') return
      if (instead === 'drip head') return drip(request.socket, 'HTTP/1.1 200 OK\r\nx-drip: ')
      response.writeHead(status, headers)
      if (instead === 'drip body') return drip(response, '{"id":"')
      if (instead === 'cut') return response.write(body, () => request.socket.destroy())
      response.end(body)
    }, knob?.delayMs ?? 0)
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    set: (...given) => {
      knobs = given.map((knob) => ({ ...knob }))
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
