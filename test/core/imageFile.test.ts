import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { checkByteLength, checkImageFile } from '../../src/core/imageFile.ts'
import {
  avifOf,
  avifThatHides,
  bytesOf,
  exif,
  ftyp,
  gifOf,
  gifWithLargeFrame,
  jpegOf,
  pngChunk,
  pngOf,
  segment,
  webpOf,
} from '../support/imageBytes.ts'

const faultOf = (bytes: Uint8Array, limits?: Parameters<typeof checkImageFile>[1]) => {
  const verdict = checkImageFile(bytes, limits)
  return verdict.ok ? `${verdict.type} ${verdict.width} × ${verdict.height}` : `${verdict.code}: ${verdict.fault}`
}

describe('what a file is, and its size without decoding', () => {
  const thumbnail = bytesOf('MPF\0', jpegOf(9000, 9000))
  it.each<[string, Uint8Array, string]>([
    ['PNG', pngOf(640, 480), 'png 640 × 480'],
    ['a PNG of 16 bits', pngOf(640, 480, undefined, { depth: 16 }), 'png 640 × 480'],
    ['JPEG', jpegOf(640, 480), 'jpeg 640 × 480'],
    ['a JPEG in CMYK', jpegOf(640, 480, { components: 4 }), 'jpeg 640 × 480'],
    ['a JPEG behind EXIF', jpegOf(640, 480, { segments: segment(0xe1, exif(6)) }), 'jpeg 640 × 480'],
    [
      'a JPEG with other pictures in its metadata',
      jpegOf(640, 480, { segments: segment(0xe2, thumbnail) }),
      'jpeg 640 × 480',
    ],
    [
      'a JPEG with filling',
      jpegOf(640, 480, { segments: [0xff, 0xff, 0xff, ...segment(0xfe, bytesOf('hello')).slice(1)] }),
      'jpeg 640 × 480',
    ],
    ['GIF', gifOf(3, { width: 4, height: 3 }), 'gif 4 × 3'],
    ['a GIF with a comment', gifOf(1, { comment: 'hello' }), 'gif 2 × 2'],
    ['a GIF whose frame is larger than it says', gifWithLargeFrame(5000, 4000), 'gif 5000 × 4000'],
    ['WebP, lossy', webpOf.lossy(640, 480), 'webp 640 × 480'],
    ['WebP, lossless', webpOf.lossless(16_384, 12_345), 'invalid'],
    ['WebP, extended', webpOf.extended(640, 480), 'webp 640 × 480'],
    ['AVIF', avifOf(640, 480), 'avif 640 × 480'],
  ])('%s', (_, bytes, told) => {
    expect(faultOf(bytes, { maxPixels: 100_000_000 })).toBe(told === 'invalid' ? 'too-large: too-many-pixels' : told)
  })

  it('the 14 bits of a lossless WebP', () => {
    expect(faultOf(webpOf.lossless(16_384, 3000))).toBe('webp 16384 × 3000')
    expect(faultOf(webpOf.lossless(1, 16_384))).toBe('webp 1 × 16384')
  })
})

describe('what is refused', () => {
  const script = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
  const heic = bytesOf(ftyp('heic', 'mif1', 'heic'), new Uint8Array(40))
  it.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'invalid-image: empty'],
    ['HTML, whatever its name', bytesOf('<!doctype html><script>alert(1)</script>'), 'invalid-image: not-a-picture'],
    ['SVG with a script', bytesOf(script), 'invalid-image: svg'],
    [
      'SVG behind what may come before it',
      bytesOf('\xef\xbb\xbf \n<?xml version="1.0"?><!-- <b> --><!DOCTYPE svg>\n', script),
      'invalid-image: svg',
    ],
    ['HEIC, by its name', heic, 'invalid-image: heic'],
    ['a film in the same kind of box', bytesOf(ftyp('isom', 'mp42')), 'invalid-image: not-a-picture'],
    ['PDF', bytesOf('%PDF-1.7'), 'invalid-image: not-a-picture'],
    ['BMP', bytesOf('BM\x1e\0\0\0'), 'invalid-image: not-a-picture'],
    ['a PNG that ends after its mark', pngOf(1, 1).subarray(0, 8), 'invalid-image: damaged'],
    ['a PNG of no width', pngOf(0, 10), 'invalid-image: damaged'],
    [
      'a PNG that begins with something else',
      bytesOf('\x89PNG\r\n\x1a\n', pngChunk('tEXt', [1, 2, 3])),
      'invalid-image: damaged',
    ],
    ['a JPEG without a frame', bytesOf([0xff, 0xd8, 0xff, 0xda, 0, 2, 0, 0, 0, 0, 0, 0]), 'invalid-image: damaged'],
    [
      'a JPEG with a small frame where decoders do not look, and a large one where they do',
      bytesOf(
        [0xff, 0xd8],
        [0xff, 0x00, 0, 4],
        segment(0xe1, bytesOf(jpegOf(10, 10).subarray(2))),
        jpegOf(20_000, 20_000).subarray(2),
      ),
      'invalid-image: damaged',
    ],
    [
      'an AVIF that hides its size behind a box without a length',
      avifThatHides(20_000, 20_000),
      'invalid-image: damaged',
    ],
    [
      'a JPEG that is cut off in its metadata',
      bytesOf([0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff, 0, 0, 0, 0, 0, 0]),
      'invalid-image: damaged',
    ],
    ['a GIF without a frame', gifOf(0), 'invalid-image: damaged'],
    ['a WebP of an unknown kind', bytesOf('RIFF\0\0\0\0WEBPnope', new Uint8Array(20)), 'invalid-image: damaged'],
    ['an AVIF that names no size', bytesOf(ftyp('avif')), 'invalid-image: damaged'],
    ['a tiny PNG that says 65535²', pngOf(65_535, 65_535), 'too-large: too-many-pixels'],
    ['an AVIF whose tiles are small', avifOf(20_000, 20_000), 'too-large: too-many-pixels'],
    ['a GIF whose frame is huge', gifWithLargeFrame(65_535, 65_535), 'too-large: too-many-pixels'],
  ])('%s', (_, bytes, fault) => {
    expect(faultOf(bytes)).toBe(fault)
  })

  it('one byte more than the cap, before any is read', () => {
    expect(checkByteLength(10 * 2 ** 20)).toBeUndefined()
    expect(checkByteLength(10 * 2 ** 20 + 1)).toEqual({ ok: false, fault: 'too-many-bytes', code: 'too-large' })
    expect(checkByteLength(0)).toEqual({ ok: false, fault: 'empty', code: 'invalid-image' })
    expect(faultOf(bytesOf(pngOf(1, 1), new Uint8Array(100)), { maxBytes: 100 })).toBe('too-large: too-many-bytes')
  })

  it('one pixel more than the cap', () => {
    expect(faultOf(pngOf(100, 100), { maxPixels: 10_000 })).toBe('png 100 × 100')
    expect(faultOf(pngOf(100, 101), { maxPixels: 10_000 })).toBe('too-large: too-many-pixels')
  })
})

// How long they take is what `npm run fuzz` measures; what is quadratic here would not end.
describe('what takes no time', () => {
  const nestedBoxes = (count: number) => {
    const bytes = new Uint8Array(24 + 8 * count)
    bytes.set(ftyp('avif'))
    const view = new DataView(bytes.buffer)
    for (let at = 0; at < count; at++) {
      view.setUint32(ftyp('avif').length + 8 * at, 8 * (count - at))
      bytes.set(bytesOf('ipco'), ftyp('avif').length + 8 * at + 4)
    }
    return bytes
  }
  it.each<[string, Uint8Array, string]>([
    [
      'a bomb of compressed text',
      bytesOf(pngOf(8, 8), pngChunk('zTXt', deflateSync(new Uint8Array(64 * 2 ** 20)))),
      'png 8 × 8',
    ],
    ['comments without an end', bytesOf('<!---->'.repeat(1000)), 'invalid-image: not-a-picture'],
    ['blanks without an end', bytesOf(' '.repeat(1_000_000)), 'invalid-image: not-a-picture'],
    [
      'a million empty segments',
      bytesOf(
        [0xff, 0xd8],
        Array.from({ length: 1_000_000 }, (_, at) => [0xff, 0xe0, 0, 2][at % 4]!),
      ),
      'invalid-image: damaged',
    ],
    ['boxes in boxes', nestedBoxes(1_000_000), 'invalid-image: damaged'],
    [
      'a box named like what every object has',
      bytesOf(ftyp('avif'), [0, 0, 0, 8], 'toString', [0, 0, 0, 0]),
      'invalid-image: damaged',
    ],
    ['a GIF of a thousand frames', gifOf(1000), 'gif 2 × 2'],
  ])('%s', (_, bytes, told) => {
    expect(faultOf(bytes)).toBe(told)
  })

  it('bytes at random, and good ones cut off anywhere, never throw', () => {
    const good = [
      pngOf(9, 9),
      jpegOf(9, 9, { segments: segment(0xe1, exif(6)) }),
      gifOf(2),
      webpOf.lossy(9, 9),
      webpOf.lossless(9, 9),
      webpOf.extended(9, 9),
      avifOf(9, 9),
    ]
    for (const bytes of good)
      for (let end = 0; end < bytes.length; end++) expect(() => checkImageFile(bytes.subarray(0, end))).not.toThrow()
    for (let round = 0; round < 2000; round++) {
      const bytes = Uint8Array.from(good[round % good.length]!)
      for (let change = 0; change < 4; change++)
        bytes[Math.floor(Math.random() * bytes.length)] = Math.floor(Math.random() * 256)
      expect(() => checkImageFile(bytes)).not.toThrow()
    }
  })
})
