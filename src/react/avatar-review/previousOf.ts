import type { ImageEvent } from '../../core/adapter.ts'
import { imageKey, type User } from '../../core/user.ts'

const SHOWN = 3

/** The newest pictures of a person that are not the one in front, each once. */
export function previousOf(events: readonly ImageEvent[], user: User): ImageEvent[] {
  const seen = new Set(['', imageKey(user)])
  const previous: ImageEvent[] = []
  for (const event of events) {
    if (!event.imageUrl || seen.has(event.imageUrl) || event.userId !== user.id) continue
    seen.add(event.imageUrl)
    previous.push(event)
  }
  return previous.slice(0, SHOWN)
}
