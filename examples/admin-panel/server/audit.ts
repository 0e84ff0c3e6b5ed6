import type { OnEvent } from 'avatarkit/server'

/** One line for each change and each odd reply: who, whom, how it ended. A real panel would keep them. */
export const audit: OnEvent = ({ type, at, actorId, userId, code, alarm }) => {
  if (type === 'denied') return
  console.log([new Date(at).toISOString(), type, userId, `by ${actorId}`, code, alarm].filter(Boolean).join(' · '))
}
