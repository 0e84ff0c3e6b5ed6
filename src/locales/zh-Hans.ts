import type { Locale } from '../core/messages.ts'
import { zhHansActivity } from './zh-Hans/activity.ts'
import { zhHansBase } from './zh-Hans/base.ts'
import { zhHansBulk } from './zh-Hans/bulk.ts'
import { zhHansReview } from './zh-Hans/review.ts'
import { zhHansTable } from './zh-Hans/table.ts'
import { zhHansUpload } from './zh-Hans/upload.ts'

/** Simplified Chinese, all of it. What shows it by itself brings only its own part with it: see the folder. */
export const zhHans: Locale = {
  ...zhHansBase,
  upload: zhHansUpload,
  table: zhHansTable,
  bulk: zhHansBulk,
  review: zhHansReview,
  activity: zhHansActivity,
}
