import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commonFields } from '../../src/core/commonFields.ts'
import type { ImageFields } from '../../src/core/user.ts'
import { indexCopies, type Place, rewrite } from '../../src/optimistic/copies.ts'

const ada = { id: 'ada', email: 'ada@example.test', image: '/ada.png' }
const grace = { id: 'grace', email: 'grace@example.test', image: '/grace.png' }

/** The data with Ada's image gone. */
function without(data: object, fields = commonFields) {
  const index = indexCopies(data, fields)
  const changes = new Map<Place, ImageFields>()
  for (const place of index.copies.get('ada') ?? []) changes.set(place, { image: null })
  return rewrite(index, changes, fields) as any
}

describe('finding and rewriting copies', () => {
  it('clones the copy and what it hangs on, and keeps every other object', () => {
    const data = { groups: [{ members: [ada, grace] }, { members: [grace] }], settings: { theme: 'dark' } }
    const after = without(data)
    expect(after.groups[0].members[0]).toEqual({ ...ada, image: null })
    expect(after.groups[0].members[1]).toBe(grace)
    expect(after.groups[1]).toBe(data.groups[1])
    expect(after.settings).toBe(data.settings)
    expect(data.groups[0]!.members[0]).toBe(ada)
    expect(ada.image).toBe('/ada.png')
  })

  it('keeps the data itself where no copy is in it', () => {
    const data = { items: [grace] }
    expect(without(data)).toBe(data)
  })

  it('keeps a shared reference shared', () => {
    const after = without({ first: ada, again: ada })
    expect(after.first).toBe(after.again)
    expect(after.first.image).toBeNull()
  })

  it('follows cycles', () => {
    const data: any = { user: { ...ada }, list: [] }
    data.user.friends = data.list
    data.list.push(data.user, data)
    const after = without(data)
    expect(after.user.image).toBeNull()
    expect(after.user.friends).toBe(after.list)
    expect(after.list[0]).toBe(after.user)
    expect(after.list[1]).toBe(after)
  })

  it('changes a copy inside a copy', () => {
    const after = without({ ...grace, manager: ada })
    expect(after.manager.image).toBeNull()
    expect(after.image).toBe('/grace.png')
  })

  it('leaves frozen data as it is and answers with a changed clone', () => {
    const data = Object.freeze({ items: Object.freeze([Object.freeze({ ...ada })]) })
    expect(without(data).items[0].image).toBeNull()
    expect(data.items[0]!.image).toBe('/ada.png')
  })

  it('clones a class instance only as the host says', () => {
    class Member {
      id = 'ada'
      email = 'ada@example.test'
      image: string | null = '/ada.png'
      get initials() {
        return 'A'
      }
    }
    const clone = (value: Member, fields: ImageFields) => Object.assign(new Member(), value, fields)
    const after = without({ member: new Member() }, { ...commonFields, clone })
    expect(after.member).toBeInstanceOf(Member)
    expect(after.member.image).toBeNull()
  })

  it('stays right when the same index is used for change after change', () => {
    const data = { items: [ada, grace] }
    const index = indexCopies(data, commonFields)
    const change = (id: string, image: string | null) =>
      rewrite(index, new Map([[index.copies.get(id)![0]!, { image }]]), commonFields) as typeof data
    const first = change('ada', null)
    const second = change('grace', null)
    const third = change('ada', '/new.png')
    expect(first.items.map(({ image }) => image)).toEqual([null, '/grace.png'])
    expect(second.items.map(({ image }) => image)).toEqual([null, null])
    expect(third.items.map(({ image }) => image)).toEqual(['/new.png', null])
    expect(second.items[0]).toBe(first.items[0])
  })

  it('changes nothing but the image, whatever the data', () => {
    const anything = fc.object({
      maxDepth: 3,
      values: [fc.string(), fc.integer(), fc.constant(null), fc.constant(undefined)],
    })
    fc.assert(
      fc.property(anything, anything, (left, right) => {
        const data = { left, people: [{ ...ada, extra: right }, grace] }
        const after = without(data)
        expect(after.left).toBe(left)
        expect(after.people[0]).toEqual({ ...ada, image: null, extra: right })
        expect(after.people[0].extra).toBe(right)
      }),
    )
  })
})
