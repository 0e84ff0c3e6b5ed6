import { AvatarKitError, type ErrorCode } from '../../core/errors.ts'
import { parseRetryAfter } from '../../core/retryAfter.ts'
import { type ErrorBody, toldError } from '../../core/wire.ts'

const MAX_BYTES = 1024 * 1024
const STATUS: Record<number, ErrorCode> = {
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'user-not-found',
  410: 'user-not-found',
  413: 'too-large',
  429: 'rate-limited',
}

export async function readPage<T, V = T>(
  response: Response,
  view: (item: T) => V,
): Promise<{ data: V[]; totalCount: number }> {
  const { data, totalCount } = (await readObject(response, undefined)) as { data?: T[]; totalCount?: number }
  if (!Array.isArray(data) || typeof totalCount !== 'number') throw unreadable(undefined, 'the reply is not a list')
  return { data: data.map(view), totalCount }
}

export async function errorOf(response: Response, userId: string | undefined): Promise<AvatarKitError> {
  const retryAfter = parseRetryAfter(response.headers.get('retry-after'), response.headers.get('date'))
  const body = (await readJson(response).catch(() => undefined)) as Partial<ErrorBody> | undefined
  const told = toldError(body?.error, userId, retryAfter)
  if (told) return told
  const known = STATUS[response.status] ?? (response.status === 503 && body !== undefined ? 'unavailable' : undefined)
  return new AvatarKitError(known ?? (response.status >= 500 ? 'unknown-outcome' : 'unexpected'), {
    userId,
    retryAfter,
    message: `avatarkit: the server answered ${response.status}.`,
  })
}

export async function readObject(response: Response, userId: string | undefined): Promise<object> {
  const value = await readJson(response).catch((error: unknown) => {
    throw unreadable(userId, 'the reply cannot be read', error)
  })
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  throw unreadable(userId, 'the reply is not a user')
}

function unreadable(userId: string | undefined, what: string, cause?: unknown): AvatarKitError {
  return new AvatarKitError('unknown-outcome', {
    userId,
    cause,
    message: `avatarkit: ${what}. Check what answers at this address.`,
  })
}

/** JSON, named so, valid UTF-8 and of bearable size; anything else is no answer. */
async function readJson(response: Response): Promise<unknown> {
  const type = response.headers.get('content-type') ?? ''
  if (!/^application\/([\w.+-]+\+)?json\s*(;|$)/i.test(type))
    throw new Error(`The content type is ${type || 'missing'} and not JSON.`)
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = response.body?.getReader()
  for (let part = await reader?.read(); part && !part.done; part = await reader!.read()) {
    size += part.value.byteLength
    if (size > MAX_BYTES) {
      await reader!.cancel()
      throw new Error('The reply is larger than 1 MiB.')
    }
    chunks.push(part.value)
  }
  const bytes = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.byteLength
  }
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
}
