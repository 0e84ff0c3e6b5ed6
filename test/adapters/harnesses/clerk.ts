import { createClerkClient } from '@clerk/backend'
import { clerkAdapter } from '../../../src/adapters/clerk.ts'
import { clerkUser, startClerkDouble } from '../../support/clerkDouble.ts'
import { crowd, type Harness } from '../../support/conformance.ts'
import { lying } from '../../support/lying.ts'

const secretKey = 'sk_test_canaryOfTheConformanceSuite'
const ids = { ada: 'user_Ada1', grace: 'user_Grace2', plain: 'user_Plain3', absent: 'user_Absent9' }

export const harness: Harness = {
  async start({ deadlineMs }) {
    const double = await startClerkDouble({
      secretKey,
      users: [
        { id: ids.ada, ...crowd.ada },
        { id: ids.grace, ...crowd.grace },
        { id: ids.plain, ...crowd.plain },
      ],
    })
    const client = createClerkClient({ secretKey, apiUrl: double.url, telemetry: { disabled: true } })
    return {
      adapter: clerkAdapter(client, { policy: { deadlineMs, retries: 0 } }),
      ids,
      hasImage: (id) => double.users.get(id)!.has_image,
      wire: (id, { imageUrl, hasImage }) => ({ ...clerkUser({ id }), image_url: imageUrl, profile_image_url: imageUrl, has_image: hasImage }),
      ...lying(double),
    }
  },
}
