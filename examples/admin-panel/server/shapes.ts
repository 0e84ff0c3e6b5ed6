import type { Colour, Shape } from './Canvas.ts'

export const ellipse =
  (centreX: number, centreY: number, radiusX: number, radiusY: number): Shape =>
  (x, y) => {
    const [dx, dy] = [(x - centreX) / radiusX, (y - centreY) / radiusY]
    const reach = Math.hypot(dx, dy)
    // The distance along the ray, close enough for a soft edge of one pixel.
    return reach === 0 ? -Math.min(radiusX, radiusY) : (reach - 1) * (Math.hypot(x - centreX, y - centreY) / reach)
  }

export const box = (centreX: number, centreY: number, width: number, height: number, corner = 0, turn = 0): Shape => {
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
  return (x, y) => {
    const [dx, dy] = [x - centreX, y - centreY]
    const outX = Math.abs(dx * cos + dy * sin) - width / 2 + corner
    const outY = Math.abs(dy * cos - dx * sin) - height / 2 + corner
    return Math.hypot(Math.max(outX, 0), Math.max(outY, 0)) + Math.min(Math.max(outX, outY), 0) - corner
  }
}

export const both =
  (one: Shape, other: Shape): Shape =>
  (x, y) =>
    Math.max(one(x, y), other(x, y))
export const without =
  (one: Shape, other: Shape): Shape =>
  (x, y) =>
    Math.max(one(x, y), -other(x, y))
export const above =
  (line: number): Shape =>
  (_, y) =>
    y - line

/** From one colour at the top to another at the foot. Level, so that it packs into a few bytes. */
export const gradient =
  (size: number, top: Colour, foot: Colour) =>
  (_: number, y: number): Colour => {
    const part = y / size
    return [0, 1, 2].map((channel) => top[channel]! + (foot[channel]! - top[channel]!) * part) as unknown as Colour
  }

/** Hue in degrees, saturation and lightness from 0 to 1. */
export function hsl(hue: number, saturation: number, lightness: number): Colour {
  const swing = saturation * Math.min(lightness, 1 - lightness)
  const channel = (offset: number) => {
    const turn = (offset + (((hue % 360) + 360) % 360) / 30) % 12
    return 255 * (lightness - swing * Math.max(-1, Math.min(turn - 3, 9 - turn, 1)))
  }
  return [channel(0), channel(8), channel(4)]
}

export const darker = (colour: Colour, by: number): Colour =>
  colour.map((channel) => channel * (1 - by)) as unknown as Colour
