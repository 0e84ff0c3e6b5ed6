import type { Locale } from '../core/messages.ts'
import { plActivity } from './pl/activity.ts'
import { plBase } from './pl/base.ts'
import { plBulk } from './pl/bulk.ts'
import { plReview } from './pl/review.ts'
import { plTable } from './pl/table.ts'
import { plUpload } from './pl/upload.ts'

/** Polish, all of it. What shows it by itself brings only its own part with it: see the folder. */
export const pl: Locale = {
  ...plBase,
  upload: plUpload,
  table: plTable,
  bulk: plBulk,
  review: plReview,
  activity: plActivity,
}
