'use client'

import { Slot } from 'radix-ui'
import {
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  forwardRef,
  type RefAttributes,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { RemovalQuestions } from '../reason/RemovalQuestions.ts'
import { composeRefs } from '../user-avatar-manager/composeRefs.ts'
import { focusFirst, openersOf, successorsOf } from '../user-avatar-manager/focus.ts'
import type { BulkRun } from './BulkRun.ts'
import { type Bulk, BulkContext } from './bulk.ts'
import { nothing, selectionOf } from './selectionOf.ts'
import { MAX_PER_CALL, type StartBulkOptions, useBulkRuns } from './useBulkRemovals.ts'
import { useSelection } from './useSelection.ts'

export interface BulkRemovalRootProps
  extends Pick<StartBulkOptions, 'maxPerCall' | 'resumable' | 'onEnded'>,
    Omit<ComponentPropsWithoutRef<'div'>, 'onEnded'> {
  /** The selected users, of any common shape. Each counts once; those without an image are skipped. */
  users: readonly object[]
  /** Nothing can be removed. */
  disabled?: boolean
  /** What the dialog asks beside yes or no. Default: nothing. A dialog asks in any case. */
  confirm?: RemovalQuestions
  /** The dialog, where the host controls it. */
  open?: boolean
  onOpenChange?: (open: boolean) => void
  /** Told at the confirm, such as to clear the selection. */
  onStarted?: (run: BulkRun) => void
  asChild?: boolean
}

/** The question as it was last asked; changes at once, so that neither a double click nor a closing dialog counts twice. */
interface Question {
  open: boolean
  openers: HTMLElement[]
  successors: HTMLElement[]
}

/**
 * Holds what the parts of a bulk removal share. The selection is frozen when the question is opened: what is
 * filtered, paged or refetched meanwhile does not change whom it is about. Renders a `<div>`.
 *
 * @throws AvatarKitError `misconfigured` without a provider, or where one of `users` has no id
 */
export const BulkRemovalRoot: ForwardRefExoticComponent<BulkRemovalRootProps & RefAttributes<HTMLDivElement>> =
  forwardRef<HTMLDivElement, BulkRemovalRootProps>(function BulkRemovalRoot(
    {
      users,
      disabled = false,
      confirm: questions,
      open: given,
      onOpenChange,
      onStarted,
      onEnded,
      maxPerCall = MAX_PER_CALL,
      resumable = true,
      asChild,
      ...props
    },
    ref,
  ) {
    const { kit, words, runs } = useBulkRuns()
    const selection = useSelection(kit, runs, users)
    const rootRef = useRef<HTMLDivElement>(null)
    const question = useRef<Question>({ open: false, openers: [], successors: [] })
    const [local, setLocal] = useState(false)
    const open = given ?? local
    const [asked, setAsked] = useState({ open: false, ever: false, selection: nothing })
    if (open !== asked.open) setAsked({ open, ever: true, selection: open ? selection : asked.selection })
    const bothRefs = useMemo(() => composeRefs(rootRef, ref), [ref])

    const setOpen = (next: boolean) => {
      question.current.open = next
      setLocal(next)
      onOpenChange?.(next)
    }
    const allowed = users.length === 0 || selection.users.length > 0 || selection.withoutImage > 0
    const bulk: Bulk = {
      kit,
      words,
      selection,
      allowed,
      removable: !disabled && selection.users.length > 0,
      asked: asked.selection,
      questions,
      open,
      wasOpen: asked.ever,
      ask: (opener) => {
        // The newest, whatever has been rendered.
        if (disabled || selectionOf(kit, users, (user) => runs.isGone(user)).users.length === 0) return
        question.current = { open: true, openers: openersOf(opener), successors: successorsOf(opener) }
        setOpen(true)
      },
      close: () => setOpen(false),
      confirm: (answers) => {
        if (!question.current.open && given === undefined) return
        setOpen(false)
        const run = runs.start(kit, words, asked.selection.users, { ...answers, maxPerCall, resumable, onEnded })
        if (run) onStarted?.(run)
      },
      restoreFocus: () => {
        const { openers, successors } = question.current
        const trigger = rootRef.current?.querySelector<HTMLElement>('[data-slot="bulk-removal-trigger"]')
        focusFirst([...openers, trigger, rootRef.current, ...successors])
      },
      rootRef,
    }
    const Element = asChild ? Slot.Root : 'div'
    return (
      <BulkContext.Provider value={bulk}>
        <Element data-slot="bulk-removal" lang={kit.locale.code} {...props} ref={bothRefs} />
      </BulkContext.Provider>
    )
  })
