import type { Locale } from '../core/messages.ts'
import { ruActivity } from './ru/activity.ts'
import { ruBase } from './ru/base.ts'
import { ruBulk } from './ru/bulk.ts'
import { ruReview } from './ru/review.ts'
import { ruTable } from './ru/table.ts'
import { ruUpload } from './ru/upload.ts'

/** Russian, all of it. What shows it by itself brings only its own part with it: see the folder. */
export const ru: Locale = {
  ...ruBase,
  upload: ruUpload,
  table: ruTable,
  bulk: ruBulk,
  review: ruReview,
  activity: ruActivity,
}
