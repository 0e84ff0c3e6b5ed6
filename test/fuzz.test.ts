import { afterAll, beforeAll, expect, test } from 'vitest'
import { fuzz } from './fuzz/measured.ts'
import { properties } from './fuzz/properties.ts'

// Some inputs of each kind; `npm run fuzz` tries many more, and measures them.
const crashes: unknown[] = []
const note = (error: unknown) => void crashes.push(error)
beforeAll(() => void process.on('unhandledRejection', note))
afterAll(() => void process.off('unhandledRejection', note))

test.each(Object.keys(properties))('any input: %s', async (name) => {
  const { failure } = await fuzz(name, 400, Math.floor(Math.random() * 2 ** 31))
  expect(failure).toBeUndefined()
  expect(crashes).toEqual([])
})
