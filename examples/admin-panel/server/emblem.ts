import { Canvas } from './Canvas.ts'
import { randomFrom } from './random.ts'
import { box, ellipse, gradient, hsl } from './shapes.ts'

const SIZE = 144

/** A product's or organisation's picture, nothing like a person: plain forms on a pale ground. */
export function emblem(id: string): Uint8Array<ArrayBuffer> {
  const random = randomFrom(`emblem of ${id}`)
  const hue = random.whole(360)
  const canvas = new Canvas(SIZE, gradient(SIZE, hsl(hue, 0.35, 0.95), hsl(hue + 20, 0.35, 0.87)))
  const [strong, soft, deep] = [hsl(hue, 0.55, 0.55), hsl(hue + 45, 0.6, 0.72), hsl(hue + 200, 0.4, 0.35)]
  const turn = random.between(-0.5, 0.5)
  canvas.fill(ellipse(SIZE / 2, SIZE - 26, 46, 7), deep, 0.12)
  const form = random.whole(3)
  if (form === 0)
    canvas
      .fill(box(SIZE / 2, 76, 62, 74, 14), strong)
      .fill(box(SIZE / 2, 62, 40, 10, 5), soft)
      .fill(box(SIZE / 2 - 7, 82, 26, 8, 4), soft)
  if (form === 1)
    canvas
      .fill(ellipse(SIZE / 2, 74, 40, 40), strong)
      .fill(ellipse(SIZE / 2, 74, 24, 24), soft)
      .fill(ellipse(SIZE / 2 + 20, 52, 9, 9), deep)
  if (form === 2)
    canvas
      .fill(box(60, 82, 48, 48, 10, turn), strong)
      .fill(box(86, 64, 44, 44, 10, turn + 0.4), soft)
      .fill(ellipse(88, 62, 9, 9), deep)
  return canvas.toPng()
}
