import type { CallContext } from '../../core/adapter.ts'
import { withDeadline } from '../../core/deadline.ts'
import { isAvatarKitError } from '../../core/errors.ts'
import type { Bag } from '../../core/toUser.ts'
import type { SupabaseAdapterOptions, SupabaseClientLike } from '../supabase.ts'
import {
  asked,
  bagOf,
  LIST_LIMIT,
  misconfigured,
  objectUnknown,
  picturesOf,
  type Reply,
  refuseAborted,
  storageError,
} from './replies.ts'

/** Removes what is in the bucket of one user's. */
export function objectsOf(
  storage: SupabaseClientLike['storage'],
  bucket: string,
  options: SupabaseAdapterOptions,
  read: (userId: string) => Promise<Bag>,
): (userId: string, context: CallContext | undefined) => Promise<void> {
  const { pathOf, policy } = options
  const objects = storage.from(bucket)
  const left = (userId: string, path: string) => {
    if (options.onObjectLeft) return options.onObjectLeft({ userId, bucket, path })
    console.warn(
      `avatarkit: ${JSON.stringify(path)} in the bucket ${bucket} is not in the folder of ${userId}, and stays. Say in \`pathOf\` where the pictures are.`,
    )
  }
  let found = false
  const places = async (userId: string): Promise<readonly string[]> => {
    if (pathOf) {
      const given = [await pathOf(userId)].flat()
      // One wrong folder would be everybody's.
      if (given.every((path) => isPath(path) && (!path.endsWith('/') || path.split('/').includes(userId)))) return given
      throw misconfigured(
        '`pathOf` gave what is no path, or a folder that does not bear the user’s id. Nothing was removed.',
        userId,
      )
    }
    const named = picturesOf(await read(userId)).flatMap((address) => pathIn(bucket, address) ?? [])
    const isOwn = (path: string) => isPath(path) && path.startsWith(`${userId}/`) && !path.endsWith('/')
    for (const path of named) if (!isOwn(path)) left(userId, path)
    return named.filter(isOwn)
  }

  const listed = async (call: () => Reply, userId: string, signal: AbortSignal): Promise<Bag[]> => {
    refuseAborted(signal, userId)
    const data = await asked(call, storageError, userId)
    if (Array.isArray(data)) return data.map(bagOf)
    throw objectUnknown(data, userId)
  }

  /** The files that are in the folder itself: a folder in it has no id, and stays. */
  const emptyFolder = async (folder: string, userId: string, signal: AbortSignal) => {
    for (let more = true; more; ) {
      const entries = await listed(() => objects.list(folder.slice(0, -1), { limit: LIST_LIMIT }), userId, signal)
      const files = entries.flatMap(({ id, name }) =>
        typeof id === 'string' && typeof name === 'string' ? [folder + name] : [],
      )
      if (files.length > 0) await listed(() => objects.remove(files), userId, signal)
      more = files.length > 0 && entries.length >= LIST_LIMIT
    }
  }

  const removeAll = async (userId: string, signal: AbortSignal) => {
    // From a bucket that is not there Storage removes nothing, and does not say so.
    if (!found) await asked(() => storage.getBucket(bucket), storageError, userId)
    found = true
    for (const place of await places(userId))
      await (place.endsWith('/')
        ? emptyFolder(place, userId, signal)
        : listed(() => objects.remove([place]), userId, signal))
  }

  // Ends before the guard's time-out: that one asks for the user, who may have lost the attribute long ago.
  const ms = (policy?.deadlineMs ?? 10_000) / 3
  return (userId: string, context: CallContext | undefined) =>
    withDeadline(ms, context?.signal, userId, (signal) => removeAll(userId, signal())).catch((error: unknown) => {
      throw isAvatarKitError(error) && error.code !== 'time-out' ? error : objectUnknown(error, userId)
    })
}

/** The path of an object in the bucket, by its address in Storage or by itself; `undefined` for a picture that is elsewhere. */
function pathIn(bucket: string, address: string): string | undefined {
  if (!/^(?:[a-z][a-z\d+.-]*:|\/)/i.test(address)) return address
  try {
    const [, path = ''] =
      /\/(?:object|render\/image)\/(?:public|sign|authenticated)\/(.+)$/.exec(new URL(address).pathname) ?? []
    const decoded = decodeURIComponent(path)
    return decoded.startsWith(`${bucket}/`) ? decoded.slice(bucket.length + 1) : undefined
  } catch {
    return undefined
  }
}

/** No part of it is empty or a dot segment; it may end in `/`. */
const isPath = (path: unknown): path is string =>
  typeof path === 'string' && !/(?:^|\/)\.{0,2}(?:\/|$)/.test(path.replace(/\/$/, ''))
