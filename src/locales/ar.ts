import type { Locale } from '../core/messages.ts'
import { arActivity } from './ar/activity.ts'
import { arBase } from './ar/base.ts'
import { arBulk } from './ar/bulk.ts'
import { arReview } from './ar/review.ts'
import { arTable } from './ar/table.ts'
import { arUpload } from './ar/upload.ts'

/** Arabic, all of it. What shows it by itself brings only its own part with it: see the folder. */
export const ar: Locale = {
  ...arBase,
  upload: arUpload,
  table: arTable,
  bulk: arBulk,
  review: arReview,
  activity: arActivity,
}
