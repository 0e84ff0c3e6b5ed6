import type { Locale } from '../core/messages.ts'
import { trActivity } from './tr/activity.ts'
import { trBase } from './tr/base.ts'
import { trBulk } from './tr/bulk.ts'
import { trReview } from './tr/review.ts'
import { trTable } from './tr/table.ts'
import { trUpload } from './tr/upload.ts'

/** Turkish, all of it. What shows it by itself brings only its own part with it: see the folder. */
export const tr: Locale = {
  ...trBase,
  upload: trUpload,
  table: trTable,
  bulk: trBulk,
  review: trReview,
  activity: trActivity,
}
