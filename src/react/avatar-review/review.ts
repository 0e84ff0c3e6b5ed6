'use client'

import { createContext, type ReactNode, useContext } from 'react'
import { AvatarKitError } from '../../core/errors.ts'
import type { ReviewMessages } from '../../core/messages.ts'
import type { User } from '../../core/user.ts'
import type { AvatarKit } from '../kit.ts'
import type { Reason } from '../reason/checkAnswers.ts'
import type { ReviewPreferences } from './preferences.ts'
import type { ReviewItem, ReviewState } from './ReviewQueue.ts'
import type { ReviewSession } from './ReviewSession.ts'
import type { ReviewKeys } from './reviewKeys.ts'
import type { ReviewSource } from './useReviewSource.ts'

/** What the parts of one review share. */
export interface Review {
  kit: AvatarKit
  words: ReviewMessages
  session: ReviewSession
  state: ReviewState
  page: readonly ReviewItem[]
  current: ReviewItem | undefined
  source: ReviewSource
  /** Nothing is left to decide, and nothing more comes. */
  finished: boolean
  keys: ReviewKeys
  /** Whether single keys decide now. */
  keysOn: boolean
  /** Whether they could: the host may have switched them off for good. */
  keysPossible: boolean
  preferences: ReviewPreferences
  setPreferences: (change: Partial<ReviewPreferences>) => void
  /** The one picture that was uncovered without holding a key or the pointer. */
  revealed: ReviewItem | undefined
  setRevealed: (item: ReviewItem | undefined) => void
  /** Every picture is shown as it is. */
  revealAll: boolean
  setRevealAll: (revealed: boolean) => void
  reasons: readonly Reason[]
  /** Code of the chosen one. */
  reason: string | undefined
  setReason: (code: string | undefined) => void
  /** There is a dialog to enlarge pictures in. */
  enlargeable: boolean
  registerDialog: () => () => void
  enlarged: boolean
  setEnlarged: (open: boolean) => void
  /** The host's own beside a person. */
  context: ((user: User) => ReactNode) | undefined
}

export const ReviewContext: React.Context<Review | undefined> = createContext<Review | undefined>(undefined)

/** @throws AvatarKitError `misconfigured` outside an `AvatarReviewRoot` */
export function useReview(part: string): Review {
  const review = useContext(ReviewContext)
  if (review) return review
  throw new AvatarKitError('misconfigured', { message: `avatarkit: ${part} must be inside an AvatarReviewRoot.` })
}
