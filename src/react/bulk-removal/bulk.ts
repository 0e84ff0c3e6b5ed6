'use client'

import { createContext, type RefObject, useContext } from 'react'
import { AvatarKitError } from '../../core/errors.ts'
import type { BulkMessages } from '../../core/messages.ts'
import type { AvatarKit } from '../kit.ts'
import type { RemovalAnswers, RemovalQuestions } from '../reason/RemovalQuestions.ts'
import type { BulkRun } from './BulkRun.ts'
import type { BulkSelection } from './selectionOf.ts'

/** What the parts of one bulk removal share. */
export interface Bulk {
  kit: AvatarKit
  words: BulkMessages
  /** What could be removed now. */
  selection: BulkSelection
  /** Whether the trigger is shown at all. */
  allowed: boolean
  /** Whether there is something to remove now. */
  removable: boolean
  /** What the question is about: the selection as it was when it was opened. */
  asked: BulkSelection
  questions: RemovalQuestions | undefined
  open: boolean
  /** Whether the dialog is or ever was open. */
  wasOpen: boolean
  /** `opener` gets the focus back. */
  ask: (opener: HTMLElement) => void
  close: () => void
  confirm: (answers: RemovalAnswers) => void
  restoreFocus: () => void
  rootRef: RefObject<HTMLDivElement | null>
}

export const BulkContext: React.Context<Bulk | undefined> = createContext<Bulk | undefined>(undefined)

/** @throws AvatarKitError `misconfigured` outside a `BulkRemovalRoot` */
export function useBulk(part: string): Bulk {
  const bulk = useContext(BulkContext)
  if (bulk) return bulk
  throw new AvatarKitError('misconfigured', { message: `avatarkit: ${part} must be inside a BulkRemovalRoot.` })
}

/** What the parts of one run share. */
export interface RunOfParts {
  run: BulkRun
  /** Of the heading, which names the run. */
  titleId: string
}

export const RunContext: React.Context<RunOfParts | undefined> = createContext<RunOfParts | undefined>(undefined)

/** @throws AvatarKitError `misconfigured` outside a `BulkRemovalRun` */
export function useRun(part: string): RunOfParts {
  const run = useContext(RunContext)
  if (run) return run
  throw new AvatarKitError('misconfigured', { message: `avatarkit: ${part} must be inside a BulkRemovalRun.` })
}
