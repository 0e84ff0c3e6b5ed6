import { AvatarKitError } from './errors.ts'

/**
 * Runs a call that must end: after `ms` it fails with `time-out`, and when `outer` aborts with `aborted`
 * (before it began) or `unknown-outcome` (after). The call's own signal is aborted in either case; calls
 * that ignore it, as SDKs do, are left behind.
 *
 * @param run is given what makes its signal: to have one costs a server more than all the rest of a call
 */
export function withDeadline<T>(
  ms: number,
  outer: AbortSignal | undefined,
  userId: string | undefined,
  run: (signal: () => AbortSignal) => Promise<T>,
): Promise<T> {
  if (outer?.aborted) return Promise.reject(new AvatarKitError('aborted', { userId }))
  let controller: AbortController | undefined
  let failure: AvatarKitError | undefined
  const signal = () => {
    controller ??= new AbortController()
    if (failure) controller.abort(failure)
    return controller.signal
  }
  return new Promise<T>((resolve, reject) => {
    const fail = (error: AvatarKitError) => {
      finish()
      failure = error
      reject(error)
      controller?.abort(error)
    }
    const onAbort = () =>
      fail(
        new AvatarKitError('unknown-outcome', {
          userId,
          message: 'avatarkit: stopped while the request was under way.',
        }),
      )
    const timer = setTimeout(() => fail(new AvatarKitError('time-out', { userId })), ms)
    const finish = () => {
      clearTimeout(timer)
      outer?.removeEventListener('abort', onAbort)
    }
    outer?.addEventListener('abort', onAbort, { once: true })
    try {
      Promise.resolve(run(signal)).then(
        (value) => {
          finish()
          resolve(value)
        },
        (error: unknown) => {
          finish()
          reject(error)
        },
      )
    } catch (error) {
      // A synchronous throw of the adapter is a rejection like any other.
      finish()
      reject(error)
    }
  })
}

/** Waits; stopped by the signal it fails with `aborted`. */
export function pause(ms: number, signal: AbortSignal | undefined, userId: string | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer)
      reject(new AvatarKitError('aborted', { userId }))
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop)
      resolve()
    }, ms)
    if (signal?.aborted) stop()
    else signal?.addEventListener('abort', stop, { once: true })
  })
}
