import { describe, expect, test, vi } from 'vitest'
import { actionsAdapter } from '../../src/adapters/actions.ts'
import { memoryAdapter } from '../../src/adapters/memory.ts'
import { restAdapter } from '../../src/adapters/rest.ts'
import type { CallContext, UserImageAdapter } from '../../src/core/adapter.ts'
import { AvatarKitError } from '../../src/core/errors.ts'
import {
  createUserImageActions,
  createUserImageHandler,
  type HandlerEvent,
  imageUpload,
  type UserImageHandlerOptions,
} from '../../src/server/index.ts'
import { png } from '../support/png.ts'
import { until, wait } from '../support/until.ts'

// The kit's own two halves, with what lies between them: whatever one can ask the other answers.

const people = [
  {
    id: 'user_1',
    firstName: 'Ada',
    lastName: 'Lovelace',
    email: 'ada@people.test',
    imageUrl: 'https://images.test/1.png',
    createdAt: 1000,
    updatedAt: 9000,
  },
  {
    id: 'user_2',
    firstName: 'Grace',
    lastName: 'Hopper',
    email: 'grace@people.test',
    imageUrl: null,
    createdAt: 2000,
    updatedAt: 1000,
  },
  {
    id: 'user_3',
    firstName: 'Mary',
    lastName: 'Cartwright',
    email: 'mary@people.test',
    imageUrl: 'https://images.test/3.png',
    createdAt: 3000,
    updatedAt: 2000,
  },
]

function start(way: 'rest' | 'actions', more: Pick<UserImageHandlerOptions, 'tellUser'> = {}) {
  const provider = memoryAdapter(people, { restoreMs: 60_000 })
  const contexts: (CallContext | undefined)[] = []
  const adapter: UserImageAdapter = {
    ...provider,
    deleteUserProfileImage: (id, context) => (contexts.push(context), provider.deleteUserProfileImage(id, context)),
  }
  const events: HandlerEvent[] = []
  const options = {
    adapter,
    authorize: () => ({ id: 'admin_1', name: 'The Admin' }),
    upload: imageUpload(),
    onEvent: (event: HandlerEvent) => void events.push(event),
    ...more,
  }
  const lists = provider.lists!
  if (way === 'actions') {
    const headers = new Headers({ host: 'panel.test', origin: 'https://panel.test', cookie: 'session=admin' })
    return {
      adapter: actionsAdapter(createUserImageActions({ ...options, getHeaders: () => headers }), { lists }),
      contexts,
      events,
    }
  }
  const handler = createUserImageHandler({ ...options, basePath: '/api' })
  const fetch = (url: unknown, init?: RequestInit) =>
    handler(
      new Request(url as string, {
        ...init,
        headers: {
          ...Object.fromEntries(new Headers(init?.headers)),
          origin: 'https://panel.test',
          cookie: 'session=admin',
        },
      }),
    )
  return {
    adapter: restAdapter({
      baseUrl: 'https://panel.test/api',
      fetch: fetch as typeof globalThis.fetch,
      upload: true,
      restore: true,
      events: true,
      lists,
    }),
    contexts,
    events,
  }
}

describe.each(['rest', 'actions'] as const)('%s', (way) => {
  test('why an image is removed, the note, and that the person is to be told, arrive', async () => {
    const told = vi.fn()
    const { adapter, contexts, events } = start(way, { tellUser: told })
    await adapter.deleteUserProfileImage('user_1', {
      reason: 'nudity',
      note: 'Zweite Verwarnung – „ernst“ 🚩\r\nx',
      tellUser: true,
    })
    expect(contexts).toMatchObject([
      { reason: 'nudity', note: 'Zweite Verwarnung – „ernst“ 🚩\r\nx', tellUser: true, actor: { id: 'admin_1' } },
    ])
    await until(() => expect(events).toHaveLength(2))
    expect(events).toMatchObject([
      { type: 'image.removed', reason: 'nudity', note: 'Zweite Verwarnung – „ernst“ 🚩\\u000d\\u000ax' },
      { type: 'user.told', userId: 'user_1', actorId: 'admin_1' },
    ])
    expect(told.mock.calls).toEqual([
      [
        {
          user: expect.objectContaining({ id: 'user_1', emailAddress: 'ada@people.test' }),
          actor: { id: 'admin_1', name: 'The Admin' },
          reason: 'nudity',
        },
      ],
    ])
  })

  test('nobody is told where the admin did not ask for it, or where nothing was removed', async () => {
    const told = vi.fn()
    const { adapter, events } = start(way, { tellUser: told })
    await adapter.deleteUserProfileImage('user_1')
    await expect(adapter.deleteUserProfileImage('user_9', { tellUser: true })).rejects.toMatchObject({
      code: 'user-not-found',
    })
    await wait(5)
    expect([told.mock.calls, events.map(({ type }) => type)]).toEqual([[], ['image.removed', 'image.remove-failed']])
  })

  test.each<[string, UserImageHandlerOptions['tellUser']]>([
    ['fails', () => Promise.reject(new Error('mail: canary'))],
    [
      'throws',
      () => {
        throw new Error('canary')
      },
    ],
    ['is not there', undefined],
  ])('telling the person that %s is told to the audit, and the image is removed all the same', async (_, tellUser) => {
    const { adapter, events } = start(way, { tellUser })
    expect(await adapter.deleteUserProfileImage('user_1', { tellUser: true })).toMatchObject({ hasImage: false })
    await until(() => expect(events.map(({ type }) => type)).toEqual(['image.removed', 'user.tell-failed']))
    expect(JSON.stringify(events)).not.toContain('canary')
  })

  test('an image is set', async () => {
    const { adapter, events } = start(way)
    expect(await adapter.updateUserProfileImage!('user_2', { file: png })).toMatchObject({
      id: 'user_2',
      hasImage: true,
      imageUrl: expect.stringMatching(/^data:image\/png;base64,iVBOR/),
    })
    expect(events).toMatchObject([{ type: 'image.set', userId: 'user_2' }])
    await expect(adapter.updateUserProfileImage!('user_2', { file: new Blob(['<svg>']) })).rejects.toMatchObject({
      code: 'invalid-image',
    })
    await expect(adapter.updateUserProfileImage!('user_2#', { file: png })).rejects.toMatchObject({
      code: 'invalid-user-id',
    })
  })

  test('an image is brought back, and what was done is told, newest first', async () => {
    const { adapter, events } = start(way)
    await adapter.deleteUserProfileImage('user_1', { reason: 'spam', note: 'again' })
    expect((await adapter.getImageEvents!({ restorable: true })).data).toMatchObject([
      {
        type: 'removed',
        userId: 'user_1',
        reason: 'spam',
        note: 'again',
        actor: { id: 'admin_1', name: 'The Admin' },
        imageUrl: 'https://images.test/1.png',
        restorableUntil: expect.any(Number),
        user: { id: 'user_1', hasImage: false },
      },
    ])
    expect(await adapter.restoreUserProfileImage!('user_1')).toMatchObject({
      id: 'user_1',
      hasImage: true,
      imageUrl: 'https://images.test/1.png',
    })
    const { data, totalCount } = await adapter.getImageEvents!({ userId: 'user_1', limit: 1 })
    expect([data.map(({ type }) => type), totalCount]).toEqual([['restored'], 2])
    expect(await adapter.getImageEvents!({ restorable: true })).toEqual({ data: [], totalCount: 0 })
    expect(events.map(({ type }) => type)).toEqual(['image.removed', 'image.restored'])
    await expect(adapter.restoreUserProfileImage!('user_3')).rejects.toBeInstanceOf(AvatarKitError)
  })

  test.each<[string, Parameters<NonNullable<UserImageAdapter['getUserList']>>[0], string[]]>([
    ['in the order of names', { orderBy: 'name' }, ['user_1', 'user_2', 'user_3']],
    ['newest first', { orderBy: '-createdAt' }, ['user_3', 'user_2', 'user_1']],
    ['with an image', { hasImage: true }, ['user_1', 'user_3']],
    ['without', { hasImage: false }, ['user_2']],
    ['changed lately', { changedSince: 2000, orderBy: 'createdAt' }, ['user_1', 'user_3']],
    ['by page', { orderBy: 'createdAt', limit: 1, offset: 1 }, ['user_2']],
  ])('users are listed %s', async (_, params, ids) => {
    const { adapter } = start(way)
    expect(adapter.lists).toMatchObject({ hasImage: true, changedSince: true })
    expect((await adapter.getUserList!(params)).data.map(({ id }) => id)).toEqual(ids)
  })

  test.each<[string, object]>([
    ['an order that is none', { orderBy: 'password' }],
    ['a flag that is none', { hasImage: 'yes' }],
    ['a time that is none', { changedSince: -1 }],
  ])('a list with %s is refused', async (_, params) => {
    await expect(start(way).adapter.getUserList!(params)).rejects.toMatchObject({ code: 'unexpected' })
  })

  test('events of somebody whose id is none are refused', async () => {
    await expect(start(way).adapter.getImageEvents!({ userId: 'user_1#' })).rejects.toMatchObject({
      code: 'invalid-user-id',
    })
  })
})

test('what is not asked for is no capability', () => {
  const adapter = restAdapter({ baseUrl: '/api' })
  expect([
    adapter.updateUserProfileImage,
    adapter.restoreUserProfileImage,
    adapter.getImageEvents,
    adapter.lists,
  ]).toEqual([undefined, undefined, undefined, undefined])
})
