import type { User, UserImageAdapter } from 'avatarkit/server'
import { Hono } from 'hono'
import type { Auth } from './auth.ts'
import { organisations, products } from './catalogue.ts'
import type { FaultSwitch } from './faults.ts'
import { readFaults } from './faults.ts'
import type { History } from './History.ts'
import { letterTo } from './letter.ts'
import { MEMBERS_PAGE, membersPage, readCursor } from './members.ts'
import type { Pictures } from './Pictures.ts'
import { sendPicture } from './pictureRoutes.ts'
import type { StaffEnv } from './staff.ts'
import { onlyStaff, staffOf } from './staff.ts'
import { listUsers } from './users.ts'
import { EVIDENCE_PATH } from './withHistory.ts'

const CATALOGUE_SIZE = 24

export interface PanelApiOptions {
  auth: Auth
  adapter: UserImageAdapter<User>
  faults: FaultSwitch
  history: History
  pictures: Pictures
  backend: 'better-auth' | 'clerk'
}

/** The panel's own endpoints, in its own shapes; nothing here knows what the kit would like. */
export function panelApi({ auth, adapter, faults, history, pictures, backend }: PanelApiOptions): Hono<StaffEnv> {
  const app = new Hono<StaffEnv>()
  // The first users' ids, which products and organisations have too.
  const sharedIds = async (headers: Headers) =>
    (await listUsers(adapter, headers, CATALOGUE_SIZE, 0)).users.map(({ id }) => id)

  app.use('*', async (c, next) => {
    await next()
    c.header('cache-control', 'no-store')
  })
  // Nobody is an answer here and no failure: the first page of every visit asks.
  app.get('/panel/me', async (c) => {
    const staff = await staffOf(auth, c.req.raw.headers)
    return c.json(staff ? { ...staff, backend } : null)
  })
  app.get('/panel/members', onlyStaff(auth), async (c) => {
    const offset = readCursor(c.req.query('cursor'))
    if (offset === undefined) return c.json({ error: { code: 'bad-cursor' } }, 400)
    const { users, totalCount } = await listUsers(adapter, c.req.raw.headers, MEMBERS_PAGE, offset)
    return c.json(membersPage(users, totalCount, offset))
  })
  app.get('/products', onlyStaff(auth), async (c) => c.json({ products: products(await sharedIds(c.req.raw.headers)) }))
  app.get('/organisations', onlyStaff(auth), async (c) =>
    c.json({ organisations: organisations(await sharedIds(c.req.raw.headers)) }),
  )
  // Removed pictures, under addresses of their own, until their time is over.
  app.get(`${EVIDENCE_PATH}/:id`, onlyStaff(auth), (c) => {
    const address = history.keptAddress(c.req.param('id'))
    const picture = address && pictures.find(address)
    return picture ? sendPicture(c, picture, 'no-store') : c.json({ error: { code: 'not-found' } }, 404)
  })
  // What a person would read, before anybody sends it.
  app.get('/panel/letter/:userId', onlyStaff(auth), async (c) => {
    const user = await adapter.getUser!(c.req.param('userId'), { headers: c.req.raw.headers }).catch(() => undefined)
    return user
      ? c.json({ text: letterTo(user.firstName, c.req.query('reason'), backend === 'better-auth') })
      : c.json({ error: { code: 'user-not-found' } }, 404)
  })
  app.get('/panel/faults', onlyStaff(auth), (c) => c.json(faults.current))
  app.post('/panel/faults', onlyStaff(auth, 'admin'), async (c) => {
    const wanted = readFaults(await c.req.json().catch(() => undefined), faults.current)
    if (!wanted) return c.json({ error: { code: 'bad-faults' } }, 400)
    faults.set(wanted)
    return c.json(faults.current)
  })
  return app
}
