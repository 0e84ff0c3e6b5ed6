import { AvatarKitError, type ErrorCode } from '../core/errors.ts'

/** How a call ended that did not succeed; `status` and `headers` where it was refused before the provider was asked. */
export class Refusal extends Error {
  readonly error: AvatarKitError
  readonly status: number | undefined
  readonly headers: Record<string, string>
  /** Which one of many it is about. */
  readonly about: string | undefined

  constructor(
    error: AvatarKitError | ErrorCode,
    status?: number,
    headers: Record<string, string> = {},
    about?: string,
  ) {
    super('avatarkit: refused')
    this.error = typeof error === 'string' ? new AvatarKitError(error) : error
    this.status = status
    this.headers = headers
    this.about = about
  }
}
