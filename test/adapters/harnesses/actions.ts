import { actionsAdapter } from '../../../src/adapters/actions.ts'
import { memoryAdapter } from '../../../src/adapters/memory.ts'
import type { UserImageActions } from '../../../src/core/wire.ts'
import { createUserImageActions, imageUpload } from '../../../src/server/index.ts'
import { crowd, type Harness, type Lie } from '../../support/conformance.ts'

const ids = { ada: 'person-1', grace: 'person-2', plain: 'person-3', absent: 'person-9' }

export const harness: Harness = {
  sets: true,
  async start({ deadlineMs }) {
    const users = memoryAdapter([
      { id: ids.ada, ...crowd.ada },
      { id: ids.grace, ...crowd.grace },
      { id: ids.plain, ...crowd.plain },
    ])
    const server = createUserImageActions({
      adapter: users,
      authorize: () => ({ id: 'admin' }),
      upload: imageUpload(),
      getHeaders: () => new Headers({ host: 'panel.test', origin: 'https://panel.test', cookie: 'session=1' }),
    })
    const counts = { all: 0, changes: 0 }
    let lie: Lie | undefined
    let lost: { carryOut: boolean } | 'silence' | undefined
    // The real actions, with the wire of a framework in between: it copies values, and may break.
    const wire: UserImageActions = {
      ...server,
      async updateUserProfileImage(...args) {
        counts.all++
        counts.changes++
        return structuredClone(await server.updateUserProfileImage(...args))
      },
      async deleteUserProfileImage(userId, context) {
        counts.all++
        counts.changes++
        if (lost === 'silence') return new Promise(() => {})
        const result =
          !(lie ?? lost) || (lie ?? lost)?.carryOut ? await server.deleteUserProfileImage(userId, context) : undefined
        if (lost) throw new TypeError('fetch failed')
        return structuredClone(lie ? { ok: true, user: lie.reply as never } : result!)
      },
      async getUser(userId) {
        counts.all++
        if (lie?.blind) throw new TypeError('fetch failed')
        return structuredClone(await server.getUser(userId))
      },
      deleteUserProfileImages: async (userIds, context) =>
        structuredClone(await server.deleteUserProfileImages(userIds, context)),
      getUserList: async (params) => structuredClone(await server.getUserList(params)),
    }
    return {
      adapter: actionsAdapter(wire, { deadlineMs }),
      ids,
      counts: () => ({ ...counts }),
      hasImage: async (id) => (await users.getUser!(id)).hasImage,
      wire: (id, image) => ({ id, ...image }),
      lie: (given) => {
        lie = given
      },
      lose: (options) => {
        lost = options
      },
      silence: () => {
        lost = 'silence'
      },
    }
  },
}
