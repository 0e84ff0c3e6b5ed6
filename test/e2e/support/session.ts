import { signIns } from '../../../examples/admin-panel/server/signIns.ts'

export type Role = (typeof signIns)[number]['role']

export function credentials(role: Role): { email: string; password: string } {
  const { email, password } = signIns.find((entry) => entry.role === role)!
  return { email, password }
}

/** A signed-in caller without a browser. */
export interface Session {
  cookie: string
  get(path: string): Promise<{ status: number; body: any }>
  /** As the panel's own page would send it; `headers` are laid over. */
  send(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<{ status: number; body: any }>
}

/** Signs in by request. */
export async function signInByRequest(url: string, role: Role): Promise<Session> {
  const reply = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify(credentials(role)),
  })
  if (!reply.ok) throw new Error(`Signing in as ${role} failed: ${reply.status} ${await reply.text()}`)
  const cookie = reply.headers
    .getSetCookie()
    .map((entry) => entry.split(';')[0])
    .join('; ')
  const call = async (method: string, path: string, body?: unknown, headers?: Record<string, string>) => {
    const content = body === undefined ? undefined : { 'content-type': 'application/json' }
    const answer = await fetch(url + path, {
      method,
      headers: { cookie, origin: url, ...content, ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    const text = await answer.text()
    return {
      status: answer.status,
      body: /^application\/json\b/.test(answer.headers.get('content-type') ?? '') ? JSON.parse(text) : text,
    }
  }
  return { cookie, get: (path) => call('GET', path), send: call }
}
