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
}
