import { describe, expect, it } from 'vitest'
import { AvatarKitError, errorCodes, isAvatarKitError, meaningOf } from '../../src/core/errors.ts'
import { en } from '../../src/locales/en.ts'

describe('AvatarKitError', () => {
  it('is an Error that says code and user', () => {
    const error = new AvatarKitError('forbidden', { userId: 'ada' })
    expect(error).toBeInstanceOf(Error)
    expect(String(error)).toBe('AvatarKitError: avatarkit: forbidden (user "ada")')
    expect(error).toMatchObject({ code: 'forbidden', userId: 'ada', retryAfter: undefined, settled: false })
  })

  it('keeps a user id with a line break on one line', () => {
    expect(new AvatarKitError('invalid-user-id', { userId: 'a\r\nb' }).message).not.toMatch(/[\r\n]/)
  })

  it('takes neither message, stack nor cause over the wire', () => {
    const error = new AvatarKitError('rate-limited', {
      userId: 'ada',
      retryAfter: 3,
      message: 'canary',
      cause: new Error('canary'),
    })
    expect(JSON.parse(JSON.stringify({ error }))).toEqual({
      error: { code: 'rate-limited', userId: 'ada', retryAfter: 3 },
    })
  })

  it.each([
    [3, 3],
    [0.5, 0.5],
    [-5, 0],
    [Number.NaN, undefined],
    [Number.POSITIVE_INFINITY, undefined],
    ['soon', undefined],
    [undefined, undefined],
  ])('a wait of %s seconds is %s', (given, told) => {
    expect(new AvatarKitError('rate-limited', { retryAfter: given as number }).retryAfter).toBe(told)
  })

  it('keeps the cause for developers', () => {
    const cause = new Error('why')
    expect(new AvatarKitError('unexpected', { cause }).cause).toBe(cause)
  })

  it.each(errorCodes)('%s has an HTTP status and words that say something', (code) => {
    expect(meaningOf(code).status).toBeGreaterThanOrEqual(400)
    expect(en.messages.errors[code]({ name: 'Ada', seconds: 5 }).length).toBeGreaterThan(20)
  })
})

describe('isAvatarKitError', () => {
  const copy = () =>
    Object.assign(new Error('from another copy of the kit'), { name: 'AvatarKitError', code: 'forbidden' })
  it.each<[string, unknown, boolean]>([
    ['the kit’s own', new AvatarKitError('forbidden'), true],
    ['one of another copy of the kit', copy(), true],
    ['one with a code that is none', Object.assign(copy(), { code: 'whatever' }), false],
    ['another error', new TypeError('x'), false],
    ['another library’s error with a code', Object.assign(new Error('x'), { code: 'forbidden' }), false],
    ['a plain object', { name: 'AvatarKitError', code: 'forbidden' }, false],
    ['nothing', undefined, false],
  ])('%s', (_, error, is) => {
    expect(isAvatarKitError(error)).toBe(is)
  })
})
