import { connect, type Socket } from 'node:net'

export type Method = 'GET' | 'DELETE'

export interface Load {
  /** Ended within the time, in ms each. */
  latencies: number[]
  /** Answers that were not 200, and connections that broke. */
  errors: number
}

let sent = 0

/** As the panel's page sends it: a removal has a key of its own. */
function requestOf(method: Method, host: string, users: number): string {
  const at = sent++
  const removal = method === 'DELETE'
  return (
    `${method} /api/users/user_${at % users}${removal ? '/profile_image' : ''} HTTP/1.1\r\nHost: ${host}\r\nCookie: session=admin\r\nOrigin: http://${host}\r\nSec-Fetch-Site: same-origin\r\n` +
    `X-Real-Ip: 10.0.0.${at & 255}\r\nAccept: application/json\r\n${removal ? `Idempotency-Key: key-${at}\r\n` : ''}\r\n`
  )
}

/** Asks over so many connections, each the next thing when it has its answer, for so long. */
export async function load(
  port: number,
  method: Method,
  connections: number,
  ms: number,
  users: number,
): Promise<Load> {
  const host = `127.0.0.1:${port}`
  const result: Load = { latencies: [], errors: 0 }
  const sockets = await Promise.all(Array.from({ length: connections }, () => opened(port)))
  const ends = performance.now() + ms
  let done = false
  // A client that sleeps has to be woken for each answer, and it is the slower server that would pay for that.
  const awake = () => void (done || setImmediate(awake))
  awake()
  await Promise.all(
    sockets.map(
      (socket) =>
        new Promise<void>((resolve) => {
          let began = 0
          let reply = ''
          let over = false
          const next = () => {
            reply = ''
            began = performance.now()
            if (began < ends) socket.write(requestOf(method, host, users), 'latin1')
            else end()
          }
          const end = (broken = false) => {
            if (over) return
            over = true
            if (broken) result.errors++
            socket.destroy()
            resolve()
          }
          socket.on('data', (data: string) => {
            reply += data
            const head = reply.indexOf('\r\n\r\n')
            if (head < 0) return
            const length = Number(/\r\ncontent-length: (\d+)/i.exec(reply)?.[1])
            if (Number.isNaN(length)) return end(true)
            if (reply.length < head + 4 + length) return
            const now = performance.now()
            if (!reply.startsWith('HTTP/1.1 200')) result.errors++
            else if (now <= ends) result.latencies.push(now - began)
            next()
          })
          socket.on('error', () => end(true)).on('close', () => end(true))
          next()
        }),
    ),
  )
  done = true
  return result
}

function opened(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true }, () => resolve(socket.off('error', reject)))
    socket.setEncoding('latin1').once('error', reject)
  })
}

/** Clients that never finish: half of them send half a head, half of them a body that never ends. Comes back where it is thrown out. */
export function stall(port: number, count: number): () => void {
  const sockets = new Set<Socket>()
  let over = false
  const open = (half: boolean) => {
    const host = `127.0.0.1:${port}`
    const socket = connect(port, '127.0.0.1')
    sockets.add(socket)
    socket.on('error', () => {}).resume()
    socket.on('close', () => {
      sockets.delete(socket)
      if (!over) setTimeout(open, 100, half)
    })
    socket.write(
      half
        ? `GET /api/users/user_1 HTTP/1.1\r\nHost: ${host}\r\nCookie: sess`
        : `POST /api/users/profile_images/delete HTTP/1.1\r\nHost: ${host}\r\nCookie: session=admin\r\nOrigin: http://${host}\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/json\r\nContent-Length: 60000\r\n\r\n{"userIds":["user_1",`,
    )
  }
  for (let at = 0; at < count; at++) open(at % 2 === 0)
  return () => {
    over = true
    for (const socket of sockets) socket.destroy()
  }
}
