import { vi } from 'vitest'
import {
  type SupabaseAdapterOptions,
  type SupabaseClientLike,
  supabaseAdapter,
} from '../../../src/adapters/supabase.ts'
import { crowd, type Harness, storeImage, type Who } from '../../support/conformance.ts'
import { lying } from '../../support/lying.ts'
import { startSupabaseDouble, supabaseClient, supabaseUser } from '../../support/supabaseDouble.ts'

const secretKey = 'sb_secret_canaryOfTheConformanceSuite'
const ids = {
  ada: 'aaaaaaaa-0000-4000-8000-000000000001',
  grace: 'bbbbbbbb-0000-4000-8000-000000000002',
  plain: 'cccccccc-0000-4000-8000-000000000003',
  absent: 'dddddddd-0000-4000-8000-000000000009',
}

const person = (who: Who) => {
  const { firstName, lastName, emailAddress, imageUrl } = crowd[who]
  return {
    id: ids[who],
    email: emailAddress,
    metadata: { full_name: `${firstName} ${lastName}`, ...(imageUrl && { avatar_url: imageUrl, picture: imageUrl }) },
  }
}
const users = [person('ada'), person('grace'), person('plain')]

async function start(deadlineMs: number, storage?: SupabaseClientLike['storage'], options?: SupabaseAdapterOptions) {
  const double = await startSupabaseDouble({ secretKey, users })
  // The SDK writes every network failure to the console.
  const quiet = vi.spyOn(console, 'error').mockImplementation(() => {})
  const { auth, storage: own } = supabaseClient(double.url, secretKey)
  return {
    adapter: supabaseAdapter(
      { auth, storage: storage ?? own },
      { policy: { deadlineMs, retries: 0 }, storeImage, ...options },
    ),
    ids,
    hasImage: (id: string) =>
      Boolean(double.users.get(id)!.user_metadata.avatar_url ?? double.users.get(id)!.user_metadata.picture),
    // Supabase has no word for a default picture: a user without one has no attribute.
    wire: (id: string, { imageUrl, hasImage }: { imageUrl: string | null; hasImage: boolean }) =>
      supabaseUser({ id, metadata: imageUrl === null || hasImage ? { avatar_url: imageUrl } : {} }),
    ...lying(double),
    async close() {
      quiet.mockRestore()
      await double.close()
    },
  }
}

export const harness: Harness = { sets: true, start: ({ deadlineMs }) => start(deadlineMs) }

/** With a bucket. Storage is another server here, which does not lie: what is counted are requests to Auth. */
export const stored: Harness = {
  async start({ deadlineMs }) {
    const honest = await startSupabaseDouble({
      secretKey,
      buckets: { avatars: users.flatMap(({ id }) => [`${id}/1.png`, `${id}/2.png`]) },
    })
    const bench = await start(deadlineMs, supabaseClient(honest.url, secretKey).storage, {
      bucket: 'avatars',
      pathOf: (id) => `${id}/`,
    })
    return {
      ...bench,
      async close() {
        await Promise.all([bench.close(), honest.close()])
      },
    }
  },
}
