import { memoryAdapter } from '../../../src/adapters/memory.ts'
import { crowd, type Harness } from '../../support/conformance.ts'

const ids = { ada: 'person-1', grace: 'person-2', plain: 'person-3', absent: 'person-9' }

export const harness: Harness = {
  honest: true,
  sets: true,
  async start({ deadlineMs }) {
    const counts = { all: 0, changes: 0 }
    let trouble: 'lost' | 'silent' | undefined
    const users = [
      { id: ids.ada, ...crowd.ada },
      { id: ids.grace, ...crowd.grace },
      { id: ids.plain, ...crowd.plain },
    ]
    const options = {
      policy: { deadlineMs },
      carryOut: false,
      delay: ({ method }: { method: string }) => {
        counts.all++
        if (method === 'deleteUserProfileImage' || method === 'updateUserProfileImage') counts.changes++
        return trouble === 'silent' && method === 'deleteUserProfileImage' ? 60_000 : 0
      },
      fail: ({ method }: { method: string }) =>
        trouble === 'lost' && method === 'deleteUserProfileImage' ? ('unknown-outcome' as const) : undefined,
    }
    // `carryOut` is read when the adapter is made: one that carries out what it fails, and one that does not, share no users.
    let adapter = memoryAdapter(users, options)
    return {
      get adapter() {
        return adapter
      },
      ids,
      counts: () => ({ ...counts }),
      hasImage: async (id) => {
        const before = { ...counts }
        const { hasImage } = await adapter.getUser!(id)
        Object.assign(counts, before)
        return hasImage
      },
      wire: (id, image) => ({ id, ...image }),
      lose({ carryOut }) {
        trouble = 'lost'
        adapter = memoryAdapter(users, { ...options, carryOut })
      },
      silence() {
        trouble = 'silent'
      },
    }
  },
}
