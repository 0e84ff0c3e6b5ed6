import type { Locale } from '../core/messages.ts'
import { deActivity } from './de/activity.ts'
import { deBase } from './de/base.ts'
import { deBulk } from './de/bulk.ts'
import { deReview } from './de/review.ts'
import { deTable } from './de/table.ts'
import { deUpload } from './de/upload.ts'

/** German, all of it. What shows it by itself brings only its own part with it: see the folder. */
export const de: Locale = {
  ...deBase,
  upload: deUpload,
  table: deTable,
  bulk: deBulk,
  review: deReview,
  activity: deActivity,
}
