import type { Locale } from '../core/messages.ts'
import { jaActivity } from './ja/activity.ts'
import { jaBase } from './ja/base.ts'
import { jaBulk } from './ja/bulk.ts'
import { jaReview } from './ja/review.ts'
import { jaTable } from './ja/table.ts'
import { jaUpload } from './ja/upload.ts'

/** Japanese, all of it. What shows it by itself brings only its own part with it: see the folder. */
export const ja: Locale = {
  ...jaBase,
  upload: jaUpload,
  table: jaTable,
  bulk: jaBulk,
  review: jaReview,
  activity: jaActivity,
}
