/** Picture files by their bytes, for tests: as small as their formats allow. */

export const bytesOf = (...parts: (string | number[] | Uint8Array)[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? Array.from(part, (char) => char.charCodeAt(0)) : [...part])),
  )

export const be16 = (value: number) => [(value >> 8) & 255, value & 255]
export const be32 = (value: number) => [...be16(Math.floor(value / 65_536)), ...be16(value % 65_536)]
export const le16 = (value: number) => [value & 255, (value >> 8) & 255]
const le24 = (value: number) => [...le16(value), (value >> 16) & 255]
const le32 = (value: number) => [...le24(value), (value >> 24) & 255]

function crc32(bytes: Uint8Array): number {
  let crc = -1
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return ~crc >>> 0
}

export const pngChunk = (kind: string, data: number[] | Uint8Array) => {
  const body = bytesOf(kind, data)
  return bytesOf(be32(data.length), body, be32(crc32(body)))
}

/** A PNG that states this size, with a right checksum; `rest` after its header. */
export const pngOf = (
  width: number,
  height: number,
  rest: Uint8Array = new Uint8Array(),
  { depth = 8, colour = 6 } = {},
) => bytesOf('\x89PNG\r\n\x1a\n', pngChunk('IHDR', [...be32(width), ...be32(height), depth, colour, 0, 0, 0]), rest)

/** A JPEG's frame header; `components` 4 is CMYK. */
const frame = (width: number, height: number, components: number) => [
  0xff,
  0xc0,
  ...be16(8 + 3 * components),
  8,
  ...be16(height),
  ...be16(width),
  components,
  ...Array.from({ length: components }, (_, at) => [at + 1, 0x11, 0]).flat(),
]

export const jpegOf = (width: number, height: number, { segments = [] as number[], components = 3 } = {}) =>
  bytesOf([0xff, 0xd8], segments, frame(width, height, components), [0xff, 0xda, 0, 2, 0xff, 0xd9])

export const segment = (marker: number, data: Uint8Array) => [0xff, marker, ...be16(data.length + 2), ...data]

/** EXIF with an orientation and a place on earth, as cameras write it. */
export function exif(orientation: number): Uint8Array {
  const entry = (tag: number, type: number, count: number, value: number[]) => [
    ...be16(tag),
    ...be16(type),
    ...be32(count),
    ...value,
  ]
  const gpsAt = 8 + 2 + 2 * 12 + 4
  const latitudeAt = gpsAt + 2 + 2 * 12 + 4
  const zeroth = [
    ...be16(2),
    ...entry(0x0112, 3, 1, [...be16(orientation), 0, 0]),
    ...entry(0x8825, 4, 1, be32(gpsAt)),
    ...be32(0),
  ]
  const gps = [
    ...be16(2),
    ...entry(1, 2, 2, [...bytesOf('N\0'), 0, 0]),
    ...entry(2, 5, 3, be32(latitudeAt)),
    ...be32(0),
  ]
  const latitude = [...be32(51), ...be32(1), ...be32(30), ...be32(1), ...be32(26), ...be32(1)]
  return bytesOf('Exif\0\0MM\0*', be32(8), zeroth, gps, latitude, 'GPS-MARK')
}

/** The JPEG with EXIF in the place where cameras put it. */
export const withExif = (jpeg: Uint8Array, orientation: number) =>
  bytesOf(jpeg.subarray(0, 2), segment(0xe1, exif(orientation)), jpeg.subarray(2))

/** One colour after another, each a frame; the first is red. 2 × 2 unless told. */
export function gifOf(frames: number, { width = 2, height = 2, comment = '' } = {}): Uint8Array<ArrayBuffer> {
  const palette = [0xff, 0, 0, 0, 0, 0xff]
  const picture = (colour: number) => {
    // LZW with a clear code before each pixel, so that the table never grows: 3 bits a code.
    const codes = [...Array.from({ length: width * height }, () => [4, colour]).flat(), 5]
    const bits = codes.map((code) => [code & 1, (code >> 1) & 1, (code >> 2) & 1]).flat()
    const data = Array.from({ length: Math.ceil(bits.length / 8) }, (_, at) =>
      bits.slice(at * 8, at * 8 + 8).reduce((byte, value, place) => byte | (value << place), 0),
    )
    const blocks = Array.from({ length: Math.ceil(data.length / 255) }, (_, at) =>
      data.slice(at * 255, at * 255 + 255),
    ).flatMap((block) => [block.length, ...block])
    return [0x21, 0xf9, 4, 0, 1, 0, 0, 0, 0x2c, 0, 0, 0, 0, ...le16(width), ...le16(height), 0, 2, ...blocks, 0]
  }
  const remark = comment ? [0x21, 0xfe, comment.length, ...bytesOf(comment), 0] : []
  const all = Array.from({ length: frames }, (_, at) => picture(at === 0 ? 0 : 1))
  return bytesOf('GIF89a', le16(width), le16(height), [0x80, 0, 0], palette, remark, ...all, [0x3b])
}

/** A GIF whose first frame is larger than its screen: browsers show all of it. */
export const gifWithLargeFrame = (width: number, height: number) =>
  bytesOf(
    'GIF89a',
    le16(1),
    le16(1),
    [0, 0, 0],
    [0x21, 0xf9, 4, 0, 1, 0, 0, 0],
    [0x2c, 0, 0, 0, 0, ...le16(width), ...le16(height), 0],
  )

const riff = (kind: string, data: number[]) =>
  bytesOf('RIFF', le32(12 + data.length), 'WEBP', kind, le32(data.length), data)
export const webpOf = {
  lossy: (width: number, height: number) => riff('VP8 ', [0, 0, 0, 0x9d, 0x01, 0x2a, ...le16(width), ...le16(height)]),
  lossless: (width: number, height: number) => riff('VP8L', [0x2f, ...le32((width - 1) | ((height - 1) << 14))]),
  extended: (width: number, height: number) => riff('VP8X', [0, 0, 0, 0, ...le24(width - 1), ...le24(height - 1)]),
}

const box = (kind: string, ...data: (number[] | Uint8Array | string)[]) => {
  const body = bytesOf(...data)
  return bytesOf(be32(8 + body.length), kind, body)
}
export const ftyp = (...brands: string[]) => box('ftyp', brands[0]!, [0, 0, 0, 0], ...brands)
const ispe = (width: number, height: number) => box('ispe', [0, 0, 0, 0], be32(width), be32(height))
/** A tile first, as encoders write tiled pictures. */
/** A small size, then a box whose length is written elsewhere, and behind it the real size. */
export const avifThatHides = (width: number, height: number) =>
  bytesOf(
    ftyp('avif', 'mif1', 'miaf'),
    box(
      'meta',
      [0, 0, 0, 0],
      box(
        'iprp',
        box('ipco', ispe(10, 10), [0, 0, 0, 1, ...bytesOf('free'), 0, 0, 0, 0, 0, 0, 0, 16], ispe(width, height)),
      ),
    ),
  )

export const avifOf = (width: number, height: number) =>
  bytesOf(
    ftyp('avif', 'mif1', 'miaf'),
    box('meta', [0, 0, 0, 0], box('hdlr', [1, 2, 3]), box('iprp', box('ipco', ispe(1, 1), ispe(width, height)))),
    box('mdat', [0]),
  )
