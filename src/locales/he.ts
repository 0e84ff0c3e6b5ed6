import type { Locale } from '../core/messages.ts'
import { heActivity } from './he/activity.ts'
import { heBase } from './he/base.ts'
import { heBulk } from './he/bulk.ts'
import { heReview } from './he/review.ts'
import { heTable } from './he/table.ts'
import { heUpload } from './he/upload.ts'

/** Hebrew, all of it. What shows it by itself brings only its own part with it: see the folder. */
export const he: Locale = {
  ...heBase,
  upload: heUpload,
  table: heTable,
  bulk: heBulk,
  review: heReview,
  activity: heActivity,
}
