import { restAdapter } from 'avatarkit/adapters/rest'

/** How the browser reaches the users. It gives up after 4 s, so that nobody waits long when trouble is rehearsed. */
export const adapter = restAdapter({ baseUrl: '/api', deadlineMs: 4000 })
