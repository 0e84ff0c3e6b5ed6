import type { BulkMessages } from '../../core/messages.ts'

const number = new Intl.NumberFormat('en')
const seconds = (value: number) => `${number.format(value)} ${value === 1 ? 'second' : 'seconds'}`
const images = (value: number) => `${number.format(value)} ${value === 1 ? 'image' : 'images'}`
const listed = new Intl.ListFormat('en', { type: 'unit' })

/** Words of `avatarkit/bulk`. */
export const enBulk: BulkMessages = {
  removeImages: 'Remove images',
  removeCount: (count) => `Remove ${images(count)}`,
  dialogTitle: (count) => `Remove ${number.format(count)} profile ${count === 1 ? 'image' : 'images'}?`,
  dialogDescription: (count) =>
    count === 1
      ? 'The profile image of one user will be removed and replaced by initials. All other users stay untouched.'
      : `The profile images of ${number.format(count)} users will be removed and replaced by initials. All other users stay untouched.`,
  withoutImage: (count) =>
    count === 1
      ? 'One of the selected users has no image and is skipped.'
      : `${number.format(count)} of the selected users have no image and are skipped.`,
  notAllowed: (count) =>
    count === 1
      ? 'You may not change one of the selected users, who is skipped.'
      : `You may not change ${number.format(count)} of the selected users, who are skipped.`,
  imagesMayReturn:
    'Pictures that come from another account of theirs, such as Google, may come back when they next sign in.',
  faces: 'Whose images will be removed',
  more: (count) => `+${number.format(count)}`,
  moreSpoken: (count) => `and ${number.format(count)} more`,
  running: (total) => `Removing ${images(total)}`,
  progress: 'Removals that have ended',
  ended: ({ done, failed, notSent }) =>
    listed.format([
      `${images(done)} removed`,
      ...(failed > 0 ? [`${number.format(failed)} failed`] : []),
      ...(notSent > 0 ? [`${number.format(notSent)} not sent`] : []),
    ]),
  soFar: ({ done, failed, total }) =>
    listed.format([
      `${number.format(done)} of ${images(total)} removed`,
      ...(failed > 0 ? [`${number.format(failed)} failed`] : []),
    ]),
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
  downloadJson: 'Download as JSON',
  dismiss: 'Close',
  failures: 'What failed',
  showMore: (count) => `Show ${number.format(count)} more`,
  runs: 'Image removals',
  minimise: 'Show less',
  restore: 'Show more',
  reportFile: 'removed-images',
  reportColumns: { id: 'id', name: 'name', email: 'e-mail', outcome: 'outcome', error: 'error', time: 'time' },
  outcomes: { done: 'removed', failed: 'failed', 'not-sent': 'not sent', waiting: 'waiting' },
}
