import type { Locale } from '../core/messages.ts'
import { ptBRActivity } from './pt-BR/activity.ts'
import { ptBRBase } from './pt-BR/base.ts'
import { ptBRBulk } from './pt-BR/bulk.ts'
import { ptBRReview } from './pt-BR/review.ts'
import { ptBRTable } from './pt-BR/table.ts'
import { ptBRUpload } from './pt-BR/upload.ts'

/** Brazilian Portuguese, all of it. What shows it by itself brings only its own part with it: see the folder. */
export const ptBR: Locale = {
  ...ptBRBase,
  upload: ptBRUpload,
  table: ptBRTable,
  bulk: ptBRBulk,
  review: ptBRReview,
  activity: ptBRActivity,
}
