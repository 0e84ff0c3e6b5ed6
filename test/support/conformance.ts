import { afterEach, describe, expect, it, vi } from 'vitest'
import type { CallContext, UserImageAdapter } from '../../src/core/adapter.ts'
import type { ErrorCode } from '../../src/core/errors.ts'
import type { User } from '../../src/core/user.ts'
import type { FaultServer } from './faultServer.ts'
import { forgedIds } from './forgedIds.ts'
import { png } from './png.ts'

/** The people that every harness puts into its backend; Plain has no picture. Their ids are the backend's own. */
export const crowd = {
  ada: {
    firstName: 'Ada',
    lastName: 'Lovelace',
    emailAddress: 'ada@engines.test',
    imageUrl: 'https://images.test/ada.png',
  },
  grace: {
    firstName: 'Grace',
    lastName: 'Hopper',
    emailAddress: 'grace@compilers.test',
    imageUrl: 'https://images.test/grace.png',
  },
  plain: { firstName: 'Plain', lastName: 'Person', emailAddress: 'plain@hopper.test', imageUrl: null },
} as const

export type Who = keyof typeof crowd

/** What a backend says in place of a removal's right reply. */
export interface Lie {
  reply: unknown
  /** Whether the removal is done all the same. */
  carryOut: boolean
  /** Whether the look-up fails too. */
  blind?: boolean
}

/** Where a backend that keeps no pictures itself says that it keeps one. */
export const storeImage = async (userId: string): Promise<string> =>
  `https://images.test/new/${encodeURIComponent(userId)}.png`

/** A fresh backend with the crowd in it, and an adapter to it. */
export interface Bench {
  adapter: UserImageAdapter
  /** What every call needs, such as the session. */
  context?: CallContext
  ids: Record<Who | 'absent', string>
  /** Requests and calls that reached the backend; `changes` counts those that change something. */
  counts(): { all: number; changes: number }
  hasImage(id: string): boolean | Promise<boolean>
  /** A user in the backend's own words, with this image. */
  wire(id: string, image: { imageUrl: string | null; hasImage: boolean }): unknown
  /** Absent where `honest`. */
  lie?(lie: Lie): void
  /** The answer to the next removal gets lost. */
  lose(options: { carryOut: boolean }): void
  /** No removal is ever answered. */
  silence(): void
  /** Where the backend is an HTTP server, for faults below what an SDK lets one see. */
  server?: FaultServer
  close?(): void | Promise<void>
}

export interface Harness {
  /** No wire lies between the adapter and its users: nothing can lie to it. */
  honest?: true
  /** It knows the signed-in person only, and reads them again after each removal. */
  alone?: true
  /** It sets images too. */
  sets?: true
  /** False where the provider has no list to offer: the adapter has no `getUserList`. */
  lists?: false
  /** The adapter must end each call within `deadlineMs` and not try again by itself. Where `alone`, `as` is signed in. */
  start(options: { deadlineMs: number; as: Who }): Promise<Bench>
}

const USER_FIELDS = [
  'banned',
  'createdAt',
  'emailAddress',
  'firstName',
  'hasImage',
  'id',
  'imageUrl',
  'lastActiveAt',
  'lastName',
  'updatedAt',
  'username',
]

const unreadable: Record<string, (bench: Bench) => unknown> = {
  'a string': () => '<!doctype html><title>Sign in</title>',
  undefined: () => undefined,
  null: () => null,
  '[]': () => [],
  '{}': () => ({}),
  'another user': ({ wire, ids }) => wire(ids.grace, { imageUrl: null, hasImage: false }),
  'hasImage true with the old picture': ({ wire, ids }) =>
    wire(ids.ada, { imageUrl: crowd.ada.imageUrl, hasImage: true }),
}

const readable: Record<string, (bench: Bench) => unknown> = {
  'imageUrl null with hasImage true': ({ wire, ids }) => wire(ids.ada, { imageUrl: null, hasImage: true }),
  'a default picture with hasImage false': ({ wire, ids }) =>
    wire(ids.ada, { imageUrl: 'https://images.test/default.svg', hasImage: false }),
}

/** What every adapter of the kit owes its callers, whatever it talks to. */
export function describeConformance(name: string, harness: Harness): void {
  describe(name, () => {
    let bench: Bench
    const listless = harness.alone || harness.lists === false
    afterEach(async () => bench?.close?.())
    const start = async ({ deadlineMs = 2000, as = 'ada' as Who } = {}) => {
      bench = await harness.start({ deadlineMs, as })
      return bench
    }
    const remove = (id: unknown) => bench.adapter.deleteUserProfileImage(id as string, bench.context)
    const fails = (call: Promise<unknown>, code: ErrorCode) =>
      expect(call).rejects.toMatchObject({ name: 'AvatarKitError', code })

    it('removes the image and resolves with the user as the backend now holds it', async () => {
      const { ids, adapter, context, hasImage, counts } = await start()
      expect(await hasImage(ids.ada)).toBe(true)
      const user = await remove(ids.ada)
      expect(user).toMatchObject({ id: ids.ada, hasImage: false })
      expect(await hasImage(ids.ada)).toBe(false)
      expect(await hasImage(ids.grace)).toBe(true)
      expect(counts().changes).toBe(1)
      expect(await adapter.getUser!(ids.ada, context)).toMatchObject({ id: ids.ada, hasImage: false })
    })

    it('gives users in the kit’s view and nothing else of the backend’s', async () => {
      const { ids, adapter, context } = await start({ as: 'grace' })
      const read = await adapter.getUser!(ids.grace, context)
      const removed = await remove(ids.grace)
      const listed = listless ? [] : (await adapter.getUserList!({ limit: 1 }, context)).data
      for (const user of [read, removed, ...listed]) expect(Object.keys(user).sort()).toEqual(USER_FIELDS)
      expect(read).toMatchObject({
        imageUrl: crowd.grace.imageUrl,
        hasImage: true,
        emailAddress: crowd.grace.emailAddress,
      })
      expect(`${read.firstName} ${read.lastName ?? ''}`.trim()).toBe('Grace Hopper')
    })

    it('gives copies that the caller may change', async () => {
      const { ids, adapter, context } = await start()
      const mine = (await adapter.getUser!(ids.ada, context)) as User
      mine.imageUrl = 'https://elsewhere.test/x.png'
      expect(await adapter.getUser!(ids.ada, context)).toMatchObject({ imageUrl: crowd.ada.imageUrl })
    })

    it('takes "nothing to remove" for success', async () => {
      const { ids } = await start({ as: 'plain' })
      expect(await remove(ids.plain)).toMatchObject({ id: ids.plain, hasImage: false })
    })

    it.runIf(harness.alone)('refuses everyone but the signed-in person, and sends nothing', async () => {
      const { ids, adapter, context, counts } = await start()
      await fails(remove(ids.grace), 'forbidden')
      await fails(adapter.getUser!(ids.grace, context), 'forbidden')
      expect(adapter.getUserList).toBeUndefined()
      expect(counts().all).toBe(0)
    })

    it.skipIf(harness.alone)('tells a user who does not exist apart', async () => {
      const { ids, adapter, context } = await start()
      await fails(remove(ids.absent), 'user-not-found')
      await fails(adapter.getUser!(ids.absent, context), 'user-not-found')
    })

    it.skipIf(listless)('lists users by page', async () => {
      const { adapter, context } = await start()
      const all = await adapter.getUserList!({ limit: 100 }, context)
      const pages = await Promise.all([0, 1, 2].map((offset) => adapter.getUserList!({ limit: 1, offset }, context)))
      expect(pages.map(({ totalCount }) => totalCount)).toEqual([all.totalCount, all.totalCount, all.totalCount])
      expect(pages.flatMap(({ data }) => data.map(({ id }) => id))).toEqual(all.data.slice(0, 3).map(({ id }) => id))
    })

    it.skipIf(listless).each([
      ['Lovelace', ['ada']],
      ['ADA@ENGINES', ['ada']],
      ['engines.test', ['ada']],
      // One has it in the name, the other in the address.
      ['Hopper', ['grace', 'plain']],
      ['nobody at all', []],
    ] as const)('searches for %s', async (query, who) => {
      const { ids, adapter, context } = await start()
      const { data, totalCount } = await adapter.getUserList!({ query, limit: 100 }, context)
      expect(data.map(({ id }) => id).sort()).toEqual(who.map((one) => ids[one]).sort())
      expect(totalCount).toBe(who.length)
    })

    describe.runIf(harness.sets)('that sets images', () => {
      const set = (id: unknown) => bench.adapter.updateUserProfileImage!(id as string, { file: png }, bench.context)

      it.each(['plain', 'ada'] as const)('sets one, for %s and nobody else', async (who) => {
        const { ids, adapter, context, hasImage, counts } = await start()
        const before = (await adapter.getUser!(ids.grace, context)).imageUrl
        const user = await set(ids[who])
        expect(user).toMatchObject({ id: ids[who], hasImage: true })
        expect(user.imageUrl).not.toBe(who === 'ada' ? crowd.ada.imageUrl : null)
        expect(Object.keys(user).sort()).toEqual(USER_FIELDS)
        expect([await hasImage(ids[who]), (await adapter.getUser!(ids[who], context)).imageUrl]).toEqual([
          true,
          user.imageUrl,
        ])
        expect((await adapter.getUser!(ids.grace, context)).imageUrl).toBe(before)
        expect(counts().changes).toBe(1)
      })

      it('sets one after it was removed, and removes it again', async () => {
        const { ids } = await start()
        await remove(ids.ada)
        expect(await set(ids.ada)).toMatchObject({ hasImage: true })
        expect(await remove(ids.ada)).toMatchObject({ hasImage: false })
      })

      it('tells a user who does not exist apart', async () => {
        const { ids } = await start()
        await fails(set(ids.absent), 'user-not-found')
      })

      it.each(Object.entries(forgedIds))('refuses an id with %s and sends nothing', async (_, forge) => {
        const { ids, counts } = await start()
        await fails(set(forge(ids.ada)), 'invalid-user-id')
        expect(counts()).toEqual({ all: 0, changes: 0 })
      })
    })

    it.each(Object.entries(forgedIds))('refuses an id with %s and sends nothing', async (_, forge) => {
      const { ids, adapter, context, counts } = await start()
      const forged = forge(ids.ada)
      await fails(remove(forged), 'invalid-user-id')
      await fails(adapter.getUser!(forged as string, context), 'invalid-user-id')
      expect(counts()).toEqual({ all: 0, changes: 0 })
    })

    it('sends nothing for a caller who has gone already', async () => {
      const { ids, adapter, context, counts } = await start()
      await fails(adapter.deleteUserProfileImage(ids.ada, { ...context, signal: AbortSignal.abort() }), 'aborted')
      expect(counts().all).toBe(0)
    })

    it('ends in time where no answer comes, with the outcome looked up', async () => {
      const { ids, silence, context, hasImage } = await start()
      silence()
      const onVerifying = vi.fn()
      await fails(bench.adapter.deleteUserProfileImage(ids.ada, { ...context, onVerifying }), 'time-out')
      expect(onVerifying).toHaveBeenCalledOnce()
      expect(await hasImage(ids.ada)).toBe(true)
    })

    it.each([true, false])(
      'looks up what became of a removal whose answer is lost (carried out: %s)',
      async (carryOut) => {
        const { ids, lose, hasImage, counts } = await start()
        lose({ carryOut })
        if (carryOut) expect(await remove(ids.ada)).toMatchObject({ id: ids.ada, hasImage: false })
        else await fails(remove(ids.ada), 'unavailable')
        expect(await hasImage(ids.ada)).toBe(!carryOut)
        expect(counts().changes).toBe(1)
      },
    )

    describe.skipIf(harness.honest)('that is lied to', () => {
      it.each(Object.entries(unreadable))('does not believe %s', async (_, reply) => {
        const { ids, lie, hasImage } = await start()
        lie!({ reply: reply(bench), carryOut: false })
        await fails(remove(ids.ada), 'unavailable')
        lie!({ reply: reply(bench), carryOut: false, blind: true })
        await fails(remove(ids.ada), 'unknown-outcome')
        expect(await hasImage(ids.ada)).toBe(true)
        lie!({ reply: reply(bench), carryOut: true })
        expect(await remove(ids.ada)).toMatchObject({ id: ids.ada, hasImage: false })
      })

      it.each(Object.entries(readable))('takes %s for a user without an image', async (_, reply) => {
        const { ids, lie, counts } = await start()
        lie!({ reply: reply(bench), carryOut: true })
        expect(await remove(ids.ada)).toMatchObject({ id: ids.ada, hasImage: false })
        expect(counts()).toEqual({ all: harness.alone ? 2 : 1, changes: 1 })
      })
    })
  })
}
