import { expect, it } from 'vitest'
import { memoryAdapter } from '../../src/adapters/memory.ts'
import { AvatarKitError } from '../../src/core/errors.ts'
import { wait } from '../support/until.ts'

const ada = { id: 'ada', first_name: 'Ada', avatar_url: '/ada.png' }
const grace = { id: 'grace', firstName: 'Grace', imageUrl: '/grace.png' }

it('completes partial users of any common shape', async () => {
  const { data } = await memoryAdapter([ada, grace]).getUserList!({})
  expect(data).toEqual([
    expect.objectContaining({
      id: 'ada',
      firstName: 'Ada',
      lastName: null,
      imageUrl: '/ada.png',
      hasImage: true,
      banned: false,
    }),
    expect.objectContaining({ id: 'grace', firstName: 'Grace', imageUrl: '/grace.png', hasImage: true }),
  ])
})

it('leaves the given users alone, and two adapters share nothing', async () => {
  const given = [{ ...ada }]
  const [one, two] = [memoryAdapter(given), memoryAdapter(given)]
  await one.deleteUserProfileImage('ada')
  expect(given).toEqual([ada])
  expect(await two.getUser!('ada')).toMatchObject({ hasImage: true })
})

it.each([true, false])('a removal that fails with carryOut %s', async (carryOut) => {
  const adapter = memoryAdapter([ada], {
    carryOut,
    fail: ({ method }) => (method === 'deleteUserProfileImage' ? 'forbidden' : undefined),
  })
  await expect(adapter.deleteUserProfileImage('ada')).rejects.toMatchObject({ code: 'forbidden', userId: 'ada' })
  expect((await adapter.getUser!('ada')).hasImage).toBe(!carryOut)
})

it('fails as told, by attempt, with an error of the caller’s own', async () => {
  const own = new AvatarKitError('rate-limited', { retryAfter: 9 })
  const adapter = memoryAdapter([ada], { fail: ({ attempt }) => (attempt === 1 ? own : undefined) })
  await expect(adapter.deleteUserProfileImage('ada')).rejects.toMatchObject({ code: 'rate-limited', retryAfter: 9 })
  expect(await adapter.deleteUserProfileImage('ada')).toMatchObject({ hasImage: false })
})

it('fails look-ups and lists too', async () => {
  const adapter = memoryAdapter([ada], {
    fail: ({ method }) => (method === 'deleteUserProfileImage' ? undefined : 'unavailable'),
  })
  await expect(adapter.getUser!('ada')).rejects.toMatchObject({ code: 'unavailable' })
  await expect(adapter.getUserList!({})).rejects.toMatchObject({ code: 'unavailable' })
})

it('takes its time, by user', async () => {
  const adapter = memoryAdapter([ada, grace], { delay: ({ userId }) => (userId === 'ada' ? 80 : 0) })
  const order: string[] = []
  await Promise.all(['ada', 'grace'].map(async (id) => order.push((await adapter.deleteUserProfileImage(id)).id)))
  expect(order).toEqual(['grace', 'ada'])
})

it('stops where the caller goes away, without carrying out', async () => {
  const adapter = memoryAdapter([ada], { delay: ({ method }) => (method === 'deleteUserProfileImage' ? 50 : 0) })
  const controller = new AbortController()
  const removal = adapter.deleteUserProfileImage('ada', { signal: controller.signal })
  setTimeout(() => controller.abort(), 10)
  await expect(removal).rejects.toMatchObject({ code: 'unavailable' })
  await wait(80)
  expect(await adapter.getUser!('ada')).toMatchObject({ hasImage: true })
})
