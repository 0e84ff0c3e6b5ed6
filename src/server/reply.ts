import type { ImageEvent } from '../core/adapter.ts'
import { meaningOf } from '../core/errors.ts'
import type { User } from '../core/user.ts'
import type { BulkLine, ErrorBody } from '../core/wire.ts'
import type { Refusal } from './refusal.ts'

const HEADERS = Object.freeze({
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
})

export function json(body: unknown, status = 200, headers: Record<string, string> = HEADERS): Response {
  return new Response(JSON.stringify(body), { status, headers })
}

/** The code and nothing else: another tenant's user and an absent one read the same, to the byte. Of many, which one it is `about`. */
export function bodyOf({ error: { code, retryAfter }, about }: Refusal): ErrorBody {
  return {
    error: { code, ...(about !== undefined && { userId: about }), ...(retryAfter !== undefined && { retryAfter }) },
  }
}

export function errorReply(refusal: Refusal): Response {
  const { error, status = meaningOf(error.code).status, headers } = refusal
  const { retryAfter } = error
  const body = bodyOf(refusal)
  return json(body, status, {
    ...HEADERS,
    ...headers,
    ...(retryAfter !== undefined && { 'retry-after': String(Math.ceil(retryAfter)) }),
  })
}

/** Exactly an event's fields, without the user. */
export function eventView({
  id,
  type,
  at,
  userId,
  actor,
  reason,
  note,
  toldUser,
  imageUrl,
  restorableUntil,
}: ImageEvent): ImageEvent {
  return {
    id,
    type,
    at,
    userId,
    actor: { id: actor.id, ...(actor.name !== undefined && { name: actor.name }) },
    reason,
    note,
    toldUser,
    imageUrl,
    restorableUntil,
  }
}

/** Exactly the kit's fields, whatever else the adapter's object holds. */
export function view(user: User): User {
  const {
    id,
    imageUrl,
    hasImage,
    firstName,
    lastName,
    username,
    emailAddress,
    banned,
    createdAt,
    updatedAt,
    lastActiveAt,
  } = user
  return {
    id,
    imageUrl,
    hasImage,
    firstName,
    lastName,
    username,
    emailAddress,
    banned,
    createdAt,
    updatedAt,
    lastActiveAt,
  }
}

const BEAT_MS = 15_000

/** One line of JSON for each, as it comes; an empty one now and then, so that no proxy takes a pause for the end. */
export function stream(lines: AsyncIterable<BulkLine>, onDisconnect: () => void): Response {
  const encoder = new TextEncoder()
  let gone = false
  let beat: ReturnType<typeof setInterval> | undefined
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const write = (text: string) => gone || controller.enqueue(encoder.encode(text))
      beat = setInterval(() => write('\n'), BEAT_MS)
      // Whoever has gone may come back for the results: they are all taken.
      try {
        for await (const line of lines) write(`${JSON.stringify(line)}\n`)
        if (!gone) controller.close()
      } finally {
        clearInterval(beat)
      }
    },
    cancel() {
      gone = true
      clearInterval(beat)
      onDisconnect()
    },
  })
  return new Response(body, {
    headers: { ...HEADERS, 'content-type': 'application/x-ndjson; charset=utf-8', 'x-accel-buffering': 'no' },
  })
}
