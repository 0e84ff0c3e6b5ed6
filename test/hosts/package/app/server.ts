import { type ClerkClientLike, clerkAdapter } from 'avatarkit/adapters/clerk'
import { createUserImageHandler, type HandlerEvent } from 'avatarkit/server'

/** As on a company's server. Clerk's own types do not pass with all libraries checked. */
export const handlerFor = (
  client: ClerkClientLike,
  events: HandlerEvent[],
): ((request: Request) => Promise<Response>) =>
  createUserImageHandler({
    adapter: clerkAdapter(client),
    basePath: '/api',
    authorize: ({ headers }) => (headers.get('cookie') === 'session=admin' ? { id: 'admin' } : undefined),
    onEvent: (event) => void events.push(event),
  })
