import type { OnEvent } from 'avatarkit/server'

/** One line for each change and each odd reply: who, whom, why, how it ended. A real panel would keep them. */
export const audit: OnEvent = ({ type, at, actorId, userId, reason, code, alarm, counts, repeated }) => {
  if (type === 'denied') return
  const ended = counts && `${counts.done} removed, ${counts.failed} failed, ${counts['not-sent']} not sent`
  const facts = [
    new Date(at).toISOString(),
    type,
    userId,
    actorId && `by ${actorId}`,
    reason && `because of ${reason}`,
    ended,
    code,
    alarm,
    repeated && 'sent before',
  ]
  console.log(facts.filter(Boolean).join(' · '))
}
