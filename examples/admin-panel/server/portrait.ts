import type { Colour } from './Canvas.ts'
import { Canvas } from './Canvas.ts'
import type { Random } from './random.ts'
import { randomFrom } from './random.ts'
import { above, both, box, darker, ellipse, gradient, hsl, without } from './shapes.ts'

const SIZE = 112
const MIDDLE = SIZE / 2
const skins: Colour[] = [
  [255, 224, 196],
  [243, 201, 165],
  [224, 172, 128],
  [198, 140, 98],
  [160, 106, 70],
  [120, 76, 50],
  [88, 55, 38],
]
const hairs: Colour[] = [
  [36, 28, 26],
  [58, 40, 30],
  [92, 60, 38],
  [140, 92, 52],
  [196, 150, 92],
  [168, 76, 44],
  [150, 150, 154],
  [214, 210, 204],
]

/** A made-up person's picture, the same for the same id: a PNG of about two kB. */
export function portrait(id: string): Uint8Array<ArrayBuffer> {
  const random = randomFrom(`portrait of ${id}`)
  const hue = random.whole(360)
  const skin = random.pick(skins)
  const hair = random.pick(skin[0] < 140 ? hairs.slice(0, 3) : hairs)
  const clothes = hsl(hue + 150 + random.whole(80), random.between(0.3, 0.55), random.between(0.3, 0.5))
  const canvas = new Canvas(SIZE, gradient(SIZE, hsl(hue, 0.55, 0.86), hsl(hue + 35, 0.5, 0.7)))
  canvas.fill(ellipse(MIDDLE + 30, 24, 44, 44), [255, 255, 255], 0.14)
  const style = random.whole(6)
  hairBehind(canvas, hair, style)
  shoulders(canvas, clothes, skin, random)
  canvas.fill(ellipse(MIDDLE - 21, 53, 4, 6), darker(skin, 0.1)).fill(ellipse(MIDDLE + 21, 53, 4, 6), darker(skin, 0.1))
  canvas.fill(ellipse(MIDDLE, 50, 21, 25.5), skin)
  hairInFront(canvas, hair, style)
  face(canvas, skin, hair, random)
  return canvas.toPng()
}

function shoulders(canvas: Canvas, clothes: Colour, skin: Colour, random: Random): void {
  canvas.fill(ellipse(MIDDLE, 118, 47, 38), clothes)
  canvas.fill(box(MIDDLE, 78, 19, 26, 9), darker(skin, 0.14))
  if (random.next() < 0.5)
    canvas.fill(
      both(ellipse(MIDDLE, 84, 15, 12), (_, y) => 80 - y),
      darker(skin, 0.07),
    )
  else
    canvas
      .fill(box(MIDDLE - 9, 88, 9, 20, 3, -0.55), darker(clothes, -0.35))
      .fill(box(MIDDLE + 9, 88, 9, 20, 3, 0.55), darker(clothes, -0.35))
}

function hairBehind(canvas: Canvas, hair: Colour, style: number): void {
  const back = darker(hair, 0.18)
  if (style === 0) canvas.fill(box(MIDDLE, 62, 60, 72, 26), back)
  if (style === 1) canvas.fill(ellipse(MIDDLE, 46, 34, 33), back)
  if (style === 2) canvas.fill(ellipse(MIDDLE, 17, 11, 10), back)
  if (style === 3) canvas.fill(box(MIDDLE, 54, 54, 52, 22), back)
}

function hairInFront(canvas: Canvas, hair: Colour, style: number): void {
  if (style === 5) {
    canvas.fill(both(ellipse(MIDDLE, 48, 22.5, 26), above(33)), hair)
    return
  }
  const cap = both(ellipse(MIDDLE, 46, 25, 27), above(style === 4 ? 46 : 50))
  const brow = [ellipse(MIDDLE, 61, 22, 24), ellipse(MIDDLE + 9, 60, 29, 23), ellipse(MIDDLE - 9, 60, 29, 23)][
    style % 3
  ]!
  canvas.fill(without(cap, brow), hair)
}

function face(canvas: Canvas, skin: Colour, hair: Colour, random: Random): void {
  const dark: Colour = [40, 30, 30]
  for (const side of [-1, 1]) {
    canvas.fill(ellipse(MIDDLE + side * 8.5, 51, 2.1, 2.5), dark)
    canvas.fill(box(MIDDLE + side * 8.5, 45, 8, 1.7, 0.8, side * 0.12), darker(hair, 0.1), 0.85)
    canvas.fill(ellipse(MIDDLE + side * 12.5, 58.5, 4.5, 3), [232, 96, 92], 0.18)
  }
  canvas.fill(ellipse(MIDDLE, 56.5, 2.6, 2), darker(skin, 0.14))
  canvas.fill(without(ellipse(MIDDLE, 62, 7, 5), ellipse(MIDDLE, 59.6, 8.4, 4.6)), darker(skin, 0.48))
  const extra = random.next()
  if (extra < 0.22) glasses(canvas, dark)
  else if (extra < 0.36)
    canvas.fill(
      without(
        both(ellipse(MIDDLE, 55, 21, 22), (_, y) => 59 - y),
        ellipse(MIDDLE, 58, 13, 8),
      ),
      hair,
      0.92,
    )
}

function glasses(canvas: Canvas, frame: Colour): void {
  for (const side of [-1, 1])
    canvas.fill(
      without(ellipse(MIDDLE + side * 8.8, 51, 7.6, 6.8), ellipse(MIDDLE + side * 8.8, 51, 6.2, 5.4)),
      frame,
      0.9,
    )
  canvas.fill(box(MIDDLE, 50, 3.6, 1.4, 0.6), frame, 0.9)
}
