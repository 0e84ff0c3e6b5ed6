import type { Locale } from '../core/messages.ts'
import { enActivity } from './en/activity.ts'
import { enBase } from './en/base.ts'
import { enBulk } from './en/bulk.ts'
import { enReview } from './en/review.ts'
import { enTable } from './en/table.ts'
import { enUpload } from './en/upload.ts'

/** English, all of it. What shows it by itself brings only its own part with it: see the folder. */
export const en: Locale = {
  ...enBase,
  upload: enUpload,
  table: enTable,
  bulk: enBulk,
  review: enReview,
  activity: enActivity,
}
