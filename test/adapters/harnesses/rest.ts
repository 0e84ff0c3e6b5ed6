import { restAdapter } from '../../../src/adapters/rest.ts'
import { crowd, type Harness } from '../../support/conformance.ts'
import { lying } from '../../support/lying.ts'
import { type ApiPerson, startUserApi } from '../../support/userApi.ts'

const ids = { ada: 'auth0|ada', grace: 'grace@example.test', plain: '3', absent: '9' }

export const harness: Harness = {
  sets: true,
  async start({ deadlineMs }) {
    const people = (['ada', 'grace', 'plain'] as const).map((who): ApiPerson => {
      const { firstName, lastName, emailAddress, imageUrl } = crowd[who]
      return {
        id: ids[who],
        first_name: firstName,
        last_name: lastName,
        email: emailAddress,
        avatar_url: imageUrl,
        has_image: imageUrl !== null,
      }
    })
    const api = await startUserApi(people)
    return {
      adapter: restAdapter({ baseUrl: `${api.url}/api`, deadlineMs, upload: true }),
      ids,
      hasImage: (id) => api.people.get(id)!.has_image,
      wire: (id, { imageUrl, hasImage }) => ({ id, avatar_url: imageUrl, has_image: hasImage }),
      ...lying(api),
    }
  },
}
