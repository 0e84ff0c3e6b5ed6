/** Kinds of picture that every current browser can show. */
export type ImageFileType = 'png' | 'jpeg' | 'gif' | 'webp' | 'avif'

/** What the first bytes of a file say it is. `heic` and `svg` are known only to say that they cannot be used. */
export type RecognisedType = ImageFileType | 'heic' | 'svg'

export interface ImageSize {
  /** Pixels, as they are stored: a photo taken upright may lie on its side. */
  width: number
  height: number
}

const at = (bytes: Uint8Array, offset: number): number => bytes[offset] ?? 0
const u16 = (bytes: Uint8Array, offset: number): number => at(bytes, offset) * 256 + at(bytes, offset + 1)
const u16le = (bytes: Uint8Array, offset: number): number => at(bytes, offset + 1) * 256 + at(bytes, offset)
const u24le = (bytes: Uint8Array, offset: number): number => at(bytes, offset + 2) * 65_536 + u16le(bytes, offset)
const u32 = (bytes: Uint8Array, offset: number): number => u16(bytes, offset) * 65_536 + u16(bytes, offset + 2)
const text = (bytes: Uint8Array, offset: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(offset, offset + length))

const HEIC = /^(hei[cxms]|hev[cxms]|mif1|msf1|miaf)$/

/** By the bytes alone: neither a name nor a declared type says what a file is. `undefined`: nothing that is known. */
export function recogniseImage(bytes: Uint8Array): RecognisedType | undefined {
  if (text(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'png'
  if (text(bytes, 0, 3) === '\xff\xd8\xff') return 'jpeg'
  if (/^GIF8[79]a$/.test(text(bytes, 0, 6))) return 'gif'
  if (text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 4) === 'WEBP') return 'webp'
  if (text(bytes, 4, 4) === 'ftyp') {
    const brands: string[] = text(bytes, 8, Math.min(Math.max(u32(bytes, 0) - 8, 4), 256)).match(/.{4}/gs) ?? []
    if (brands.includes('avif') || brands.includes('avis')) return 'avif'
    return brands.some((brand) => HEIC.test(brand)) ? 'heic' : undefined
  }
  // Text that draws: what comes before its first tag is of no interest.
  return /^(\xef\xbb\xbf)?\s*(<\?xml[^>]*>\s*|<!--(?:(?!-->).)*-->\s*|<!doctype svg[^>]*>\s*)*<svg[\s>]/is.test(
    text(bytes, 0, 4096),
  )
    ? 'svg'
    : undefined
}

const inPng = (bytes: Uint8Array): ImageSize | undefined =>
  u32(bytes, 8) === 13 && text(bytes, 12, 4) === 'IHDR' ? { width: u32(bytes, 16), height: u32(bytes, 20) } : undefined

/** Past the segments that hold metadata, however many there are, to the one that starts the frame. */
function inJpeg(bytes: Uint8Array): ImageSize | undefined {
  for (let offset = 2; offset + 9 < bytes.length; ) {
    if (at(bytes, offset) !== 0xff) return undefined
    const marker = at(bytes, offset + 1)
    if (marker === 0xff) offset += 1
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) offset += 2
    // Anything below is no marker of a segment: a decoder would go on elsewhere, and find another size.
    else if (marker < 0xc0 || marker === 0xda || marker === 0xd9) return undefined
    else if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc)
      return { width: u16(bytes, offset + 7), height: u16(bytes, offset + 5) }
    else offset += 2 + Math.max(u16(bytes, offset + 2), 2)
  }
  return undefined
}

/** The larger of the screen and the first frame, to which browsers stretch it. */
function inGif(bytes: Uint8Array): ImageSize | undefined {
  const tableSize = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)
  let offset = 13 + tableSize(at(bytes, 10))
  while (offset < bytes.length && at(bytes, offset) === 0x21) {
    offset += 2
    while (offset < bytes.length && at(bytes, offset) !== 0) offset += 1 + at(bytes, offset)
    offset += 1
  }
  if (at(bytes, offset) !== 0x2c) return undefined
  const width = u16le(bytes, offset + 1) + u16le(bytes, offset + 5)
  const height = u16le(bytes, offset + 3) + u16le(bytes, offset + 7)
  return { width: Math.max(u16le(bytes, 6), width), height: Math.max(u16le(bytes, 8), height) }
}

function inWebp(bytes: Uint8Array): ImageSize | undefined {
  const kind = text(bytes, 12, 4)
  if (kind === 'VP8X') return { width: 1 + u24le(bytes, 24), height: 1 + u24le(bytes, 27) }
  if (kind === 'VP8 ' && text(bytes, 23, 3) === '\x9d\x01\x2a')
    return { width: u16le(bytes, 26) & 0x3fff, height: u16le(bytes, 28) & 0x3fff }
  if (kind !== 'VP8L' || at(bytes, 20) !== 0x2f) return undefined
  const [low, high] = [u16le(bytes, 21), u16le(bytes, 23)]
  return { width: 1 + (low & 0x3fff), height: 1 + ((low >> 14) | ((high & 0xfff) << 2)) }
}

/** Boxes that hold the sizes of an AVIF's items, and how many bytes of their own come before what they hold. */
const NESTED: Record<string, number> = Object.assign(Object.create(null), { meta: 4, iprp: 0, ipco: 0 })

/** The largest of its items: a tiled picture names its tiles and itself. */
function inAvif(bytes: Uint8Array, from = 0, to = bytes.length, depth = 0): ImageSize | undefined {
  let largest: ImageSize | undefined
  for (let offset = from; offset + 8 <= to; ) {
    const length = u32(bytes, offset)
    const kind = text(bytes, offset + 4, 4)
    const end = length === 0 ? to : Math.min(offset + length, to)
    // With a length that is written elsewhere nobody knows what comes next; within a box that is no picture.
    if (length !== 0 && length < 8) return depth === 0 ? largest : undefined
    let found: ImageSize | undefined
    if (kind === 'ispe') found = { width: u32(bytes, offset + 12), height: u32(bytes, offset + 16) }
    else if (kind in NESTED && depth < 3) found = inAvif(bytes, offset + 8 + NESTED[kind]!, end, depth + 1)
    if (found && (!largest || found.width * found.height > largest.width * largest.height)) largest = found
    offset = end
  }
  return largest
}

const readers: Record<ImageFileType, (bytes: Uint8Array) => ImageSize | undefined> = {
  png: inPng,
  jpeg: inJpeg,
  gif: inGif,
  webp: inWebp,
  avif: (bytes) => inAvif(bytes),
}

/** Width and height as the file's header states them, without decoding; `undefined` where it states none, or 0. */
export function readImageSize(bytes: Uint8Array, type: ImageFileType): ImageSize | undefined {
  const size = readers[type](bytes)
  return size && size.width > 0 && size.height > 0 ? size : undefined
}
