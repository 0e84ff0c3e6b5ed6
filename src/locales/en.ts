import type { BaseLocale, BulkMessages, Locale, ReviewMessages, TableMessages, UploadMessages } from '../core/messages.ts'
import { enActivity } from './en/activity.ts'

const number = new Intl.NumberFormat('en')
const seconds = (value: number) => `${number.format(value)} ${value === 1 ? 'second' : 'seconds'}`

/** English, as every panel needs it: each entry brings its own part with it. */
export const enBase: BaseLocale = {
  code: 'en',
  direction: 'ltr',
  messages: {
    removeImage: 'Remove image',
    cancel: 'Cancel',
    close: 'Close',
    tryAgain: 'Try again',
    dismiss: 'Dismiss',
    dialogTitle: 'Remove profile image?',
    dialogDescription: (name) => `${name}’s profile image will be removed and replaced by initials.`,
    imageMayReturn: 'If the picture comes from another account of theirs, such as Google, it may come back when they next sign in.',
    removing: 'Removing the image…',
    uploading: 'Setting the new image…',
    verifying: 'Checking whether the image was removed…',
    waiting: 'Waiting: the image will be removed when the connection is back.',
    removed: 'Profile image removed',
    heldHere: 'The image will be removed in a moment.',
    held: (name) => `${name}’s profile image will be removed`,
    undo: 'Undo',
    undoHint: 'Press F8 to go to the notices and undo it.',
    undone: 'The removal was undone',
    notice: 'Notice',
    noticesLabel: 'Notices ({hotkey})',
    notRemoved: 'The image could not be removed',
    noImage: 'No profile image',
    loading: 'Loading the user…',
    notFound: 'This user no longer exists.',
    imageOf: (name) => `${name}’s profile image`,
    errors: {
      unauthenticated: () => 'Your session has ended. Sign in again, then try again.',
      forbidden: () => 'You are not allowed to remove this image. Ask an administrator for the right to do so.',
      'user-not-found': ({ name }) => `${name} no longer exists. The lists are being refreshed.`,
      'rate-limited': (details) =>
        details.seconds === undefined ? 'Too many requests. Wait a moment, then try again.' : `Too many requests. Try again in ${seconds(details.seconds)}.`,
      'invalid-user-id': () => 'This is not a valid user id. Check the link or the configuration.',
      'invalid-image': () => 'This file is not a picture that can be used. Choose a PNG, JPEG or WebP file.',
      'too-large': () => 'This picture is too large. Choose a smaller one.',
      unavailable: () => 'The identity provider is not available at the moment. Try again shortly.',
      'time-out': () => 'The server took too long to answer. The image is still there; try again.',
      'unknown-outcome': () => 'It is not known whether the image was removed. Reload the page to see, then try again if it is still there.',
      superseded: () => 'A later change replaced this one.',
      undone: () => 'The removal was undone.',
      misconfigured: () => 'The server is not set up correctly for this. Tell the people who run this panel.',
      aborted: () => 'The removal was stopped before it was sent.',
      unexpected: () => 'Something unexpected went wrong. Try again; if it happens again, tell the people who run this panel.',
    },
  },
}

const megabytes = (bytes: number) => new Intl.NumberFormat('en', { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 }).format(bytes / 2 ** 20)
const megapixels = (pixels: number) => `${new Intl.NumberFormat('en', { maximumFractionDigits: 1 }).format(pixels / 1_000_000)} megapixels`

export const enUpload: UploadMessages = {
  replaceImage: 'Replace image',
  addImage: 'Add image',
  dialogTitle: 'Set profile image',
  dialogDescription: (name) => `Choose a picture for ${name}, and the part of it that is shown.`,
  choose: 'Choose a picture',
  chooseAnother: 'Choose another picture',
  chooseHint: ({ bytes }) => `Or drop or paste one. PNG, JPEG, WebP, GIF or AVIF, up to ${megabytes(bytes)}.`,
  drop: 'Drop the picture here',
  reading: 'Opening the picture…',
  section: 'Part of the picture that is shown',
  sectionHint: 'Arrow keys move the picture, + and − zoom, [ and ] turn it, 0 starts over.',
  noEditor: 'The editor could not be loaded. Check your connection, then try again; or set the middle of the picture as it is.',
  zoom: 'Zoom',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  times: (value) => new Intl.NumberFormat('en', { style: 'percent' }).format(value),
  rotation: 'Rotation',
  rotateLeft: 'Turn left',
  rotateRight: 'Turn right',
  degrees: (value) => new Intl.NumberFormat('en', { style: 'unit', unit: 'degree', unitDisplay: 'narrow' }).format(value),
  position: 'Position',
  moveLeft: 'Move left',
  moveRight: 'Move right',
  moveUp: 'Move up',
  moveDown: 'Move down',
  reset: 'Start over',
  preview: 'Preview',
  save: 'Set image',
  faults: {
    empty: () => 'This file is empty. Choose another one.',
    'not-a-picture': () => 'This file is not a picture. Choose a PNG, JPEG, WebP, GIF or AVIF file.',
    svg: () => 'SVG files cannot be used, since they may contain scripts. Choose a PNG, JPEG or WebP file.',
    heic: () => 'HEIC photos cannot be used. Export it as a JPEG, then choose that.',
    damaged: () => 'This picture could not be opened; it may be damaged. Choose another one.',
    'too-many-bytes': ({ bytes }) => `This file is larger than ${megabytes(bytes)}. Choose a smaller one.`,
    'too-many-pixels': ({ pixels }) => `This picture has more than ${megapixels(pixels)}. Choose a smaller one.`,
    'not-encoded': () => 'Your browser could not make the new image. Try again, or choose another picture.',
  },
  replaced: 'Profile image replaced',
  notReplaced: 'The image could not be replaced',
  waiting: 'Waiting: the new image will be set when the connection is back.',
  queued: 'Waiting for an earlier change to end.',
  cancelled: 'The new image was not set',
  adjust: 'Adjust',
  errors: {
    forbidden: () => 'You are not allowed to replace this image. Ask an administrator for the right to do so.',
    'invalid-image': () => 'The server did not accept this picture. Choose another one.',
    'time-out': () => 'The server took too long to answer. Reload the page to see which image is set, then try again.',
    'unknown-outcome': () => 'It is not known whether the image was replaced. Reload the page to see, then try again if it was not.',
    unavailable: () => 'The identity provider is not available at the moment. The old image is still there; try again shortly.',
  },
}

const users = (count: number) => `${number.format(count)} ${count === 1 ? 'user' : 'users'}`

export const enTable: TableMessages = {
  users: 'Users',
  columns: { user: 'User', email: 'E-mail', status: 'Status', lastActive: 'Last active', created: 'Created', actions: 'Actions' },
  search: 'Search users',
  searchPlaceholder: 'Name, username or e-mail',
  filters: 'Filters',
  withImage: 'With image',
  withoutImage: 'Without image',
  changedLately: 'Changed in the last 7 days',
  clearFilters: 'Clear search and filters',
  sortBy: 'Sort by',
  defaultOrder: 'Default order',
  orders: {
    name: 'Name, A to Z',
    '-name': 'Name, Z to A',
    createdAt: 'Oldest first',
    '-createdAt': 'Newest first',
    lastActiveAt: 'Longest inactive first',
    '-lastActiveAt': 'Lately active first',
  },
  active: 'Active',
  banned: 'Banned',
  isNew: 'New',
  never: 'Never',
  selection: 'Selection',
  selectAll: 'Select all on this page',
  selectUser: (name) => `Select ${name}`,
  selected: (count) => `${number.format(count)} selected`,
  clearSelection: 'Clear selection',
  selectionActions: 'Selected users',
  pages: 'Pages',
  page: (page) => `Page ${number.format(page)}`,
  pageOf: (page, count) => `Page ${number.format(page)} of ${number.format(count)}`,
  firstPage: 'First page',
  previousPage: 'Previous page',
  nextPage: 'Next page',
  lastPage: 'Last page',
  rowsPerPage: 'Rows per page',
  range: (from, to, total) => `${number.format(from)}–${number.format(to)} of ${users(total)}`,
  total: users,
  nobody: 'No users yet',
  nobodyHint: 'People appear here as soon as they sign up.',
  nobodyFound: 'Nobody found',
  nobodyFoundHint: 'Try another spelling or fewer filters.',
  notLoaded: 'The users could not be loaded',
  loadingUsers: 'Loading users…',
  others: (count) => `${number.format(count)} ${count === 1 ? 'other' : 'others'}`,
}

const images = (value: number) => `${number.format(value)} ${value === 1 ? 'image' : 'images'}`
const listed = new Intl.ListFormat('en', { type: 'unit' })

export const enBulk: BulkMessages = {
  removeImages: 'Remove images',
  removeCount: (count) => `Remove ${images(count)}`,
  dialogTitle: (count) => `Remove ${number.format(count)} profile ${count === 1 ? 'image' : 'images'}?`,
  dialogDescription: (count) =>
    count === 1
      ? 'The profile image of one user will be removed and replaced by initials. All other users stay untouched.'
      : `The profile images of ${number.format(count)} users will be removed and replaced by initials. All other users stay untouched.`,
  withoutImage: (count) =>
    count === 1 ? 'One of the selected users has no image and is skipped.' : `${number.format(count)} of the selected users have no image and are skipped.`,
  notAllowed: (count) =>
    count === 1 ? 'You may not change one of the selected users, who is skipped.' : `You may not change ${number.format(count)} of the selected users, who are skipped.`,
  imagesMayReturn: 'Pictures that come from another account of theirs, such as Google, may come back when they next sign in.',
  faces: 'Whose images will be removed',
  more: (count) => `+${number.format(count)}`,
  moreSpoken: (count) => `and ${number.format(count)} more`,
  running: (total) => `Removing ${images(total)}`,
  progress: 'Removals that have ended',
  ended: ({ done, failed, notSent }) =>
    listed.format([`${images(done)} removed`, ...(failed > 0 ? [`${number.format(failed)} failed`] : []), ...(notSent > 0 ? [`${number.format(notSent)} not sent`] : [])]),
  soFar: ({ done, failed, total }) => listed.format([`${number.format(done)} of ${images(total)} removed`, ...(failed > 0 ? [`${number.format(failed)} failed`] : [])]),
  done: (count) => `${number.format(count)} removed`,
  failed: (count) => `${number.format(count)} failed`,
  waiting: (count) => `${number.format(count)} waiting`,
  notSent: (count) => `${number.format(count)} not sent`,
  paused: (left) => `The server asked for patience. Going on in ${seconds(left)}.`,
  offline: 'Waiting for the connection.',
  stopping: 'Stopping. What was sent already comes to its end.',
  elsewhere: 'This removal is running in another tab.',
  interrupted: ({ left, total }) => `Interrupted: ${number.format(left)} of ${images(total)} not removed yet`,
  interruptedHint: 'The page was loaded again. Nothing is removed twice if you go on.',
  stop: 'Stop',
  goOn: 'Go on',
  giveUp: 'Give up',
  retryFailed: (count) => `Retry ${number.format(count)} failed`,
  sendRest: (count) => `Remove the other ${number.format(count)}`,
  tryAgainFor: (name) => `Try again: ${name}`,
  downloadReport: 'Download report',
  dismiss: 'Close',
  failures: 'What failed',
  showMore: (count) => `Show ${number.format(count)} more`,
  runs: 'Removals of many images',
  minimise: 'Show less',
  restore: 'Show more',
  reportFile: 'removed-images',
  reportColumns: { id: 'id', name: 'name', email: 'e-mail', outcome: 'outcome', error: 'error', time: 'time' },
  outcomes: { done: 'removed', failed: 'failed', 'not-sent': 'not sent', waiting: 'waiting' },
}

export const enReview: ReviewMessages = {
  review: 'Review',
}

export { enActivity }

/** English, all of it. */
export const en: Locale = { ...enBase, upload: enUpload, table: enTable, bulk: enBulk, review: enReview, activity: enActivity }
