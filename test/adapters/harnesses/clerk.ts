import { createClerkClient } from '@clerk/backend'
import { clerkAdapter, clerkSelfAdapter } from '../../../src/adapters/clerk.ts'
import { guardAdapter } from '../../../src/core/guard.ts'
import type { ProfileImage } from '../../../src/core/user.ts'
import { clerkUser, startClerkDouble } from '../../support/clerkDouble.ts'
import { startClerkFrontend } from '../../support/clerkFrontend.ts'
import { crowd, type Harness } from '../../support/conformance.ts'
import { lying } from '../../support/lying.ts'

const secretKey = 'sk_test_canaryOfTheConformanceSuite'
const ids = { ada: 'user_Ada1', grace: 'user_Grace2', plain: 'user_Plain3', absent: 'user_Absent9' }

const wire = (id: string, { imageUrl, hasImage }: ProfileImage) => ({
  ...clerkUser({ id }),
  image_url: imageUrl,
  profile_image_url: imageUrl,
  has_image: hasImage,
})
const users = [
  { id: ids.ada, ...crowd.ada },
  { id: ids.grace, ...crowd.grace },
  { id: ids.plain, ...crowd.plain },
]

export const harness: Harness = {
  sets: true,
  async start({ deadlineMs }) {
    const double = await startClerkDouble({ secretKey, users })
    const client = createClerkClient({ secretKey, apiUrl: double.url, telemetry: { disabled: true } })
    return {
      adapter: clerkAdapter(client, { policy: { deadlineMs, retries: 0 } }),
      ids,
      hasImage: (id) => double.users.get(id)!.has_image,
      wire,
      ...lying(double),
    }
  },
}

/** `clerkSelfAdapter`. */
export const self: Harness = {
  alone: true,
  async start({ deadlineMs, as }) {
    const frontend = await startClerkFrontend({ users, signedIn: ids[as] })
    return {
      // Clerk's frontend has no deadline of its own to set: the kit's is set as a panel's provider sets it.
      adapter: guardAdapter(clerkSelfAdapter(frontend.user), { deadlineMs, retries: 0 }),
      ids,
      hasImage: (id) => frontend.users.get(id)!.has_image,
      wire: (id, image) => ({ response: wire(id, image) }),
      ...lying(frontend),
    }
  },
}
