import type { UserOrder } from './adapter.ts'
import type { BulkMessages } from './bulkMessages.ts'
import type { ErrorCode } from './errors.ts'
import type { ImageFileFault } from './imageFile.ts'
import type { ReviewMessages } from './reviewMessages.ts'

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
  /** A title as a sentence that another follows: with its full stop, and the space after it where the language has one. */
  sentence: (title: string) => string
  /** What happened and what to do. `seconds` is set where the server said when to try again. */
  errors: Record<ErrorCode, (details: { name: string; seconds?: number }) => string>
}

/** Words of `avatarkit/upload`. */
export interface UploadMessages {
  replaceImage: string
  /** In its place where there is no image yet. */
  addImage: string
  dialogTitle: string
  dialogDescription: (name: string) => string
  choose: string
  chooseAnother: string
  /** What may be chosen, and that it may be dropped or pasted. `bytes` is the most. */
  chooseHint: (limits: { bytes: number }) => string
  /** While a file is held over the dialog. */
  drop: string
  reading: string
  /** Names the part of the picture that is moved about, and says how. */
  section: string
  sectionHint: string
  /** The editor's code did not arrive. */
  noEditor: string
  zoom: string
  zoomIn: string
  zoomOut: string
  /** How far one is in: 1 is all of it. */
  times: (value: number) => string
  rotation: string
  rotateLeft: string
  rotateRight: string
  degrees: (value: number) => string
  position: string
  moveLeft: string
  moveRight: string
  moveUp: string
  moveDown: string
  reset: string
  preview: string
  save: string
  /** Why a chosen file cannot be used, and what to do. */
  faults: Record<ImageFileFault | 'not-encoded', (limits: { bytes: number; pixels: number }) => string>
  replaced: string
  notReplaced: string
  /** Offline. */
  waiting: string
  /** Behind an earlier change. */
  queued: string
  cancelled: string
  /** Opens the dialog again, with what was chosen. */
  adjust: string
  /** Where they differ from those of a removal. */
  errors: Partial<Record<ErrorCode, (details: { name: string; seconds?: number }) => string>>
}

/** Words of `avatarkit/table`. */
export interface TableMessages {
  /** Names the table. */
  users: string
  columns: { user: string; email: string; status: string; lastActive: string; created: string; actions: string }
  search: string
  searchPlaceholder: string
  /** Names the group of filters. */
  filters: string
  withImage: string
  withoutImage: string
  changedLately: string
  clearFilters: string
  sortBy: string
  /** The provider's own order. */
  defaultOrder: string
  orders: Record<UserOrder, string>
  active: string
  banned: string
  /** Of somebody who signed up lately. */
  isNew: string
  /** Of somebody who never was active. */
  never: string
  /** Heading of the column of checkboxes. */
  selection: string
  selectAll: string
  selectUser: (name: string) => string
  selected: (count: number) => string
  clearSelection: string
  /** Names the group of what can be done with those who are selected. */
  selectionActions: string
  /** Names the pager. */
  pages: string
  page: (page: number) => string
  pageOf: (page: number, count: number) => string
  firstPage: string
  previousPage: string
  nextPage: string
  lastPage: string
  rowsPerPage: string
  /** Which of how many are shown. Also announced. */
  range: (from: number, to: number, total: number) => string
  total: (count: number) => string
  nobody: string
  nobodyHint: string
  nobodyFound: string
  nobodyFoundHint: string
  notLoaded: string
  loadingUsers: string
  /** More people than there is room for: the last entry of a list of names. */
  others: (count: number) => string
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
  activity: string
  /** What was done, and by whom. */
  did: Record<'removed' | 'set' | 'restored', (by: string) => string>
  today: string
  yesterday: string
  told: string
  activityLoading: string
  activityNotLoaded: string
  noActivity: string
  noActivityOfUser: string
  showMore: string
  loadingMore: string
  shown: (count: { shown: number; total: number }) => string
  /** Name of the button on a picture that is covered; what is written on it must be in its name, for those who speak to it. */
  showPicture: (name: string) => string
  hidePicture: (name: string) => string
  show: string
  hide: string
  pictureGone: string
  removedImages: string
  /** That what is kept is personal data, and for how long it is. */
  keptNotice: string
  keptUntil: (date: string) => string
  left: (time: { value: number; unit: 'day' | 'hour' | 'minute' }) => string
  noRemovedImages: string
  removedImagesLoading: string
  removedImagesNotLoaded: string
  restore: string
  restoring: string
  restoreWaiting: string
  restored: (name: string) => string
  /** In the row itself. */
  imageRestored: string
  removeAgain: string
  notRestored: string
  /** Where the words for a removal would say the wrong thing. */
  restoreErrors: Partial<Messages['errors']>
  readErrors: Partial<Messages['errors']>
}

export type { BulkMessages } from './bulkMessages.ts'
export type { ReviewMessages } from './reviewMessages.ts'

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
