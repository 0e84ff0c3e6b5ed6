import { describe, expect, test } from 'vitest'
import type { HandlerEvent } from '../../src/server/events.ts'
import type { UserImageHandlerOptions } from '../../src/server/handler.ts'
import { countingAdapter, image, startPanel } from './startPanel.ts'

describe('a reply with another user is an alarm', () => {
  const { adapter, users } = countingAdapter()
  const other = async () => ({ ...users.get('user_2')!, imageUrl: null, hasImage: false })
  const table: [
    name: string,
    given: UserImageHandlerOptions['adapter'],
    path: string,
    method: string,
    status: number,
    outcome: HandlerEvent['type'],
  ][] = [
    ['a removal', other, image, 'DELETE', 502, 'image.remove-failed'],
    [
      'a removal that is looked up and did not happen',
      { ...adapter, deleteUserProfileImage: other },
      image,
      'DELETE',
      503,
      'image.remove-failed',
    ],
    ['a look-up too', { deleteUserProfileImage: other, getUser: other }, image, 'DELETE', 502, 'image.remove-failed'],
    ['a read', { ...adapter, getUser: other }, '/api/users/user_1', 'GET', 503, 'read-failed'],
  ]
  test.each(table)('%s: no success', async (_, given, path, method, status, outcome) => {
    const { ask, events } = startPanel({ adapter: given })
    const reply = await ask(path, { method })
    expect([reply.status, Object.keys(reply.body)]).toEqual([status, ['error']])
    expect(reply.text).not.toContain('user_2')
    expect(events[0]).toMatchObject({
      type: 'alarm',
      alarm: 'the reply is another user',
      userId: 'user_1',
      actorId: 'admin_1',
    })
    expect(events.at(-1)).toMatchObject({ type: outcome, userId: 'user_1', requestId: events[0]!.requestId })
    expect(events.filter(({ type }) => type === 'image.removed')).toEqual([])
  })
})
