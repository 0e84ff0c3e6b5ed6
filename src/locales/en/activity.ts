import type { ActivityMessages } from '../../core/messages.ts'

const number = new Intl.NumberFormat('en')
const characters = (value: number) => `${number.format(value)} ${value === 1 ? 'character' : 'characters'}`

/** Words of `avatarkit/activity`. In a module of its own: what a dialog loads later brings its words with it. */
export const enActivity: ActivityMessages = {
  reasons: {
    nudity: 'Nudity or sexual content',
    violence: 'Violence or gore',
    hate: 'Hate or harassment',
    impersonation: 'Impersonation',
    spam: 'Spam or advertising',
    copyright: 'Copyright',
    other: 'Something else',
  },
  reason: 'Reason',
  noReason: 'No reason',
  chooseReason: 'Choose a reason',
  reasonMissing: 'Choose a reason.',
  note: 'Note',
  optional: (label) => `${label} (optional)`,
  noteHint: 'For the records. The user does not see it.',
  noteMissing: 'Write a note.',
  noteMissingFor: (reason) => `“${reason}” needs a note that says what it is.`,
  noteCount: ({ used, max }) => `${number.format(used)} of ${number.format(max)} characters`,
  noteTooLong: ({ over, max }) => `A note has at most ${characters(max)}. Take out ${characters(over)}.`,
  tellUser: ({ users }) => (users === 1 ? 'Tell the user' : `Tell the ${number.format(users)} users`),
  preview: (name) => `What ${name} will read`,
  previewExample: (name) => `For example, what ${name} will read`,
  previewLoading: 'Loading the preview…',
  previewFailed: 'The preview could not be loaded. The choice holds all the same.',
  activity: 'Activity',
  did: {
    removed: (by) => `Image removed by ${by}`,
    set: (by) => `Image set by ${by}`,
    restored: (by) => `Image restored by ${by}`,
  },
  today: 'Today',
  yesterday: 'Yesterday',
  told: 'The user was told',
  activityLoading: 'Loading the activity…',
  activityNotLoaded: 'The activity could not be loaded',
  noActivity: 'Nothing has been done yet.',
  noActivityOfUser: 'Nothing has been done to this user’s image yet.',
  showMore: 'Show more',
  loadingMore: 'Loading more…',
  shown: ({ shown, total }) => `${number.format(shown)} of ${number.format(total)} shown`,
  showPicture: (name) => `Show the removed picture of ${name}`,
  hidePicture: (name) => `Hide the removed picture of ${name}`,
  show: 'Show',
  hide: 'Hide',
  pictureGone: 'Not kept',
  removedImages: 'Recently removed',
  keptNotice:
    'Removed pictures are personal data. They are kept only so that a mistake can be mended, each until the time beside it, and are then deleted for good.',
  keptUntil: (date) => `Kept until ${date}`,
  left: ({ value, unit }) =>
    `${new Intl.NumberFormat('en', { style: 'unit', unit, unitDisplay: 'long' }).format(value)} left`,
  noRemovedImages: 'No removed pictures are kept at the moment.',
  removedImagesLoading: 'Loading the removed pictures…',
  removedImagesNotLoaded: 'The removed pictures could not be loaded',
  restore: 'Restore image',
  restoring: 'Restoring the image…',
  restoreWaiting: 'Waiting: the image will be restored when the connection is back.',
  restored: (name) => `${name}’s profile image is back`,
  notRestored: 'The image could not be restored',
  restoreErrors: {
    forbidden: () => 'You are not allowed to restore this image. Ask an administrator for the right to do so.',
    'user-not-found': () => 'The picture is no longer kept, or its user no longer exists. The list is being refreshed.',
    'time-out': () =>
      'The server took too long to answer. Reload the page to see whether the image is back, then try again if it is not.',
    'unknown-outcome': () =>
      'It is not known whether the image was restored. Reload the page to see, then try again if it was not.',
    undone: () => 'The image was not restored.',
    aborted: () => 'The image was not restored.',
  },
  readErrors: {
    forbidden: () => 'You are not allowed to see it. Ask an administrator for the right to do so.',
    'user-not-found': () => 'This user no longer exists.',
    'time-out': () => 'The server took too long to answer. Try again.',
    unavailable: () => 'The server is not available at the moment. Try again shortly.',
  },
}
