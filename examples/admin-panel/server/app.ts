import type { HttpBindings } from '@hono/node-server'
import { bulkRemoval, createUserImageHandler, imageUpload } from 'avatarkit/server'
import { Hono } from 'hono'
import { audit } from './audit.ts'
import type { Auth } from './auth.ts'
import { authorizeWith } from './authorize.ts'
import { FaultSwitch } from './faults.ts'
import type { History } from './History.ts'
import { BULK_PATH, hopFaults } from './hopFaults.ts'
import { mailbox } from './letter.ts'
import type { Pictures } from './Pictures.ts'
import { panelApi } from './panelApi.ts'
import { pictureRoutes } from './pictureRoutes.ts'
import { withProviderFaults } from './providerFaults.ts'
import { sameOrigin } from './sameOrigin.ts'
import type { Settings } from './settings.ts'
import type { Users } from './users.ts'
import { withHistory } from './withHistory.ts'

export interface AppOptions {
  settings: Settings
  auth: Auth
  users: Users
  history: History
  pictures: Pictures
  /** Where the panel is reached, such as `http://localhost:5180`. */
  origins: string[]
}

/** Everything that the panel answers itself: sign-in, users, their images, its own lists, pictures. */
export function createApp({
  settings,
  auth,
  users,
  history,
  pictures,
  origins,
}: AppOptions): Hono<{ Bindings: HttpBindings }> {
  const faults = new FaultSwitch()
  const remembering = withHistory(users, history)
  const adapter = withProviderFaults(remembering, faults)
  const desk = {
    authorize: authorizeWith(auth),
    basePath: '/api',
    bulk: bulkRemoval(),
    upload: imageUpload(),
    tellUser: mailbox(history, users.ownPictures !== undefined),
    onEvent: audit,
  }
  const handleUserImages = createUserImageHandler({ ...desk, adapter })
  const handleBulk = createUserImageHandler({
    ...desk,
    adapter: withProviderFaults(remembering, faults, { slow: true }),
  })

  const app = new Hono<{ Bindings: HttpBindings }>()
  // Pictures change by the desk alone, which asks, writes down, and keeps removed ones away.
  app.all('/api/auth/update-user', (c) => c.notFound())
  app.all('/api/auth/*', (c) => auth.handler(c.req.raw))
  app.use('/api/users/*', hopFaults(faults))
  app.all(BULK_PATH, (c) => handleBulk(c.req.raw))
  for (const path of ['/api/users', '/api/users/*']) app.all(path, (c) => handleUserImages(c.req.raw))
  app.use('/api/*', sameOrigin(origins))
  app.route(
    '/api',
    panelApi({ auth, adapter, faults, history, pictures, backend: settings.clerk ? 'clerk' : 'better-auth' }),
  )
  app.route('/', pictureRoutes(pictures))
  app.notFound((c) => c.json({ error: { code: 'not-found' } }, 404))
  app.onError((error, c) => {
    console.error(`${c.req.method} ${c.req.path} failed:`, error)
    return c.json({ error: { code: 'unexpected' } }, 500)
  })
  return app
}
