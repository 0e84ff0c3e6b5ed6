import { newKey } from '../core/wire.ts'

/** Whether files can have addresses. jsdom has no `URL.createObjectURL`. */
export const hasObjectUrls = (): boolean => typeof URL.createObjectURL === 'function'

/** An address for a file, which `revokeObjectUrl` lets go of; leads nowhere if the environment has none. */
export const createObjectUrl = (file: Blob): string =>
  hasObjectUrls() ? URL.createObjectURL(file) : `blob:${newKey()}`

export const revokeObjectUrl = (url: string): void => URL.revokeObjectURL?.(url)
