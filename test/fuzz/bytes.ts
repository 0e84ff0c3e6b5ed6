import fc from 'fast-check'

/** Ids, names and signs that mean something to somebody, so that nonsense hits where it hurts. */
export const words = [
  'ada',
  'user_1',
  'user_2',
  'id',
  'imageUrl',
  'hasImage',
  'https://images.test/ada.png',
  '__proto__',
  'constructor',
  'null',
  'NaN',
  '1e9',
  '-1',
  '#',
  '?a=',
  '/ban',
  '..',
  '%2e%2e',
  '%00',
  '\0',
  '\r\nX: 1',
  '\u202e',
  '\ufeff',
  '\ud800',
  'е',
  '😀',
  'javascript:alert(1)',
  'data:image/svg+xml,<svg onload=alert(1)>',
  'userId',
  'user_id',
  '_id',
  'retry-after',
]

export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...words),
  fc.array(fc.constantFrom(...words), { maxLength: 6 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc
    .tuple(fc.constantFrom(...words, 'a', ' '), fc.integer({ min: 1, max: 20_000 }))
    .map(([word, times]) => word.repeat(Math.ceil(times / word.length))),
)

/** JSON whose keys are often those of a user. */
export const anyJson: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<unknown>(null, true, false, 0, -1, 1e308, '', 'ada', 'https://images.test/ada.png'),
    anyText,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 8 })), tie('value'), { maxKeys: 6 }),
  ),
})).value

/** Bytes that are JSON, nearly JSON, or nothing of the kind. */
export const anyBody: fc.Arbitrary<Uint8Array<ArrayBuffer>> = fc.oneof(
  anyJson.map((value) => encode(JSON.stringify(value) ?? '')),
  fc.tuple(anyJson, fc.nat(), fc.uint8Array({ maxLength: 4 })).map(([value, at, noise]) => {
    const bytes = encode(JSON.stringify(value) ?? '')
    bytes.set(noise.subarray(0, Math.max(bytes.length - (at % (bytes.length + 1)), 0)), at % (bytes.length + 1))
    return bytes
  }),
  fc.tuple(anyJson, fc.nat()).map(([value, at]) => encode(JSON.stringify(value) ?? '').slice(0, at % 64)),
  fc.uint8Array({ maxLength: 300 }).map((bytes) => new Uint8Array(bytes)),
  fc.integer({ min: 1, max: 30_000 }).map((depth) => encode('['.repeat(depth))),
  fc.integer({ min: 1, max: 30_000 }).map((depth) => encode('{"a":'.repeat(depth))),
)

export const anyType: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constant('application/json') },
  fc.constantFrom(
    'application/json; charset=utf-8',
    'text/html',
    'text/plain',
    'application/x-ndjson',
    'multipart/form-data; boundary=x',
    'application/x-www-form-urlencoded',
    '',
  ),
)

export const encode = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(new TextEncoder().encode(text))

/** Without what no header can hold. */
export const headerText = (text: string): string => text.replaceAll(/[^\x20-\x7e\x80-\xff]/g, '').trim()
