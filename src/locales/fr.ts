import type { Locale } from '../core/messages.ts'
import { frActivity } from './fr/activity.ts'
import { frBase } from './fr/base.ts'
import { frBulk } from './fr/bulk.ts'
import { frReview } from './fr/review.ts'
import { frTable } from './fr/table.ts'
import { frUpload } from './fr/upload.ts'

/** French, all of it. What shows it by itself brings only its own part with it: see the folder. */
export const fr: Locale = {
  ...frBase,
  upload: frUpload,
  table: frTable,
  bulk: frBulk,
  review: frReview,
  activity: frActivity,
}
