import { describe, expect, test, vi } from 'vitest'
import {
  type HandlerEvent,
  type ImageUploadOptions,
  imageUpload,
  type UserImageHandlerOptions,
} from '../../src/server/index.ts'
import { png } from '../support/png.ts'
import { admin, countingAdapter, image, linesOf, requestOf, startPanel } from './startPanel.ts'
import { wayNames, ways } from './ways.ts'

/** Takes pictures, and keeps them. */
function takingAdapter() {
  const counted = countingAdapter()
  const kept: { id: string; file: Blob }[] = []
  const adapter = {
    ...counted.adapter,
    async updateUserProfileImage(id: string, { file }: { file: Blob }) {
      kept.push({ id, file })
      return { ...(await counted.adapter.getUser(id)), imageUrl: 'https://images.test/new.png', hasImage: true }
    },
  }
  return { ...counted, adapter, kept }
}

const start = (options: Partial<UserImageHandlerOptions> = {}, upload: ImageUploadOptions = {}) => {
  const taking = takingAdapter()
  const panel = startPanel({ adapter: taking.adapter, upload: imageUpload(upload), ...options })
  const post = async (body: BodyInit, headers: Record<string, string> = {}) => {
    const response = await panel.handler(requestOf(image, { method: 'POST', headers: { ...admin, ...headers }, body }))
    const text = await response.text()
    return { status: response.status, text, code: linesOf(text)[0]?.error?.code as string | undefined }
  }
  return { ...panel, kept: taking.kept, post }
}
const form = (file: Blob = png, name = 'me.png') => {
  const made = new FormData()
  made.set('file', file, name)
  return made
}
const bytes = (...parts: (string | number[] | Uint8Array)[]) =>
  new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part as string))))

/** A PNG of one pixel whose head claims another size; the sum over it is right. */
async function claiming(width: number, height: number): Promise<Blob> {
  const made = new Uint8Array(await png.arrayBuffer())
  const view = new DataView(made.buffer)
  view.setUint32(16, width)
  view.setUint32(20, height)
  const { crc32 } = await import('node:zlib')
  view.setUint32(29, (crc32 as (data: Uint8Array) => number)(made.subarray(12, 29)))
  return new Blob([made])
}

describe('a picture', () => {
  test('reaches the provider named for what it is, whatever it was called', async () => {
    const { post, kept, events } = start()
    const { status, text } = await post(form(new Blob([png], { type: 'text/html' }), '../../\u202egnp.exe"\r\nX: 1'))
    expect([status, JSON.parse(text)]).toEqual([
      200,
      expect.objectContaining({ id: 'user_1', imageUrl: 'https://images.test/new.png', hasImage: true }),
    ])
    expect(kept.map(({ id, file }) => [id, file.type, file.size])).toEqual([['user_1', 'image/png', png.size]])
    expect(Buffer.from(await kept[0]!.file.arrayBuffer()).equals(Buffer.from(await png.arrayBuffer()))).toBe(true)
    expect(events).toMatchObject([
      { type: 'image.set', action: 'updateUserProfileImage', actorId: 'admin_1', userId: 'user_1' },
    ])
    expect(JSON.stringify(events)).not.toContain('exe')
  })

  test('under a key that stands for another picture: 409, and not told as if it had been set', async () => {
    const { post, kept } = start()
    const key = { 'idempotency-key': 'k' }
    const other = new Blob([png, 'x'])
    expect([
      (await post(form(), key)).status,
      (await post(form(), key)).status,
      (await post(form(other), key)).status,
    ]).toEqual([200, 200, 409])
    expect(kept.map(({ file }) => file.size)).toEqual([png.size])
  })

  test('is made into what the host keeps', async () => {
    const transform = vi.fn(async () => new Blob(['small'], { type: 'image/webp' }))
    const { post, kept } = start({}, { transform })
    expect((await post(form())).status).toBe(200)
    expect([kept[0]!.file.type, await kept[0]!.file.text()]).toEqual(['image/webp', 'small'])
    expect(transform).toHaveBeenCalledWith(expect.objectContaining({ type: 'image/png' }))
  })

  test('that the host cannot read is none', async () => {
    const { post, kept } = start({}, { transform: () => Promise.reject(new Error('canary')) })
    expect(await post(form())).toMatchObject({
      status: 400,
      code: 'invalid-image',
      text: expect.not.stringContaining('canary'),
    })
    expect(kept).toEqual([])
  })

  test('is no route where the host does not want it, or the adapter cannot', async () => {
    const taking = takingAdapter()
    const panel = startPanel({ adapter: taking.adapter })
    expect((await panel.ask(image, { method: 'POST', body: form() as never })).status).toBe(405)
    const cannot = startPanel({ upload: imageUpload() })
    const response = await cannot.handler(requestOf(image, { method: 'POST', headers: admin, body: form() }))
    expect([response.status, taking.kept]).toEqual([404, []])
  })
})

describe.each(wayNames)('what is no picture, by the %s', (way) => {
  test.each<[string, () => Blob | Promise<Blob>, string]>([
    ['nothing', () => new Blob([]), 'invalid-image'],
    ['one byte more than the cap', async () => new Blob([png, new Uint8Array(2000 - png.size + 1)]), 'too-large'],
    [
      'HTML that is called PNG',
      () => new Blob(['<!doctype html><script>alert(1)</script>'], { type: 'image/png' }),
      'invalid-image',
    ],
    [
      'SVG with a script',
      () =>
        new Blob(['<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'], {
          type: 'image/svg+xml',
        }),
      'invalid-image',
    ],
    [
      'SVG that is called PNG',
      () => new Blob(['<?xml version="1.0"?><svg onload="alert(1)"/>'], { type: 'image/png' }),
      'invalid-image',
    ],
    ['a PNG that claims 65,535 by 65,535 pixels', () => claiming(65_535, 65_535), 'too-large'],
    ['a PNG that claims none', () => claiming(0, 0), 'invalid-image'],
    ['a PNG that ends in its head', () => png.slice(0, 20), 'invalid-image'],
    ['HEIC', () => new Blob([bytes([0, 0, 0, 24], 'ftypheic', [0, 0, 0, 0], 'mif1heic')]), 'invalid-image'],
    ['a PDF', () => new Blob(['%PDF-1.7']), 'invalid-image'],
    ['a script', () => new Blob(['GI', 'alert(1)']), 'invalid-image'],
  ])('%s', async (_, make, code) => {
    const { adapter, kept } = takingAdapter()
    const events: HandlerEvent[] = []
    const options = {
      adapter,
      authorize: () => ({ id: 'admin_1' }),
      upload: imageUpload({ maxBytes: 2000 }),
      onEvent: (event: HandlerEvent) => void events.push(event),
    }
    const told = await ways[way](options, { action: 'updateUserProfileImage', ids: ['user_1'], file: await make() })
    expect([told.code, kept]).toEqual([code, []])
    expect(events).toMatchObject([{ type: 'denied', code }])
  })

  test('a picture of exactly the cap is taken', async () => {
    const { adapter, kept } = takingAdapter()
    const options = { adapter, authorize: () => ({ id: 'admin_1' }), upload: imageUpload({ maxBytes: png.size }) }
    expect((await ways[way](options, { action: 'updateUserProfileImage', ids: ['user_1'] })).code).toBeUndefined()
    expect(kept).toHaveLength(1)
  })
})

describe('the form', () => {
  const multipart = (body: string, boundary = 'x') =>
    [body.replaceAll('\n', '\r\n'), { 'content-type': `multipart/form-data; boundary=${boundary}` }] as const
  const head = 'content-disposition: form-data; name="file"; filename="a.png"\ncontent-type: image/png\n\n'
  test.each<[string, string, Record<string, string>]>([
    ['no boundary', '--x', { 'content-type': 'multipart/form-data' }],
    ['an empty boundary', '--', { 'content-type': 'multipart/form-data; boundary=' }],
    ['a boundary of 71 signs', '--x', { 'content-type': `multipart/form-data; boundary=${'b'.repeat(71)}` }],
    ['no part', ...multipart('--x--\n')],
    ['another boundary than was said', ...multipart(`--y\n${head}A\n--y--\n`)],
    ['no end', ...multipart(`--x\n${head}A`)],
    ['two files', ...multipart(`--x\n${head}A\n--x\n${head}B\n--x--\n`)],
    [
      'a field beside it',
      ...multipart(`--x\ncontent-disposition: form-data; name="userId"\n\nuser_2\n--x\n${head}B\n--x--\n`),
    ],
    [
      'a field after it',
      ...multipart(`--x\n${head}B\n--x\ncontent-disposition: form-data; name="userId"\n\nuser_2\n--x--\n`),
    ],
    ['another field', ...multipart(`--x\n${head.replace('"file"', '"avatar"')}A\n--x--\n`)],
    ['a field that is no file', ...multipart('--x\ncontent-disposition: form-data; name="file"\n\nA\n--x--\n')],
    [
      'an address to fetch',
      ...multipart('--x\ncontent-disposition: form-data; name="url"\n\nhttps://images.test/a.png\n--x--\n'),
    ],
    [
      'a form within the form',
      ...multipart(
        '--x\ncontent-disposition: form-data; name="file"\ncontent-type: multipart/mixed; boundary=y\n\n--y\n\nA\n--y--\n--x--\n',
      ),
    ],
    ['two names', ...multipart(`--x\ncontent-disposition: form-data; name="url"\n${head}A\n--x--\n`)],
    ['a head without an end', ...multipart(`--x\n${'a: b\n'.repeat(2000)}`)],
    ['10,000 parts', ...multipart(`${`--x\n${head}A\n`.repeat(10_000)}--x--\n`)],
    ['something after the end', ...multipart(`--x\n${head}A\n--x--\nand more`)],
    ['nothing', '', { 'content-type': 'multipart/form-data; boundary=x' }],
  ])('with %s: 400', async (_, body, headers) => {
    const { post, kept } = start()
    expect([(await post(body, headers)).status, kept]).toEqual([400, []])
  })

  test.each([
    'application/json',
    'image/png',
    'application/x-www-form-urlencoded',
    'text/plain',
    'multipart/mixed; boundary=x',
    '',
  ])('of the type %j: 415', async (type) => {
    const { post, asked } = start()
    expect([(await post('--x--', { 'content-type': type })).status, asked]).toEqual([415, []])
  })

  test.each(['cross-site', 'same-site'])(
    'from a page that is %s: 403, which any page could send without asking',
    async (site) => {
      const { post, asked } = start()
      expect([(await post(form(), { origin: 'https://evil.test', 'sec-fetch-site': site })).status, asked]).toEqual([
        403,
        [],
      ])
    },
  )

  test.each([{ cookie: 'session=none' }, { cookie: '' }])(
    'of somebody nobody knows (%o): not a byte is read',
    async (headers) => {
      const pull = vi.fn()
      const request = requestOf(image, {
        method: 'POST',
        headers: { ...admin, ...headers, 'content-type': 'multipart/form-data; boundary=x' },
        body: new ReadableStream({ pull }, { highWaterMark: 0 }),
      })
      const { handler } = start()
      expect((await handler(request)).status).toBeOneOf([401, 403])
      expect(pull).not.toHaveBeenCalled()
    },
  )

  test('that is too large, declared or not, and one that never ends', async () => {
    const { post, handler, kept } = start({ bodyTimeoutMs: 40 }, { maxBytes: 20_000 })
    expect((await post(form(new Blob([new Uint8Array(40_000)])))).status).toBe(413)
    const cancel = vi.fn()
    const endless = new ReadableStream(
      { pull: (controller) => controller.enqueue(new Uint8Array(8192)), cancel },
      { highWaterMark: 0 },
    )
    const headers = { ...admin, 'content-type': 'multipart/form-data; boundary=x' }
    expect((await handler(requestOf(image, { method: 'POST', headers, body: endless }))).status).toBe(413)
    const stalled = new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode('--x\r\n')),
      cancel,
    })
    expect((await handler(requestOf(image, { method: 'POST', headers, body: stalled }))).status).toBe(408)
    expect([cancel.mock.calls.length, kept]).toEqual([2, []])
  })
})

test.each([{ maxBytes: 0 }, { maxBytes: 1.5 }, { maxPixels: -1 }, { maxPixels: Number.NaN }])(
  '%o: misconfigured at once',
  (options) => {
    expect(() => imageUpload(options)).toThrow(expect.objectContaining({ code: 'misconfigured' }))
  },
)

test('upload: what imageUpload does not make is refused at once', () => {
  expect(() => startPanel({ upload: true as never })).toThrow(/imageUpload\(\)/)
})
