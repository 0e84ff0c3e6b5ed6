import { describe, expect, it } from 'vitest'
import {
  type CropView,
  extentOf,
  fitted,
  moved,
  resultSide,
  turned,
  wholePicture,
  zoomed,
} from '../../src/react/image-upload/cropView.ts'

const landscape = { width: 4000, height: 2000 }
const portrait = { width: 900, height: 1600 }

/** Whether each corner of the square lies on the picture. */
function covers(view: CropView, size: { width: number; height: number }): boolean {
  const { width, height } = extentOf(view, size)
  const angle = (-view.rotation * Math.PI) / 180
  return [-0.5, 0.5].every((x) =>
    [-0.5, 0.5].every((y) => {
      const [dx, dy] = [x - view.x, y - view.y]
      const own = { x: dx * Math.cos(angle) - dy * Math.sin(angle), y: dx * Math.sin(angle) + dy * Math.cos(angle) }
      return Math.abs(own.x) <= width / 2 + 1e-9 && Math.abs(own.y) <= height / 2 + 1e-9
    }),
  )
}

describe('the square is covered, whatever is done', () => {
  it('at random', () => {
    for (let round = 0; round < 3000; round++) {
      const size = round % 2 ? landscape : portrait
      const random = (least: number, most: number) => least + Math.random() * (most - least)
      let view = wholePicture
      for (let step = 0; step < 5; step++) {
        const act = Math.floor(Math.random() * 3)
        const next =
          act === 0
            ? moved(view, random(-4, 4), random(-4, 4))
            : act === 1
              ? zoomed(view, random(-1, 9), size)
              : turned(view, random(-400, 400))
        view = fitted(next, size)
      }
      expect(covers(view, size), JSON.stringify(view)).toBe(true)
      expect(fitted(view, size).x).toBeCloseTo(view.x, 9)
      expect(fitted(view, size).y).toBeCloseTo(view.y, 9)
    }
  })

  it('a landscape moves sideways and not up', () => {
    expect(fitted(moved(wholePicture, 9, 9), landscape)).toEqual({ x: 0.5, y: 0, scale: 1, rotation: 0 })
    const view = fitted(moved(turned(wholePicture, 90), 9, 9), landscape)
    expect(view.x).toBeCloseTo(0)
    expect(view.y).toBeCloseTo(0.5)
  })
})

describe('about the middle of the square', () => {
  it('what was in the middle stays there', () => {
    const view = { x: 0.25, y: 0, scale: 1, rotation: 0 }
    const middle = ({ x, y, ...view }: CropView) => {
      const { width } = extentOf({ x, y, ...view }, landscape)
      const angle = (-view.rotation * Math.PI) / 180
      return {
        x: (-x * Math.cos(angle) + y * Math.sin(angle)) / width,
        y: (-x * Math.sin(angle) - y * Math.cos(angle)) / width,
      }
    }
    const before = middle(view)
    for (const next of [zoomed(view, 3, landscape), turned(view, 37), turned(turned(view, 90), 180)]) {
      expect(middle(next).x).toBeCloseTo(before.x)
      expect(middle(next).y).toBeCloseTo(before.y)
    }
  })

  it('four quarter turns are none', () => {
    const view = { x: 0.3, y: 0, scale: 1.5, rotation: 0 }
    let now: CropView = view
    for (let quarter = 0; quarter < 4; quarter++) now = turned(now, now.rotation + 90)
    expect(now.rotation).toBe(0)
    expect(now.x).toBeCloseTo(view.x)
    expect(now.y).toBeCloseTo(view.y)
    expect(turned(view, -180).rotation).toBe(180)
  })
})

it('the result has no more pixels than the picture there, and never fewer than 64', () => {
  expect(resultSide(wholePicture, landscape, 512)).toBe(512)
  expect(resultSide(wholePicture, { width: 300, height: 200 }, 512)).toBe(200)
  expect(resultSide({ ...wholePicture, scale: 2 }, { width: 300, height: 200 }, 512)).toBe(100)
  expect(resultSide(wholePicture, { width: 16, height: 16 }, 512)).toBe(64)
  expect(resultSide({ ...wholePicture, rotation: 45 }, { width: 300, height: 300 }, 512)).toBe(212)
})
