import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import type { ReactElement } from 'react'
import { describe, expect, it } from 'vitest'
import { ActivityLog } from '../../src/activity.ts'
import { memoryAdapter } from '../../src/adapters/memory.ts'
import { BulkRemoval } from '../../src/bulk.ts'
import { AvatarKitProvider, UserAvatarManager } from '../../src/index.ts'
import { de } from '../../src/locales/de.ts'
import { fr } from '../../src/locales/fr.ts'
import { AvatarReview } from '../../src/review.ts'
import { UserAvatarGroup, UserIdentity, UserTable } from '../../src/table.ts'
import { UserImageUpload } from '../../src/upload.ts'

const user = {
  id: 'ada',
  firstName: 'Ada',
  lastName: 'Lovelace',
  imageUrl: 'https://images.test/ada.png',
  hasImage: true,
  banned: true,
}
const adapter = memoryAdapter([user], { events: [] })
const client = new QueryClient()

const panel = (part: ReactElement, locale: typeof de) => (
  <QueryClientProvider client={client}>
    <AvatarKitProvider adapter={adapter} locale={locale}>
      {part}
    </AvatarKitProvider>
  </QueryClientProvider>
)

/** A part, and a word or a name in it. */
const parts: [slot: string, part: () => ReactElement, say: (locale: typeof de) => string][] = [
  ['user-avatar-manager', () => <UserAvatarManager user={user} />, ({ messages }) => messages.removeImage],
  ['user-image-upload', () => <UserImageUpload user={user} />, ({ upload }) => upload.replaceImage],
  ['user-table', () => <UserTable />, ({ table }) => table.withImage],
  ['user-identity', () => <UserIdentity user={user} />, ({ table }) => table.banned],
  ['bulk-removal', () => <BulkRemoval users={[user]} />, ({ bulk }) => bulk.removeCount(1)],
  ['avatar-review', () => <AvatarReview storageKey={false} />, ({ review }) => review.grey],
  ['activity-log', () => <ActivityLog />, ({ activity }) => activity.activityLoading],
]

describe('a part says in which language it is (WCAG 3.1.2)', () => {
  it.each(parts)('%s, also when the panel changes it', (slot, part, say) => {
    const { container, rerender } = render(panel(part(), de))
    for (const locale of [de, fr]) {
      rerender(panel(part(), locale))
      const word = [...container.querySelectorAll(`[data-slot="${slot}"] *`)].find(
        (element) => element.textContent === say(locale),
      )
      expect(word?.closest('[lang]')?.getAttribute('lang')).toBe(locale.code)
    }
    expect(container.querySelector('[lang="de"]')).toBeNull()
  })

  it('a name made of several people, too', () => {
    const { container } = render(panel(<UserAvatarGroup users={[user, { ...user, id: 'grace' }]} />, de))
    expect(container.querySelector('[data-slot="user-avatar-group"]')?.getAttribute('lang')).toBe('de')
  })
})
