import { afterEach, describe, expect, it, vi } from 'vitest'
import { AvatarKitError } from '../../../src/core/errors.ts'
import {
  forgetRun,
  readRuns,
  runOf,
  type SavedRun,
  textOf,
  writeRun,
} from '../../../src/react/bulk-removal/savedRuns.ts'

const run: SavedRun = {
  id: 'run-1',
  startedAt: 5,
  reason: 'nudity',
  parts: [
    { key: 'k1', ids: ['ada', 'grace'] },
    { key: 'k2', ids: ['grace'] },
  ],
  results: new Map([
    ['ada', { status: 'done', at: 7 }],
    [
      'grace',
      { status: 'failed', at: 8, error: new AvatarKitError('rate-limited', { userId: 'grace', retryAfter: 3 }) },
    ],
  ]),
}

afterEach(() => {
  vi.unstubAllGlobals()
  sessionStorage.clear()
})

it('a run is read as it was written', () => {
  expect(writeRun(run)).toBe(true)
  const [read] = readRuns()
  expect(read).toEqual({
    ...run,
    endedAt: undefined,
    tellUser: undefined,
    stoppedBy: undefined,
    results: read!.results,
  })
  expect([...read!.results]).toMatchObject([
    ['ada', { status: 'done', at: 7 }],
    ['grace', { status: 'failed', at: 8, error: { code: 'rate-limited', userId: 'grace', retryAfter: 3 } }],
  ])
  forgetRun('run-1')
  expect(readRuns()).toEqual([])
})

it('several come oldest first, and what somebody else keeps is left alone', () => {
  sessionStorage.setItem('other', textOf(run))
  writeRun({ ...run, id: 'late', startedAt: 9 })
  writeRun(run)
  expect(readRuns().map(({ id }) => id)).toEqual(['run-1', 'late'])
})

describe('what is no run', () => {
  it.each([
    null,
    '',
    'null',
    '[]',
    '{}',
    '{"id":"x","startedAt":1,"parts":[],"results":[]}',
    '{"id":"x","startedAt":1,"parts":[{"key":"k","ids":["../me"]}],"results":[]}',
  ])('%s', (text) => {
    expect(runOf(text)).toBeUndefined()
  })

  it('a result of no known kind is left out', () => {
    const text =
      '{"id":"x","startedAt":1,"parts":[{"key":"k","ids":["ada"]}],"results":[["ada",9,1],["ada"],[1,0,1],["ada",1,2,"no-code"]]}'
    expect([...runOf(text)!.results]).toEqual([['ada', { status: 'failed', at: 2, error: undefined }]])
  })
})

it('where storage is full or forbidden, it says that nothing is kept', () => {
  const full = () => {
    throw new DOMException('full', 'QuotaExceededError')
  }
  vi.stubGlobal('sessionStorage', { setItem: full })
  expect(writeRun(run)).toBe(false)
})
