import {
  createUserImageActions,
  createUserImageHandler,
  type HandlerAction,
  type UserImageActionsOptions,
  type UserImageHandlerOptions,
} from '../../src/server/index.ts'
import { png } from '../support/png.ts'
import { admin, linesOf, origin } from './startPanel.ts'

export interface Given {
  action: HandlerAction
  /** One, but in bulk. */
  ids: unknown[]
  /** Of the caller: the session, and what else they send. Default: an admin's on the panel's own page. */
  headers?: Record<string, string>
  reason?: string
  idempotencyKey?: string
  /** Of an upload. Default: a small PNG. */
  file?: Blob
}

export interface Told {
  /** An error's code; `undefined` where it succeeded. */
  code: string | undefined
  /** All that the caller is told. */
  text: string
}

function formOf(file: Blob = png): FormData {
  const form = new FormData()
  form.set('file', file, 'image')
  return form
}

type Options = Omit<UserImageHandlerOptions, 'basePath' | 'limit'> & Pick<PerActor, 'limit'>
type PerActor = { limit?: Pick<NonNullable<UserImageActionsOptions['limit']>, 'perActor'> }
type Way = (options: Options, given: Given) => Promise<Told>

/** What a caller is told after a call, by each way in. They are made once for the same options. */
export const ways = { handler, actions } satisfies Record<string, Way>
export const wayNames = Object.keys(ways) as (keyof typeof ways)[]

const handlers = new WeakMap<Options, ReturnType<typeof createUserImageHandler>>()

async function handler(
  options: Options,
  { action, ids, headers = { cookie: admin.cookie }, reason, idempotencyKey, file }: Given,
): Promise<Told> {
  const made = handlers.get(options) ?? createUserImageHandler({ ...options, basePath: '/api' })
  handlers.set(options, made)
  const id = encodeURIComponent(String(ids[0]))
  const [method, path] = {
    getUserList: ['GET', '/users'],
    getUser: ['GET', `/users/${id}`],
    deleteUserProfileImage: ['DELETE', `/users/${id}/profile_image`],
    deleteUserProfileImages: ['POST', '/users/profile_images/delete'],
    updateUserProfileImage: ['POST', `/users/${id}/profile_image`],
    restoreUserProfileImage: ['POST', `/users/${id}/profile_image/restore`],
    getImageEvents: ['GET', `/users/profile_images/events${ids.length > 0 ? `?userId=${id}` : ''}`],
  }[action] as [string, string]
  const response = await made(
    new Request(`${origin}/api${path}`, {
      method,
      headers: {
        origin,
        'sec-fetch-site': 'same-origin',
        ...(action !== 'updateUserProfileImage' && { 'content-type': 'application/json' }),
        ...(reason !== undefined && { 'avatarkit-reason': encodeURIComponent(reason) }),
        ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
        ...headers,
      },
      body:
        action === 'updateUserProfileImage'
          ? formOf(file)
          : method === 'POST'
            ? JSON.stringify({ userIds: ids })
            : null,
    }),
  )
  const text = await response.text()
  return {
    code: linesOf(text).find((line) => line.error)?.error.code,
    text: `${text}${JSON.stringify([...response.headers])}`,
  }
}

/** The headers are those of whoever calls now. */
const current = new WeakMap<Options, { headers: Headers; actions: ReturnType<typeof createUserImageActions> }>()

async function actions(
  options: Options,
  { action, ids, headers = { cookie: admin.cookie }, reason, idempotencyKey, file }: Given,
): Promise<Told> {
  const made = current.get(options) ?? {
    headers: new Headers(),
    actions: createUserImageActions({ ...options, getHeaders: () => current.get(options)!.headers }),
  }
  made.headers = new Headers({ host: new URL(origin).host, origin, 'sec-fetch-site': 'same-origin', ...headers })
  current.set(options, made)
  const context = { reason, idempotencyKey }
  const result = await {
    getUserList: () => made.actions.getUserList({}),
    getUser: () => made.actions.getUser(ids[0] as string),
    deleteUserProfileImage: () => made.actions.deleteUserProfileImage(ids[0] as string, context),
    deleteUserProfileImages: () => made.actions.deleteUserProfileImages(ids as string[], context),
    updateUserProfileImage: () => made.actions.updateUserProfileImage(ids[0] as string, formOf(file), context),
    restoreUserProfileImage: () => made.actions.restoreUserProfileImage(ids[0] as string, context),
    getImageEvents: () => made.actions.getImageEvents(ids.length > 0 ? { userId: ids[0] as string } : {}),
  }[action]()
  const failed = result.ok && 'results' in result ? result.results.find((one) => one.status !== 'done') : undefined
  return { code: result.ok ? failed?.error.code : result.error.code, text: JSON.stringify(result) }
}
