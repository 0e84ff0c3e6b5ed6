import { deflateSync } from 'node:zlib'

export type Colour = readonly [red: number, green: number, blue: number]
/** How far a point is outside (above 0) or inside (below 0) of a shape, in pixels. */
export type Shape = (x: number, y: number) => number

// A tile whose middle is this far from a shape holds nothing of it.
const TILE = 8
const FAR = 20

/** A square picture (its side a multiple of 8), painted shape over shape with soft edges, written as a PNG. */
export class Canvas {
  readonly size: number
  readonly #pixels: Float32Array

  constructor(size: number, background: (x: number, y: number) => Colour) {
    this.size = size
    this.#pixels = new Float32Array(size * size * 3)
    for (let y = 0, at = 0; y < size; y++)
      for (let x = 0; x < size; x++, at += 3) this.#pixels.set(background(x + 0.5, y + 0.5), at)
  }

  fill(shape: Shape, colour: Colour, opacity = 1): this {
    for (let top = 0; top < this.size; top += TILE) {
      for (let left = 0; left < this.size; left += TILE) {
        if (shape(left + TILE / 2, top + TILE / 2) < FAR) this.#fillTile(left, top, shape, colour, opacity)
      }
    }
    return this
  }

  #fillTile(left: number, top: number, shape: Shape, colour: Colour, opacity: number): void {
    for (let y = top; y < top + TILE; y++) {
      for (let x = left; x < left + TILE; x++) {
        const cover = Math.min(Math.max(0.5 - shape(x + 0.5, y + 0.5), 0), 1) * opacity
        const at = (y * this.size + x) * 3
        for (let channel = 0; cover > 0 && channel < 3; channel++)
          this.#pixels[at + channel]! += (colour[channel]! - this.#pixels[at + channel]!) * cover
      }
    }
  }

  toPng(): Uint8Array<ArrayBuffer> {
    const row = this.size * 3
    const raw = new Uint8Array((row + 1) * this.size)
    for (let y = 0; y < this.size; y++) {
      const start = y * (row + 1)
      raw[start] = y === 0 ? 0 : 2 // Filter "up": smooth pictures shrink by a half.
      for (let x = 0; x < row; x++)
        raw[start + 1 + x] =
          Math.round(this.#pixels[y * row + x]!) - (y === 0 ? 0 : Math.round(this.#pixels[(y - 1) * row + x]!))
    }
    const header = new Uint8Array(13)
    const view = new DataView(header.buffer)
    view.setUint32(0, this.size)
    view.setUint32(4, this.size)
    header.set([8, 2], 8)
    const signature = Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10)
    return concat([
      signature,
      chunk('IHDR', header),
      chunk('IDAT', deflateSync(raw, { level: 9 })),
      chunk('IEND', new Uint8Array()),
    ])
  }
}

function chunk(kind: string, data: Uint8Array): Uint8Array {
  const body = concat([new TextEncoder().encode(kind), data])
  const framed = concat([new Uint8Array(4), body, new Uint8Array(4)])
  const view = new DataView(framed.buffer)
  view.setUint32(0, data.length)
  view.setUint32(framed.length - 4, crc32(body))
  return framed
}

function crc32(bytes: Uint8Array): number {
  let rest = ~0
  for (const byte of bytes) {
    rest ^= byte
    for (let bit = 0; bit < 8; bit++) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0)
  }
  return ~rest >>> 0
}

function concat(parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
