import { describe, expect, it } from 'vitest'
import { viewAfterKey } from '../../src/react/image-upload/cropKeys.ts'
import { wholePicture } from '../../src/react/image-upload/cropView.ts'

const size = { width: 4000, height: 2000 }
const started = { x: 0.1, y: 0.1, scale: 2, rotation: 10 }
const turn = (pressed: Parameters<typeof viewAfterKey>[0]) => viewAfterKey(pressed, started, size)?.rotation

describe('the keys of the editor, whatever keyboard it is', () => {
  it.each([
    ['English', { key: '[', code: 'BracketLeft' }, -80],
    ['English, with Shift', { key: '}', code: 'BracketRight', shiftKey: true }, 11],
    ['German on Windows, behind AltGr', { key: '[', code: 'Digit8', ctrlKey: true, altKey: true }, -80],
    ['German on a Mac, behind Option', { key: ']', code: 'Digit6', altKey: true }, 100],
    ['Russian', { key: 'х', code: 'BracketLeft' }, -80],
    ['Russian, with Shift', { key: 'Ъ', code: 'BracketRight', shiftKey: true }, 11],
    ['a letter in its place on a German one', { key: 'ü', code: 'BracketLeft' }, undefined],
    ['the browser’s own', { key: '[', code: 'BracketLeft', metaKey: true }, undefined],
    ['the browser’s own, with Control', { key: '[', code: 'BracketLeft', ctrlKey: true }, undefined],
  ])('turned: %s', (_, pressed, rotation) => expect(turn(pressed)).toBe(rotation))

  it.each([
    ['English', { key: '0', code: 'Digit0' }, wholePicture],
    ['French, where 0 needs Shift', { key: 'à', code: 'Digit0' }, wholePicture],
    ['Persian', { key: '۰', code: 'Digit0' }, wholePicture],
    ['English, with Shift', { key: ')', code: 'Digit0', shiftKey: true }, undefined],
  ])('started over: %s', (_, pressed, view) => expect(viewAfterKey(pressed, started, size)).toEqual(view))

  it('leaves Alt and an arrow to the browser', () => {
    expect(viewAfterKey({ key: 'ArrowLeft' }, started, size)?.x).toBeCloseTo(0.08)
    expect(viewAfterKey({ key: 'ArrowLeft', altKey: true }, started, size)).toBeUndefined()
  })
})
