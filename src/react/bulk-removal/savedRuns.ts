import { isSafeUserId } from '../../core/adapter.ts'
import { AvatarKitError, type ErrorCode, errorCodes } from '../../core/errors.ts'

/** Users who are asked for in one call, under one key. */
export interface BulkPart {
  key: string
  ids: readonly string[]
}

/** How one user's removal ended. */
export interface BulkResultOf {
  status: 'done' | 'failed' | 'not-sent'
  error?: AvatarKitError
  /** Unix ms. */
  at: number
}

/** A run as it outlives the page: ids and outcomes, and nothing that says who anybody is. */
export interface SavedRun {
  id: string
  /** Whose it is, where the panel tells who is in front. */
  actorId?: string
  startedAt: number
  /** Set where it has ended. */
  endedAt?: number
  reason?: string
  tellUser?: boolean
  parts: readonly BulkPart[]
  results: ReadonlyMap<string, BulkResultOf>
  stoppedBy?: AvatarKitError
}

const PREFIX = 'avatarkit-bulk:'
const STATUS = ['done', 'failed', 'not-sent'] as const

/** Whether it could be kept: storage may be full, or forbidden. */
export function writeRun(run: SavedRun): boolean {
  try {
    sessionStorage.setItem(PREFIX + run.id, textOf(run))
    return true
  } catch {
    return false
  }
}

export function forgetRun(id: string): void {
  try {
    sessionStorage.removeItem(PREFIX + id)
  } catch {
    // Where nothing may be kept, nothing is.
  }
}

/** All that this tab kept, oldest first; what cannot be read is left out. */
export function readRuns(): SavedRun[] {
  try {
    const texts = Object.keys(sessionStorage).flatMap((key) =>
      key.startsWith(PREFIX) ? [sessionStorage.getItem(key)] : [],
    )
    return texts.flatMap((text) => runOf(text) ?? []).sort((a, b) => a.startedAt - b.startedAt)
  } catch {
    return []
  }
}

export function textOf(run: SavedRun): string {
  const results = [...run.results].map(([id, { status, error, at }]) => [
    id,
    STATUS.indexOf(status),
    at,
    ...(error ? [error.code, error.retryAfter] : []),
  ])
  const { id, actorId, startedAt, endedAt, reason, tellUser, parts, stoppedBy } = run
  return JSON.stringify({
    id,
    actorId,
    startedAt,
    endedAt,
    reason,
    tellUser,
    parts,
    results,
    stoppedBy: stoppedBy && [stoppedBy.code, stoppedBy.retryAfter],
  })
}

/** `undefined` where the text is no run: an older version wrote it, or somebody else. */
export function runOf(text: string | null): SavedRun | undefined {
  try {
    const { id, actorId, startedAt, endedAt, reason, tellUser, parts, results, stoppedBy } = JSON.parse(
      text ?? '',
    ) as Record<string, any>
    if (typeof id !== 'string' || typeof startedAt !== 'number' || !parts.every(isPart) || parts.length === 0)
      return undefined
    return {
      id,
      actorId: typeof actorId === 'string' ? actorId : undefined,
      startedAt,
      endedAt: typeof endedAt === 'number' ? endedAt : undefined,
      reason: typeof reason === 'string' ? reason : undefined,
      tellUser: typeof tellUser === 'boolean' ? tellUser : undefined,
      parts: parts as BulkPart[],
      results: new Map((results as unknown[][]).flatMap(readResult)),
      stoppedBy: Array.isArray(stoppedBy) ? errorOf(stoppedBy[0], stoppedBy[1]) : undefined,
    }
  } catch {
    return undefined
  }
}

function isPart(part: Partial<BulkPart> | null): boolean {
  return typeof part?.key === 'string' && Array.isArray(part.ids) && part.ids.length > 0 && part.ids.every(isSafeUserId)
}

function readResult([userId, status, at, code, retryAfter]: unknown[]): [string, BulkResultOf][] {
  const word = STATUS[status as number]
  if (typeof userId !== 'string' || !word || typeof at !== 'number') return []
  return [[userId, { status: word, at, error: errorOf(code, retryAfter, userId) }]]
}

function errorOf(code: unknown, retryAfter: unknown, userId?: string): AvatarKitError | undefined {
  return errorCodes.includes(code as ErrorCode)
    ? new AvatarKitError(code as ErrorCode, { userId, retryAfter: (retryAfter as number | null) ?? undefined })
    : undefined
}
