import type { TellUser } from 'avatarkit/server'
import type { History } from './History.ts'

/** How each reason is put to the person; a code that is not here is not told. */
const BECAUSE: Record<string, string> = {
  nudity: 'it shows nudity or sexual content',
  violence: 'it shows violence',
  hate: 'it is hateful or harasses others',
  impersonation: 'it makes you look like somebody else',
  spam: 'it advertises something',
  copyright: 'it belongs to somebody else',
}

/** What a person reads whose picture was removed, and whether it can be brought back. */
export function letterTo(firstName: string | null, reason: string | undefined, isKept: boolean): string {
  const because = reason !== undefined && Object.hasOwn(BECAUSE, reason) ? `, because ${BECAUSE[reason]}` : ''
  const again = isKept ? 'tell us within 7 days and we can bring it back' : 'tell us and we will look at it again'
  return [
    `Hello${firstName ? ` ${firstName}` : ''},`,
    `we have removed your profile image${because}. Your initials are shown in its place.`,
    `You can set another one at any time. If this was a mistake, ${again}.`,
    'The Harbour team',
  ].join('\n')
}

/** A mailbox that sends nothing: it says what it would send, without the words, and the history remembers. */
export function mailbox(history: History, isKept: boolean): (told: TellUser) => void {
  return ({ user, reason }) => {
    console.log(`mailbox · would send ${letterTo(user.firstName, reason, isKept).length} characters to ${user.id}`)
    history.markTold(user.id)
  }
}
