import type { Locale } from '../core/messages.ts'
import { hiActivity } from './hi/activity.ts'
import { hiBase } from './hi/base.ts'
import { hiBulk } from './hi/bulk.ts'
import { hiReview } from './hi/review.ts'
import { hiTable } from './hi/table.ts'
import { hiUpload } from './hi/upload.ts'

/** Hindi, all of it. What shows it by itself brings only its own part with it: see the folder. */
export const hi: Locale = {
  ...hiBase,
  upload: hiUpload,
  table: hiTable,
  bulk: hiBulk,
  review: hiReview,
  activity: hiActivity,
}
