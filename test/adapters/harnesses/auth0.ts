import { auth0Adapter } from '../../../src/adapters/auth0.ts'
import { auth0Client, auth0User, drawn, startAuth0Double } from '../../support/auth0Double.ts'
import { crowd, type Harness, storeImage, type Who } from '../../support/conformance.ts'
import { lying } from '../../support/lying.ts'

const token = 'token_canaryOfTheConformanceSuite'
const ids = {
  ada: 'auth0|507f1f77bcf86cd799439001',
  grace: 'google-oauth2|103547991597142817347',
  plain: 'samlp|people|plain@hopper.test',
  absent: 'auth0|507f1f77bcf86cd799439009',
}

const person = (who: Who) => {
  const { firstName, lastName, emailAddress, imageUrl } = crowd[who]
  return { id: ids[who], name: `${firstName} ${lastName}`, email: emailAddress, picture: imageUrl ?? drawn('pp') }
}

export const harness: Harness = {
  sets: true,
  async start({ deadlineMs }) {
    const double = await startAuth0Double({ token, users: [person('ada'), person('grace'), person('plain')] })
    return {
      adapter: auth0Adapter(auth0Client(double.url, token), { policy: { deadlineMs, retries: 0 }, storeImage }),
      ids,
      hasImage: (id) => !double.users.get(id)!.picture?.startsWith('https://cdn.auth0.com/'),
      // Auth0 has no flag: a default picture is known by its address.
      wire: (id, { imageUrl, hasImage }) => ({
        ...auth0User({ id }),
        picture: hasImage || imageUrl === null ? imageUrl : drawn('al'),
      }),
      ...lying(double),
    }
  },
}
