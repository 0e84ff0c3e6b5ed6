import type { User } from '../../core/user.ts'
import type { DeleteUserProfileImageVariables } from '../../optimistic/mutations.ts'

/** A reason to choose: a code, or a code with words of the host's own. */
export type RemovalReason =
  | string
  | {
      /** What is sent, and what the records keep. */
      code: string
      /** Default: the words that the language has for the code, else the code. */
      label?: string
      /** What it is and what it is not, in a line. */
      description?: string
      /** It says nothing by itself: where a note is asked for, it must have one. Default: only `other`. */
      needsNote?: boolean
    }

/** What is asked beside yes or no, before an image is removed. */
export interface RemovalQuestions {
  /** Default: nudity, violence, hate, impersonation, spam, copyright, other. An empty list asks for none. */
  reasons?: readonly RemovalReason[]
  /** Nothing is removed without a reason. Default false. */
  requireReason?: boolean
  /** Asks for a note, for the audit only; `maxLength` in characters, default 500, the server's limit is 2,000. Default false. */
  note?: boolean | { required?: boolean; maxLength?: number }
  /** Offers to tell the person. */
  tellUser?: {
    /** What they will read, in the person's own language. Asked again for each reason; what it throws is told as "could not be loaded". */
    preview: (user: User, reason?: string) => string | Promise<string>
    /** Whether it is ticked to begin with. Default false. */
    default?: boolean
  }
}

/** What was answered, as it goes into the mutation's variables. What was not asked or not given is absent. */
export type RemovalAnswers = Omit<DeleteUserProfileImageVariables, 'userId'>

export const defaultReasons: readonly RemovalReason[] = [
  'nudity',
  'violence',
  'hate',
  'impersonation',
  'spam',
  'copyright',
  'other',
]
