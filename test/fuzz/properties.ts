import fc from 'fast-check'
import { clerkAdapter } from '../../src/adapters/clerk.ts'
import { restAdapter } from '../../src/adapters/rest.ts'
import { isSafeUserId } from '../../src/core/adapter.ts'
import { commonFields } from '../../src/core/commonFields.ts'
import { isAvatarKitError } from '../../src/core/errors.ts'
import { guardAdapter } from '../../src/core/guard.ts'
import { safeImageUrl } from '../../src/core/image.ts'
import { checkImageFile } from '../../src/core/imageFile.ts'
import { initials } from '../../src/core/initials.ts'
import { jsonLines } from '../../src/core/jsonLines.ts'
import { parseRetryAfter } from '../../src/core/retryAfter.ts'
import { toUser } from '../../src/core/toUser.ts'
import { displayName } from '../../src/core/user.ts'
import { oneLine } from '../../src/server/events.ts'
import { bulkRemoval, createUserImageHandler, imageUpload } from '../../src/server/index.ts'
import { anyBody, anyJson, anyText, anyType, encode, headerText } from './bytes.ts'

/** What must hold for any input. Resolves where it holds, throws where it does not. */
export interface Property<T = any> {
  input: fc.Arbitrary<T>
  /** Without a provider, a network or a clock of its own: what it takes is ours. */
  holds: (input: T) => void | Promise<void>
}

const property = <T>(input: fc.Arbitrary<T>, holds: Property<T>['holds']): Property<T> => ({ input, holds })

function check(condition: boolean, sentence: string): asserts condition {
  if (!condition) throw new Error(sentence)
}

const address = 'https://images.test/ada.png'
const answer = fc.record({
  status: fc.constantFrom(200, 200, 200, 201, 204, 302, 307, 400, 401, 403, 404, 409, 413, 429, 500, 502, 503),
  type: anyType,
  body: anyBody,
})
type Answer = typeof answer extends fc.Arbitrary<infer T> ? T : never
const respond = ({ status, type, body }: Answer) =>
  new Response([204, 304].includes(status) ? null : body, { status, headers: type ? { 'content-type': type } : {} })

/** Whether an answer may be taken for a user: only what is JSON of the one that was asked for. */
function mayBe(id: string, { status, type, body }: Answer): boolean {
  if (status < 200 || status > 299 || !type.startsWith('application/json')) return false
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
    return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).includes(id)
  } catch {
    return false
  }
}

/** A removal's end is success only where somebody said so of the right user; else an error of the kit. */
async function honest(
  removal: Promise<unknown>,
  said: () => boolean,
  truth: { told: boolean; removed: boolean },
): Promise<void> {
  const end = await removal.then(
    (user) => ({ user: user as { id?: unknown; hasImage?: unknown } }),
    (error: unknown) => ({ error }),
  )
  if ('error' in end) return check(isAvatarKitError(end.error), `not an error of the kit: ${String(end.error)}`)
  check(end.user.id === 'ada' && end.user.hasImage === false, 'a success that is not this user without an image')
  check(said() || (truth.told && truth.removed), 'a success that nobody told of')
}

export const properties: Record<string, Property> = {
  'provider replies, over HTTP': property(
    fc.record({ first: answer, second: fc.option(answer), removed: fc.boolean() }),
    async ({ first, second, removed }) => {
      const truth = { id: 'ada', imageUrl: removed ? null : address, hasImage: !removed }
      const fetch = async (_: unknown, init?: RequestInit) =>
        init?.method === 'DELETE' ? respond(first) : second ? respond(second) : Response.json(truth)
      const adapter = restAdapter({ baseUrl: 'https://api.test', fetch, deadlineMs: 500 })
      await honest(
        adapter.deleteUserProfileImage('ada'),
        () => mayBe('ada', first) || (second !== null && mayBe('ada', second)),
        { told: second === null, removed },
      )
    },
  ),

  'provider replies, through an SDK': property(
    fc.record({
      reply: anyJson,
      fails: fc.boolean(),
      look: anyJson,
      status: fc.option(fc.constantFrom(400, 401, 403, 404, 422, 429, 500, 503)),
      retryAfter: fc.oneof(fc.double(), anyText),
    }),
    async ({ reply, fails, look, status, retryAfter }) => {
      const error = { clerkError: true, status: status ?? undefined, retryAfter, errors: reply }
      const users = {
        deleteUserProfileImage: async () => (fails ? Promise.reject(status === null ? reply : error) : reply),
        getUser: async () => look,
        getUserList: async () => look as never,
      }
      const adapter = guardAdapter(clerkAdapter({ users }), { retries: 0, deadlineMs: 500 })
      const mayBeUser = (value: unknown) => JSON.stringify(value)?.includes('user_1') ?? false
      const end = await adapter.deleteUserProfileImage('user_1').catch((thrown: unknown) => thrown)
      if (isAvatarKitError(end))
        return check(end.retryAfter === undefined || end.retryAfter >= 0, 'a wait of less than nothing')
      check(
        (end as { id?: unknown; hasImage?: unknown }).id === 'user_1' &&
          (end as { hasImage?: unknown }).hasImage === false,
        'neither an error of the kit nor the user',
      )
      check(mayBeUser(reply) || mayBeUser(look), 'a success that nobody told of')
      const list = await adapter.getUserList!({}).catch((thrown: unknown) => thrown)
      check(
        isAvatarKitError(list) || Array.isArray((list as { data?: unknown }).data),
        'neither an error of the kit nor a list',
      )
    },
  ),

  'users of any shape': property(anyJson, (value) => {
    if (typeof value !== 'object' || value === null) return
    const user = toUser(value)
    check(
      typeof user.id === 'string' && typeof user.hasImage === 'boolean' && typeof displayName(user) === 'string',
      'a user that is none',
    )
    check(!user.hasImage || (typeof user.imageUrl === 'string' && user.imageUrl !== ''), 'an image without an address')
    for (const time of [user.createdAt, user.updatedAt, user.lastActiveAt])
      check(time === null || Number.isFinite(time), 'a time that is none')
    const id = commonFields.match(value)
    if (id === undefined) return
    const written = commonFields.write({ imageUrl: null, hasImage: false }, value)
    check(
      !commonFields.image({ ...commonFields.read(value), ...written }).hasImage,
      'an image that stays after it was taken away',
    )
    check(
      Object.keys(written).every((name) => name in value),
      'a field that was not there',
    )
    check(({} as { polluted?: unknown }).polluted === undefined, 'a prototype was changed')
  }),

  ids: property(
    fc.oneof(
      anyText,
      anyJson,
      fc.constantFrom<unknown>(undefined, Symbol.iterator, 1n, Number.NaN, () => 'ada'),
    ),
    async (id) => {
      const safe = isSafeUserId(id)
      if (safe) {
        const url = new URL(`https://api.test/users/${encodeURIComponent(id)}/profile_image`)
        check(
          decodeURIComponent(url.pathname) === `/users/${id}/profile_image` && url.search === '' && url.hash === '',
          'an id that makes another address',
        )
        check(oneLine(id) === id.slice(0, 500), 'an id that is more than a line')
      }
      let sent = 0
      const adapter = guardAdapter(
        async (given: string) => (sent++, { id: given, imageUrl: null, hasImage: false }) as never,
      )
      const end = await adapter.deleteUserProfileImage(id as string).catch((error: unknown) => error)
      check(sent === (safe ? 1 : 0), 'an id that was sent although it is none, or was not although it is one')
      check(
        safe || (isAvatarKitError(end) && end.code === 'invalid-user-id'),
        'an id that was refused without saying so',
      )
    },
  ),

  'Retry-After': property(fc.tuple(anyText, fc.option(anyText), fc.integer()), ([value, date, now]) => {
    const seconds = parseRetryAfter(value, date, now)
    check(seconds === undefined || (Number.isFinite(seconds) && seconds >= 0), `a wait of ${seconds}`)
  }),

  'texts of a stranger': property(anyText, (text) => {
    check(
      !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(oneLine(text)) && oneLine(text).length <= 4000,
      'a log line that is more than a line',
    )
    check(initials(text).length <= 40, 'initials that are a text')
    const url = safeImageUrl(text)
    check(
      url === undefined ||
        !/^\s*(javascript|vbscript|file|data:(?!image\/(png|jpe?g|gif|webp|avif|bmp)[;,]))/i.test(url),
      'an address that is none of a picture',
    )
  }),

  'lines of a stream': property(
    fc.tuple(
      fc.oneof(
        anyBody,
        fc
          .array(anyJson, { maxLength: 5 })
          .map((values) => encode(values.map((value) => `${JSON.stringify(value)}\n`).join(''))),
      ),
      fc.array(fc.nat(40), { maxLength: 10 }),
    ),
    async ([bytes, cuts]) => {
      const read = async (parts: Uint8Array<ArrayBuffer>[]) => {
        const stream = new ReadableStream<Uint8Array>({
          start(controller) {
            for (const part of parts) controller.enqueue(part)
            controller.close()
          },
        })
        const values: unknown[] = []
        try {
          for await (const value of jsonLines(stream, 1000)) values.push(value)
          return JSON.stringify(values)
        } catch (error) {
          check(error instanceof Error, 'no error was thrown')
          return 'unreadable'
        }
      }
      const parts: Uint8Array<ArrayBuffer>[] = []
      let at = 0
      for (const cut of cuts) parts.push(bytes.slice(at, (at += cut)))
      parts.push(bytes.slice(at))
      check((await read([bytes])) === (await read(parts)), 'lines that differ by how they arrived')
    },
  ),

  'forms with a picture': property(
    fc.record({
      boundary: fc.constantFrom('x', 'x', 'x', 'xx', '', 'a b', 'x'.repeat(71)),
      pieces: fc.array(
        fc.oneof(
          {
            weight: 6,
            arbitrary: fc.constantFrom(
              '--x',
              '--x--',
              '\r\n',
              '\r\n\r\n',
              'content-disposition: form-data; name="file"; filename="a.png"',
              'content-type: image/png',
              '\r\n--x--\r\n',
            ),
          },
          fc.constantFrom(
            'content-disposition: form-data; name="userId"',
            'content-type: multipart/mixed; boundary=x',
            '--',
            '"',
            ';',
            '\n',
          ),
          anyText.map((text) => text.slice(0, 50)),
        ),
        { maxLength: 12 },
      ),
      right: fc.boolean(),
    }),
    async ({ boundary, pieces, right }) => {
      // The head of a GIF: Node.js 20's own reader of forms stumbles over a PNG's.
      const picture = Uint8Array.from([0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 1, 1, 1, 1, 0, 0, 0, 0x3b])
      // Half of them are nearly right.
      const head = right ? '--x\r\ncontent-disposition: form-data; name="file"; filename="a.png"\r\n\r\n' : ''
      const body = new Uint8Array(
        await new Blob([head, picture, right ? '\r\n--x--' : '', pieces.join('')]).arrayBuffer(),
      )
      const type = `multipart/form-data; boundary=${boundary}`
      let kept: Blob | undefined
      const handler = createUserImageHandler({
        basePath: '/api',
        adapter: {
          deleteUserProfileImage: async (id) => ({ id }),
          updateUserProfileImage: async (id, { file }) => ((kept = file), { id, imageUrl: address, hasImage: true }),
        },
        authorize: () => ({ id: 'admin' }),
        upload: imageUpload(),
      })
      const headers = { cookie: 'session=admin', origin: 'https://panel.test', 'content-type': type }
      const { status } = await handler(
        new Request('https://panel.test/api/users/user_1/profile_image', { method: 'POST', headers, body }),
      )
      check([200, 400, 415].includes(status), `the status ${status}`)
      check((status === 200) === (kept !== undefined), 'a success without a picture, or a picture without one')
      if (!kept) return
      // Whatever is taken, another reader of forms takes for the same one file and nothing else.
      // That one wants a line end behind the end, which need not be there.
      const ended = new Blob([body, new TextDecoder().decode(body.slice(-2)) === '\r\n' ? '' : '\r\n'])
      const entries = [
        ...(await new Response(await ended.arrayBuffer(), { headers: { 'content-type': type } }).formData()).entries(),
      ]
      check(
        entries.length === 1 && entries[0]![0] === 'file' && entries[0]![1] instanceof Blob,
        'a form that another reader takes for something else',
      )
      check(
        Buffer.from(await (entries[0]![1] as Blob).arrayBuffer()).equals(Buffer.from(await kept.arrayBuffer())),
        'a file that another reader takes for another',
      )
    },
  ),

  'picture files': property(
    fc.tuple(
      fc.constantFrom(
        '',
        '\x89PNG\r\n\x1a\n',
        '\xff\xd8\xff',
        'GIF89a',
        'RIFF\x00\x00\x00\x00WEBP',
        '\x00\x00\x00\x18ftypavif',
        '<svg',
      ),
      fc.uint8Array({ maxLength: 200 }),
      fc.nat(300),
    ),
    ([magic, noise, cut]) => {
      const start = Uint8Array.from(magic, (sign) => sign.charCodeAt(0))
      const verdict = checkImageFile(new Uint8Array([...start, ...noise]).subarray(0, cut))
      check(
        !verdict.ok || (verdict.width > 0 && verdict.height > 0 && verdict.width * verdict.height <= 50_000_000),
        'a picture of no size, or of more than is allowed',
      )
    },
  ),

  'request heads and bodies': property(
    fc.record({
      method: fc.constantFrom('GET', 'DELETE', 'POST', 'PUT', 'HEAD', 'OPTIONS', 'PATCH'),
      path: fc.oneof(
        anyText,
        fc.constantFrom('user_1', 'user_1/profile_image', 'profile_images/delete'),
        fc.tuple(anyText, fc.constantFrom('', '/profile_image')).map((parts) => parts.join('')),
      ),
      session: fc.constantFrom('session=admin', 'session=none', ''),
      origin: fc.constantFrom('https://panel.test', 'https://evil.test', 'null', ''),
      type: anyType,
      headers: fc.array(
        fc.tuple(
          fc.constantFrom(
            'idempotency-key',
            'avatarkit-reason',
            'sec-fetch-site',
            'x-forwarded-host',
            'content-length',
            'forwarded',
          ),
          anyText,
        ),
        {
          maxLength: 3,
        },
      ),
      body: fc.oneof(
        anyBody,
        fc
          .array(fc.oneof(fc.constantFrom('user_1', 'user_2'), anyText), { maxLength: 4 })
          .map((userIds) => encode(JSON.stringify({ userIds }))),
      ),
    }),
    async ({ method, path, session, origin, type, headers, body }) => {
      const changes: string[] = []
      const asked = new Set<string | undefined>()
      const handler = createUserImageHandler({
        basePath: '/api',
        adapter: {
          deleteUserProfileImage: async (id) => (changes.push(id), { id, imageUrl: null, hasImage: false }),
          getUser: async (id) => ({ id, imageUrl: address, secret: 'canary' }),
        },
        authorize: (request) => (
          asked.add(request.userId), request.headers.get('cookie') === 'session=admin' ? { id: 'admin' } : undefined
        ),
        bulk: bulkRemoval(),
      })
      const given = new Headers()
      for (const [name, value] of [...headers, ['cookie', session], ['origin', origin], ['content-type', type]])
        if (headerText(value!)) given.set(name!, headerText(value!))
      let request: Request
      try {
        request = new Request(`https://panel.test/api/users/${path}`, {
          method,
          headers: given,
          ...(method !== 'GET' && method !== 'HEAD' && { body }),
        })
      } catch {
        // What is no request at all does not arrive.
        return
      }
      const response = await handler(request)
      const text = await response.text()
      check(
        [200, 400, 401, 403, 404, 405, 408, 409, 413, 415, 429, 502, 503].includes(response.status),
        `the status ${response.status}`,
      )
      check(!text.includes('canary'), 'something of the provider’s came out')
      check(
        changes.every((id) => isSafeUserId(id) && asked.has(id)),
        'a change of somebody whom nobody was asked about',
      )
      const mayChange =
        session === 'session=admin' &&
        (origin === 'https://panel.test' || (origin === '' && given.get('sec-fetch-site') === 'same-origin'))
      check(mayChange || changes.length === 0, 'a change by somebody who may not, or from somewhere else')
      check(
        response.ok === (response.headers.get('content-type')!.includes('ndjson') || !text.startsWith('{"error"')),
        'an error that looks like success',
      )
    },
  ),
}
