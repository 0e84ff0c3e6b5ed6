import { describe, expect, it } from 'vitest'
import type { ImageEvent } from '../../src/core/adapter.ts'
import { placesOf } from '../../src/react/removed-images/placesOf.ts'

const event = (id: string, userId: string, at: number): ImageEvent => ({
  id,
  userId,
  at,
  type: 'removed',
  actor: { id: 'mo' },
})
const a = event('a', 'ada', 9)
const b = event('b', 'bo', 8)
const c = event('c', 'cy', 7)
const nobody = new Set<string>()
const shown = (places: ReturnType<typeof placesOf>) => places.map(({ id, event: now }) => `${id} ${now.id}`)

describe('places in the list of removed images', () => {
  it('are the server’s while nothing is restored, also where it orders them in another way', () => {
    expect(shown(placesOf([c, a, b], [], nobody))).toEqual(['c c', 'a a', 'b b'])
  })

  const before = placesOf([a, b, c], [], nobody)

  it('stay where something was restored', () => {
    expect(shown(placesOf([a, c], before, new Set(['bo'])))).toEqual(['a a', 'b b', 'c c'])
    expect(shown(placesOf([], before, new Set(['ada', 'bo', 'cy'])))).toEqual(['a a', 'b b', 'c c'])
  })

  it('go where somebody else restored it, or its time is up', () => {
    expect(shown(placesOf([a, c], before, nobody))).toEqual(['a a', 'c c'])
  })

  it('take the new event of somebody whose picture was removed once more', () => {
    const again = event('d', 'bo', 10)
    expect(shown(placesOf([again, a, c], before, new Set(['bo'])))).toEqual(['a a', 'b d', 'c c'])
  })

  it('come for others, newer above and older below', () => {
    const newer = event('n', 'new', 11)
    const older = [event('o', 'old', 2), event('p', 'past', 1)]
    expect(shown(placesOf([newer, a, c, ...older], before, new Set(['bo'])))).toEqual([
      'n n',
      'a a',
      'b b',
      'c c',
      'o o',
      'p p',
    ])
    expect(shown(placesOf([newer, ...older], before, new Set(['ada', 'bo', 'cy'])))).toEqual([
      'n n',
      'a a',
      'b b',
      'c c',
      'o o',
      'p p',
    ])
  })
})
