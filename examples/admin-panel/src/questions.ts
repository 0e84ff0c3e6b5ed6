import type { RemovalQuestions, RemovalReason } from 'avatarkit/activity'
import { getJson } from './api.ts'

/** What every removal asks, alone or among many. */
export const questions: RemovalQuestions = {
  note: true,
  tellUser: {
    preview: async (user, reason) => {
      const search = reason === undefined ? '' : `?${new URLSearchParams({ reason })}`
      return (await getJson<{ text: string }>(`/api/panel/letter/${encodeURIComponent(user.id)}${search}`)).text
    },
  },
}

/** The usual reasons, in few letters: while reviewing they are all in sight. */
export const shortReasons: RemovalReason[] = [
  { code: 'nudity', label: 'Nudity' },
  { code: 'violence', label: 'Violence' },
  { code: 'hate', label: 'Hate' },
  { code: 'impersonation', label: 'Impersonation' },
  { code: 'spam', label: 'Spam' },
  { code: 'copyright', label: 'Copyright' },
  { code: 'other', label: 'Other' },
]

/** Reasons that nobody chooses, which the server writes down. */
export const recordedReasons: RemovalReason[] = [{ code: 'replaced', label: 'Another picture was set' }]
