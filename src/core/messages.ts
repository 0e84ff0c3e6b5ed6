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
  /** In the dialog, where the provider may take the picture anew from elsewhere. */
  imageMayReturn: string
  /** In the dialog while a pessimistic removal runs. */
  removing: string
  /** While another image is being set. */
  uploading: string
  verifying: string
  waiting: string
  removed: string
  /** A removal that can still be undone: beside the image, and in a notice with "Undo". */
  heldHere: string
  held: (name: string) => string
  undo: string
  /** For screen readers: how to undo without finding the button. */
  undoHint: string
  undone: string
  /** Spoken before each notice. */
  notice: string
  /** Name of the place where notices are; `{hotkey}` becomes the key that goes there. */
  noticesLabel: string
  notRemoved: string
  noImage: string
  loading: string
  notFound: string
  imageOf: (name: string) => string
  /** What happened and what to do. `seconds` is set where the server said when to try again. */
  errors: Record<ErrorCode, (details: { name: string; seconds?: number }) => string>
}

/** Words of `avatarkit/upload`. */
export interface UploadMessages {
  replaceImage: string
}

/** Words of `avatarkit/table`. */
export interface TableMessages {
  users: string
}

/** Words of `avatarkit/bulk`. */
export interface BulkMessages {
  removeImages: string
}

/** Words of `avatarkit/review`. */
export interface ReviewMessages {
  review: string
}

/** Words of `avatarkit/activity`, and of reasons in the dialogs. */
export interface ActivityMessages {
  /** Codes of reasons as people read them. A code that is not here is shown as it is. */
  reasons: Record<string, string>
  reason: string
  /** Choosing none, where a reason is not required. */
  noReason: string
  /** In place of a choice, where the reasons are in a menu. */
  chooseReason: string
  reasonMissing: string
  note: string
  /** The label of a field that may stay empty. */
  optional: (label: string) => string
  noteHint: string
  noteMissing: string
  /** Of a reason that says nothing by itself. */
  noteMissingFor: (reason: string) => string
  noteCount: (count: { used: number; max: number }) => string
  noteTooLong: (count: { over: number; max: number }) => string
  /** `users`: how many there are to tell. */
  tellUser: (count: { users: number }) => string
  preview: (name: string) => string
  /** Of one of several. */
  previewExample: (name: string) => string
  previewLoading: string
  previewFailed: string
}

/** The parts of a language that belong to entries of their own, and come into a bundle with them. */
export interface LocaleParts {
  upload: UploadMessages
  table: TableMessages
  bulk: BulkMessages
  review: ReviewMessages
  activity: ActivityMessages
}

/** What every panel needs of a language. */
export interface BaseLocale {
  /** BCP 47, such as `en` or `pt-BR`. */
  code: string
  direction: 'ltr' | 'rtl'
  messages: Messages
}

/** A language: one value in one file. */
export interface Locale extends BaseLocale, LocaleParts {}
