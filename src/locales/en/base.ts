import type { BaseLocale } from '../../core/messages.ts'

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
    imageMayReturn:
      'If the picture comes from another account of theirs, such as Google, it may come back when they next sign in.',
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
    sentence: (title) => `${title}. `,
    errors: {
      unauthenticated: () => 'Your session has ended. Sign in again, then try again.',
      forbidden: () => 'You are not allowed to remove this image. Ask an administrator for the right to do so.',
      'user-not-found': ({ name }) => `${name} no longer exists. The lists are being refreshed.`,
      'rate-limited': (details) =>
        details.seconds === undefined
          ? 'Too many requests. Wait a moment, then try again.'
          : `Too many requests. Try again in ${seconds(details.seconds)}.`,
      'invalid-user-id': () => 'This is not a valid user id. Check the link or the configuration.',
      'invalid-image': () => 'This file is not a picture that can be used. Choose a PNG, JPEG or WebP file.',
      'too-large': () => 'This picture is too large. Choose a smaller one.',
      unavailable: () => 'The identity provider is not available at the moment. Try again shortly.',
      'time-out': () => 'The server took too long to answer. The image is still there; try again.',
      'unknown-outcome': () =>
        'It is not known whether the image was removed. Reload the page to see, then try again if it is still there.',
      superseded: () => 'A later change replaced this one.',
      undone: () => 'The removal was undone.',
      misconfigured: () => 'The server is not set up correctly for this. Tell the people who run this panel.',
      aborted: () => 'The removal was stopped before it was sent.',
      unexpected: () =>
        'Something unexpected went wrong. Try again; if it happens again, tell the people who run this panel.',
    },
  },
}
