import { restAdapter } from 'avatarkit/adapters/rest'

/** How the browser reaches the users. It gives up after 6 s and looks for 3 s what became of it, so that nobody waits long when trouble is rehearsed. */
export const adapter = restAdapter({ baseUrl: '/api', deadlineMs: 9000 })
