import type { HttpBindings } from '@hono/node-server'
import { createUserImageHandler } from 'avatarkit/server'
import { Hono } from 'hono'
import { audit } from './audit.ts'
import type { Auth } from './auth.ts'
import { authorizeWith } from './authorize.ts'
import { FaultSwitch } from './faults.ts'
import { hopFaults } from './hopFaults.ts'
import { panelApi } from './panelApi.ts'
import { pictures } from './pictures.ts'
import { withProviderFaults } from './providerFaults.ts'
import { sameOrigin } from './sameOrigin.ts'
import type { Settings } from './settings.ts'
import { createUsersAdapter } from './users.ts'

export interface AppOptions {
  settings: Settings
  auth: Auth
  /** Where the panel is reached, such as `http://localhost:5180`. */
  origins: string[]
}

/** Everything that the panel answers itself: sign-in, users, its own lists, pictures. */
export function createApp({ settings, auth, origins }: AppOptions): Hono<{ Bindings: HttpBindings }> {
  const faults = new FaultSwitch()
  const adapter = withProviderFaults(createUsersAdapter(settings, auth), faults)
  const handleUserImages = createUserImageHandler({ adapter, authorize: authorizeWith(auth), basePath: '/api', onEvent: audit })

  const app = new Hono<{ Bindings: HttpBindings }>()
  app.all('/api/auth/*', (c) => auth.handler(c.req.raw))
  app.use('/api/users/*', hopFaults(faults))
  app.all('/api/users', (c) => handleUserImages(c.req.raw))
  app.all('/api/users/*', (c) => handleUserImages(c.req.raw))
  app.use('/api/*', sameOrigin(origins))
  app.route('/api', panelApi({ auth, adapter, faults, backend: settings.clerk ? 'clerk' : 'better-auth' }))
  app.route('/', pictures())
  app.notFound((c) => c.json({ error: { code: 'not-found' } }, 404))
  app.onError((error, c) => {
    console.error(`${c.req.method} ${c.req.path} failed:`, error)
    return c.json({ error: { code: 'unexpected' } }, 500)
  })
  return app
}
