import type { ErrorCode } from './errors.ts'

/** Every word the kit shows or announces, in one language. A missing one does not compile. */
export interface Messages {
  removeImage: string
  cancel: string
  close: string
  tryAgain: string
  dismiss: string
  dialogTitle: string
  dialogDescription: (name: string) => string
  /** In the dialog while a pessimistic removal runs. */
  removing: string
  verifying: string
  waiting: string
  removed: string
  notRemoved: string
  noImage: string
  loading: string
  notFound: string
  imageOf: (name: string) => string
  /** What happened and what to do. `seconds` is set where the server said when to try again. */
  errors: Record<ErrorCode, (details: { name: string; seconds?: number }) => string>
}

/** A language: one value in one file. */
export interface Locale {
  /** BCP 47, such as `en` or `pt-BR`. */
  code: string
  direction: 'ltr' | 'rtl'
  messages: Messages
}
