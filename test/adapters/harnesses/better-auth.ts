import { type BetterAuthLike, betterAuthAdapter } from '../../../src/adapters/better-auth.ts'
import { startBetterAuth } from '../../support/betterAuth.ts'
import { type Harness, type Lie, storeImage } from '../../support/conformance.ts'

export const harness: Harness = {
  sets: true,
  async start({ deadlineMs }) {
    const { auth, ids, headers, imageOf } = await startBetterAuth()
    const counts = { all: 0, changes: 0 }
    let lie: Lie | undefined
    let trouble: { carryOut: boolean } | 'silence' | undefined
    // The real instance, with an ear and a bad mouth in front.
    const api: BetterAuthLike['api'] = {
      async adminUpdateUser(request) {
        counts.all++
        counts.changes++
        if (trouble === 'silence') return new Promise(() => {})
        const done =
          !(lie ?? trouble) || (lie ?? trouble)?.carryOut ? await auth.api.adminUpdateUser(request) : undefined
        if (trouble) throw new Error('The connection to the database was lost.')
        return lie ? lie.reply : done
      },
      async getUser(request) {
        counts.all++
        if (lie?.blind) throw new Error('The database is away.')
        return auth.api.getUser(request)
      },
      listUsers: (request) => auth.api.listUsers(request),
    }
    return {
      adapter: betterAuthAdapter({ api }, { policy: { deadlineMs, retries: 0 }, storeImage }),
      context: { headers },
      ids,
      counts: () => ({ ...counts }),
      hasImage: async (id) => (await imageOf(id)) !== null,
      wire: (id, { imageUrl, hasImage }) => ({
        id,
        name: 'Somebody',
        email: 'somebody@people.test',
        image: imageUrl,
        hasImage,
      }),
      lie: (given) => {
        lie = given
      },
      lose: (options) => {
        trouble = options
      },
      silence: () => {
        trouble = 'silence'
      },
    }
  },
}
