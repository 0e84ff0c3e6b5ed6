import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isSafeUserId } from '../../src/core/adapter.ts'
import { admin, origin, startPanel } from './startPanel.ts'

describe('any text', () => {
  /** An adapter that would change anybody. */
  const anybody = () => {
    const changes: string[] = []
    const panel = startPanel({
      adapter: async (id: string) => ({ id: (changes.push(id), id), imageUrl: null, hasImage: false }) as any,
    })
    return { ...panel, changes }
  }
  const tokens = fc.constantFrom(
    'user_1',
    'user_2',
    'profile_image',
    'users',
    '/',
    '\\',
    '..',
    '.',
    ';',
    '#',
    '?',
    '%',
    '%2f',
    '%2e',
    '%00',
    '%0d%0a',
    '%25',
    '\t',
    ' ',
    ':',
    '@',
    '|',
    'е',
    '😀',
  )

  test('as an id changes exactly the user with that id, or nobody', async () => {
    const id = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.array(tokens, { maxLength: 4 }).map((parts) => parts.join('')),
      fc.stringMatching(/^[a-zA-Z0-9_|.:@-]{1,20}$/),
    )
    await fc.assert(
      fc.asyncProperty(id, async (text) => {
        const { ask, changes } = anybody()
        const { status } = await ask(`/api/users/${encodeURIComponent(text)}/profile_image`)
        expect(changes).toEqual(isSafeUserId(text) ? [text] : [])
        expect(status === 200).toBe(isSafeUserId(text))
      }),
      { numRuns: 1000 },
    )
  })

  test('as a path changes at most the user that authorize was asked about', async () => {
    let changed = 0
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.constant(['user_1']), fc.array(tokens, { maxLength: 5 })),
        fc.array(tokens, { maxLength: 3 }),
        async (before, after) => {
          const { handler, changes, asked } = anybody()
          await handler(
            new Request(`${origin}/api/users/${before.join('')}/profile_image${after.join('')}`, {
              method: 'DELETE',
              headers: admin,
            }),
          )
          expect(changes).toEqual(asked.map(({ userId }) => userId))
          expect(changes.every(isSafeUserId)).toBe(true)
          changed += changes.length
        },
      ),
      { numRuns: 1000 },
    )
    expect(changed).toBeGreaterThan(0)
  })
})
