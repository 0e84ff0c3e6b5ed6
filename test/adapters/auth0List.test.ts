import { afterEach, describe, expect, it } from 'vitest'
import { auth0Adapter } from '../../src/adapters/auth0.ts'
import { type Auth0Double, auth0Client, startAuth0Double } from '../support/auth0Double.ts'
import { type Answer, jsonAnswer } from '../support/faultServer.ts'

const token = 'token_list'
let double: Auth0Double
afterEach(() => double.close())

const many = async (count: number, name: (at: number) => string = (at) => `Person ${at}`) => {
  double = await startAuth0Double({
    token,
    users: Array.from({ length: count }, (_, at) => ({
      id: `auth0|${String(at).padStart(24, '0')}`,
      name: name(at),
      email: `p${at}@people.test`,
    })),
  })
}
const list = (params: { query?: string; limit?: number; offset?: number }) =>
  auth0Adapter(auth0Client(double.url, token)).getUserList!(params)
const searches = () => double.calls.map(({ path }) => new URL(path, double.url).searchParams)

describe('Auth0’s list', () => {
  it('is asked for newest first, with totals, in version 3 of the search', async () => {
    await many(3)
    await list({})
    expect(searches().map((search) => Object.fromEntries(search))).toEqual([
      { search_engine: 'v3', page: '0', per_page: '20', include_totals: 'true', sort: 'created_at:-1' },
    ])
  })

  it('any stretch of it is right, whatever the pages of Auth0 are', async () => {
    await many(345)
    const all = [0, 1, 2, 3].map((page) => list({ limit: 100, offset: page * 100 }))
    const names = (await Promise.all(all)).flatMap(({ data }) => data.map(({ id }) => id))
    expect(names).toHaveLength(345)
    const stretches: [offset: number, limit: number][] = [
      [0, 20],
      [20, 20],
      [7, 20],
      [340, 20],
      [400, 20],
      [0, 500],
      [130, 200],
    ]
    for (const [offset, limit] of stretches) {
      const { data, totalCount } = await list({ offset, limit })
      expect(data.map(({ id }) => id)).toEqual(names.slice(offset, offset + limit))
      expect(totalCount).toBe(345)
    }
  })

  it('ends where Auth0 ends, and says so', async () => {
    await many(1200)
    expect((await list({ offset: 900, limit: 500 })).data).toHaveLength(100)
    expect((await list({ offset: 980, limit: 20 })).totalCount).toBe(1200)
    const sent = double.calls.length
    await expect(list({ offset: 1000, limit: 20 })).rejects.toMatchObject({
      code: 'unexpected',
      message: expect.stringContaining('1000'),
    })
    expect(double.calls).toHaveLength(sent)
  })

  it.each([
    ['a name with a space', 'ada love', 'Ada Lovelace'],
    ['a quotation mark', 'o"neil', 'Shaq O"Neil'],
    ['signs of the query language', '(a+b)&c|d!{e}[f]^g~h?i:j/k-l=m', 'x(a+b)&c|d!{e}[f]^g~h?i:j/k-l=my'],
    ['a star', 'a*b', 'xa*by'],
    ['a backslash', 'a\\b', 'xa\\by'],
    ['a word of the query language', 'OR', 'Or'],
    ['two letters, at the beginning', 'ad', 'Ada'],
  ])('a search for %s finds what has it, and is no query of its own', async (_, query, name) => {
    await many(3, (at) => (at === 1 ? name : `Someone ${at}`))
    expect(await list({ query })).toMatchObject({ totalCount: 1, data: [{ firstName: name }] })
    await double.close()
    await many(3, (at) => `Someone ${at}`)
    expect((await list({ query })).totalCount).toBe(0)
  })

  it('a sign that cannot be escaped is left out', async () => {
    await many(1, () => 'abcdef')
    expect((await list({ query: 'abc>def' })).totalCount).toBe(1)
  })

  it.each<[string, Answer]>([
    ['without totals', jsonAnswer([{ user_id: 'auth0|1' }])],
    ['with somebody who is nobody', jsonAnswer({ start: 0, limit: 20, length: 1, total: 1, users: [{}] })],
    ['of something else', jsonAnswer({ message: 'hello' })],
    ['as HTML', { headers: { 'content-type': 'text/html' }, body: '<form>' }],
    ['as nothing', { status: 204 }],
  ])('%s: unavailable', async (_, answer) => {
    await many(1)
    double.set({ answer, on: 'look-ups' })
    await expect(list({})).rejects.toMatchObject({ code: 'unavailable' })
  })
})
