'use client'

import { onlineManager } from '@tanstack/react-query'
import { Slot } from 'radix-ui'
import {
  type ComponentPropsWithoutRef,
  type FocusEvent,
  type ForwardRefExoticComponent,
  forwardRef,
  type ReactNode,
  type RefAttributes,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import type { User } from '../../core/user.ts'
import { enActivity } from '../../locales/en/activity.ts'
import { enReview } from '../../locales/en/review.ts'
import { useAvatarKit, useWords } from '../kit.ts'
import { reasonsOf } from '../reason/checkAnswers.ts'
import type { RemovalReason } from '../reason/RemovalQuestions.ts'
import { composeRefs } from '../user-avatar-manager/composeRefs.ts'
import { moveFocus } from './moveFocus.ts'
import type { ReviewPreferences } from './preferences.ts'
import { pageOf, type ReviewItem } from './ReviewQueue.ts'
import { type ReviewDecided, ReviewSession } from './ReviewSession.ts'
import { type Review, ReviewContext } from './review.ts'
import { defaultReviewKeys, type ReviewKeys } from './reviewKeys.ts'
import { usePreferences } from './usePreferences.ts'
import { usePreload } from './usePreload.ts'
import { type ReviewSourceOptions, useReviewSource } from './useReviewSource.ts'

export interface AvatarReviewRootProps
  extends ReviewSourceOptions,
    Omit<ComponentPropsWithoutRef<'section'>, keyof ReviewSourceOptions> {
  /** How many pictures are on a page, 1 to 100. Read once. Default 24. */
  pageSize?: number
  /** Told of each decision, each one that is undone, and each removal that failed. */
  onDecision?: (decided: ReviewDecided) => void
  /** Single keys that differ from the usual ones; `false` for none at all. They are heard while the grid or the dialog has the focus. */
  keys?: Partial<ReviewKeys> | false
  /** Reasons to choose from before removing, the first nine by digits too. Default: none. */
  reasons?: readonly RemovalReason[]
  /** The host's own beside a person, such as their reports. */
  context?: (user: User) => ReactNode
  /** For how long a removal is shown and not sent, in milliseconds. Default: the provider's `undoMs`. */
  undoMs?: number
  /** Where preferences are kept in `localStorage`; `false` for nowhere. Default `avatarkit-review`. */
  storageKey?: string | false
  /** Preferences of who has chosen none. Default: strong blur, grey, single keys. */
  defaultPreferences?: Partial<ReviewPreferences>
  asChild?: boolean
}

const noReasons: readonly RemovalReason[] = []

/**
 * Looks through users' pictures; the parts inside show them and what is decided. Renders a `<section>`, or nothing
 * where there are neither `users` nor an adapter with `getUserList`.
 *
 * @throws AvatarKitError `misconfigured` without a provider
 */
export const AvatarReviewRoot: ForwardRefExoticComponent<AvatarReviewRootProps & RefAttributes<HTMLElement>> =
  forwardRef<HTMLElement, AvatarReviewRootProps>(function AvatarReviewRoot(
    {
      orderBy,
      changedSince,
      users,
      moreCount,
      onNeedMore,
      pageSize = 24,
      onDecision,
      keys,
      reasons = noReasons,
      context,
      undoMs,
      storageKey = 'avatarkit-review',
      defaultPreferences,
      asChild,
      ...props
    },
    ref,
  ) {
    const provided = useAvatarKit()
    const kit = useMemo(() => (undoMs === undefined ? provided : { ...provided, undoMs }), [provided, undoMs])
    const words = useWords('review', enReview)
    const activity = useWords('activity', enActivity)
    const [reason, setReason] = useState<string>()
    const now = { kit, words, onDecision, reason }
    const [session] = useState(
      () =>
        new ReviewSession(
          pageSize,
          users?.map((user) => kit.fields.toUser(user)),
          now,
        ),
    )
    useEffect(() => {
      session.update({ kit, words, onDecision, reason })
    })
    const { queue, removals } = session
    const state = useSyncExternalStore(queue.subscribe, queue.get, queue.get)
    const source = useReviewSource(kit, session, state, { orderBy, changedSince, users, moreCount, onNeedMore })
    const [preferences, setPreferences] = usePreferences(storageKey, defaultPreferences)
    const [revealed, setRevealed] = useState<ReviewItem>()
    const [revealAll, setRevealAll] = useState(false)
    const [enlarged, setEnlarged] = useState(false)
    const [dialogs, setDialogs] = useState(0)
    const registerDialog = useCallback(() => {
      setDialogs((count) => count + 1)
      return () => setDialogs((count) => count - 1)
    }, [])
    const page = useMemo(() => pageOf(state, pageSize), [state, pageSize])
    const next = useMemo(
      () => pageOf({ items: state.items, start: state.start + pageSize }, pageSize),
      [state.items, state.start, pageSize],
    )
    usePreload(next, kit.allowHttpImages)
    // A picture that was left or decided is covered again.
    const current = page.find(({ key }) => key === state.currentKey)
    if (revealed && (revealed.key !== current?.key || revealed.decision !== current.decision)) setRevealed(undefined)

    useEffect(() => {
      const update = () => removals.setOnline(onlineManager.isOnline())
      update()
      return onlineManager.subscribe(update)
    }, [removals])
    useEffect(() => () => session.end(), [session])
    const root = useRef<HTMLElement>(null)
    const inside = useRef(false)
    useEffect(() => {
      if (root.current) moveFocus(root.current, session, inside.current)
    })

    const review: Review = {
      kit,
      words,
      session,
      state,
      page,
      current,
      source,
      finished: source.done && state.items.every(({ decision }) => decision),
      keys: useMemo(() => ({ ...defaultReviewKeys, ...(keys || undefined) }), [keys]),
      keysOn: keys !== false && preferences.singleKeys,
      keysPossible: keys !== false,
      preferences,
      setPreferences,
      revealed,
      setRevealed,
      revealAll,
      setRevealAll,
      reasons: useMemo(() => reasonsOf(reasons, activity), [reasons, activity]),
      reason,
      setReason,
      enlargeable: dialogs > 0,
      registerDialog,
      enlarged,
      setEnlarged,
      context,
    }
    const bothRefs = useMemo(() => composeRefs(root, ref), [ref])
    if (!users && !kit.adapter.getUserList) return null
    const Element = asChild ? Slot.Root : 'section'
    return (
      <ReviewContext.Provider value={review}>
        <Element
          data-slot="avatar-review"
          aria-label={words.label}
          lang={kit.locale.code}
          {...props}
          onFocus={(event: FocusEvent<HTMLElement>) => {
            props.onFocus?.(event)
            // React tells of what the host has opened elsewhere, too.
            if (event.currentTarget.contains(event.target)) inside.current = true
          }}
          onBlur={(event: FocusEvent<HTMLElement>) => {
            props.onBlur?.(event)
            // Without a successor what had the focus may have gone.
            if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) inside.current = false
          }}
          ref={bothRefs}
        />
      </ReviewContext.Provider>
    )
  })
