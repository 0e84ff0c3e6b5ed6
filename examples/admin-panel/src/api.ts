/** A reply of the panel's own server that is not a success. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly status: number

  constructor(status: number) {
    super(`The server answered ${status}.`)
    this.status = status
  }
}

export async function getJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  return readJson(await fetch(path, { signal }))
}

export async function postJson<T>(path: string, body: unknown = {}): Promise<T> {
  return readJson(
    await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  )
}

async function readJson<T>(reply: Response): Promise<T> {
  if (!reply.ok) throw new ApiError(reply.status)
  return reply.json() as Promise<T>
}
