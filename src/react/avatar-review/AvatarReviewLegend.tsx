'use client'

import {
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  forwardRef,
  type ReactElement,
  type RefAttributes,
} from 'react'
import { nameOfKey } from './ReviewButtons.tsx'
import { useReview } from './review.ts'
import { reviewCommands } from './reviewKeys.ts'

export interface AvatarReviewLegendProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {}

/** Which key does what, and the switch that turns single keys off. Renders a `<div>`. */
export const AvatarReviewLegend: ForwardRefExoticComponent<AvatarReviewLegendProps & RefAttributes<HTMLDivElement>> =
  forwardRef<HTMLDivElement, AvatarReviewLegendProps>(function AvatarReviewLegend(props, ref) {
    const { words, keys, keysOn, keysPossible, preferences, setPreferences, reasons, enlargeable } =
      useReview('AvatarReviewLegend')
    const row = (name: string, shown: readonly string[], meaning: string): ReactElement | null =>
      shown.length === 0 ? null : (
        <li key={name} data-slot="avatar-review-legend-key">
          {shown.map((key) => (
            <kbd key={key} data-slot="avatar-review-key">
              {nameOfKey(key, words)}
            </kbd>
          ))}
          <span data-slot="avatar-review-legend-meaning">{meaning}</span>
        </li>
      )
    return (
      <div data-slot="avatar-review-legend" {...props} ref={ref}>
        <ul data-slot="avatar-review-legend-keys" aria-label={words.legend}>
          {keysOn ? reviewCommands.map((command) => row(command, keys[command], words.commands[command])) : null}
          {keysOn && reasons.length > 0 ? row('reasons', [`1–${Math.min(reasons.length, 9)}`], words.keyReason) : null}
          {row('space', [' '], words.keyHold)}
          {enlargeable ? row('enter', ['Enter'], words.keyEnlarge) : null}
          {row('arrows', ['Arrows'], words.keyMove)}
        </ul>
        {keysPossible ? (
          <label data-slot="avatar-review-choice">
            <input
              type="checkbox"
              data-slot="avatar-review-checkbox"
              checked={preferences.singleKeys}
              onChange={({ currentTarget }) => setPreferences({ singleKeys: currentTarget.checked })}
            />
            {words.singleKeys}
          </label>
        ) : null}
      </div>
    )
  })
