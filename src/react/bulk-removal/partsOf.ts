import { newKey } from '../../core/wire.ts'
import type { BulkPart } from './savedRuns.ts'

/** So many users at a time, with a key for each part. */
export function partsOf(ids: readonly string[], max: number): BulkPart[] {
  const parts: BulkPart[] = []
  for (let at = 0; at < ids.length; at += max) parts.push({ key: newKey(), ids: ids.slice(at, at + max) })
  return parts
}
