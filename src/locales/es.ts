import type { Locale } from '../core/messages.ts'
import { esActivity } from './es/activity.ts'
import { esBase } from './es/base.ts'
import { esBulk } from './es/bulk.ts'
import { esReview } from './es/review.ts'
import { esTable } from './es/table.ts'
import { esUpload } from './es/upload.ts'

/** Spanish, all of it. What shows it by itself brings only its own part with it: see the folder. */
export const es: Locale = {
  ...esBase,
  upload: esUpload,
  table: esTable,
  bulk: esBulk,
  review: esReview,
  activity: esActivity,
}
