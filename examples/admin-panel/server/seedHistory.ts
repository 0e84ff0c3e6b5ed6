import type sqlite from 'node-sqlite3-wasm'
import type { History, HistoryEntry } from './History.ts'
import { KEEP_MS } from './History.ts'
import type { Pictures } from './Pictures.ts'
import { portrait } from './portrait.ts'

const robin = { id: 'usr_admin', name: 'Robin Hale' }
const lena = { id: 'usr_staff_lena', name: 'Lena Brandt' }
const kofi = { id: 'usr_staff_kofi', name: 'Kofi Mensah' }

const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000]

interface Deed extends Pick<HistoryEntry, 'userId' | 'type' | 'actor' | 'reason' | 'note' | 'toldUser'> {
  ago: number
}

/** What the desk did in the last days, oldest first: no screen is empty at the first start. */
const deeds: Deed[] = [
  { ago: 9 * DAY + 3 * HOUR, type: 'removed', userId: 'usr_0077', actor: robin, reason: 'nudity', toldUser: true },
  {
    ago: 6 * DAY - 2 * HOUR,
    type: 'removed',
    userId: 'usr_0061',
    actor: kofi,
    reason: 'spam',
    note: 'The picture is a coupon with a link to a shop.',
    toldUser: true,
  },
  {
    ago: 5 * DAY + 5 * HOUR,
    type: 'set',
    userId: 'usr_0058',
    actor: lena,
    note: 'Sent by mail; the person could not upload it.',
  },
  { ago: 4 * DAY + HOUR, type: 'removed', userId: 'usr_0021', actor: robin, reason: 'nudity' },
  { ago: 4 * DAY - HOUR, type: 'restored', userId: 'usr_0021', actor: robin },
  {
    ago: 3 * DAY + 4 * HOUR,
    type: 'removed',
    userId: 'usr_0071',
    actor: lena,
    reason: 'impersonation',
    note: 'Press photo of an actor. Two people reported it.',
    toldUser: true,
  },
  { ago: 2 * DAY - 3 * HOUR, type: 'removed', userId: 'usr_0083', actor: kofi, reason: 'hate', toldUser: true },
  { ago: 28 * HOUR, type: 'set', userId: 'usr_0095', actor: robin },
  {
    ago: 20 * HOUR,
    type: 'removed',
    userId: 'usr_0104',
    actor: kofi,
    reason: 'other',
    note: 'Reported once. No rule seems broken, please look again.',
  },
  { ago: 5 * HOUR, type: 'removed', userId: 'usr_0052', actor: kofi, reason: 'copyright', toldUser: true },
  { ago: 40 * MINUTE, type: 'restored', userId: 'usr_0104', actor: lena },
]

/** The same deeds on every machine, told from `now`. */
export function seedHistory(database: sqlite.Database, history: History, pictures: Pictures, now: number): void {
  const imageOf = (userId: string) =>
    (database.get('select image from user where id = ?', [userId]) as { image: string | null }).image
  for (const { ago, ...deed } of deeds) {
    const { userId, type } = deed
    const at = now - ago
    const before = imageOf(userId)
    const address =
      type === 'set'
        ? pictures.store({ type: 'image/png', bytes: portrait(`sent by ${userId}`) })
        : (before ?? `/avatars/${userId}.png`)
    const isKept = ago < KEEP_MS
    if (type === 'set' && before)
      history.add({ type: 'removed', userId, at, actor: deed.actor, reason: 'replaced', address: before, keep: isKept })
    history.add({ ...deed, at, address, keep: type === 'removed' && isKept })
    database.run('update user set image = ?, updatedAt = ? where id = ?', [
      type === 'removed' ? null : address,
      new Date(at).toISOString(),
      userId,
    ])
  }
}
