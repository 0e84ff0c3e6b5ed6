import type { Locator } from 'playwright'
import { describe, expect, inject } from 'vitest'
import { it } from './galleryTest.ts'
import { urlOf } from './openGallery.ts'

const FORCED = { forcedColors: 'active' } as const
const url = (story: string, play = true) => urlOf(inject('gallery').origin, { story, play })

/** What of an element can be told from another, without a word being read. */
const looks = (element: Locator): Promise<string> =>
  element.evaluate((one) => {
    const { backgroundColor, color, borderTopStyle, borderTopColor, borderTopWidth, outlineStyle, outlineColor } =
      getComputedStyle(one)
    return JSON.stringify({
      backgroundColor,
      color,
      border: [borderTopStyle, borderTopColor, borderTopWidth],
      outline: outlineStyle === 'none' ? '' : outlineColor,
    })
  })

/** Whether it has a border that is seen on the page. */
const bordered = (element: Locator): Promise<boolean> =>
  element.evaluate((one) => {
    const { borderTopStyle, borderTopColor, borderTopWidth } = getComputedStyle(one)
    return (
      borderTopStyle !== 'none' &&
      Number.parseFloat(borderTopWidth) >= 1 &&
      borderTopColor !== getComputedStyle(document.body).backgroundColor &&
      !/^rgba\(.*, 0\)$/.test(borderTopColor)
    )
  })

describe.concurrent('in forced colours', () => {
  it('a filter that is on is told from one that is off', async ({ open }) => {
    const page = await open(url('UserTable/NobodyFound'), FORCED)
    const filter = (name: string) => page.getByRole('button', { name, exact: true })
    expect(await looks(filter('With image'))).not.toBe(await looks(filter('Without image')))
  })

  it('a selected row is told from another, and its box is checked', async ({ open }) => {
    const page = await open(url('UserTable/Selection', false), FORCED)
    await page.getByRole('checkbox', { name: 'Select Ada Mansour' }).check()
    await page.mouse.move(0, 0)
    const row = (name: string) => page.getByRole('row', { name })
    expect(await looks(row('Ada Mansour'))).not.toBe(await looks(row('Grace Dijkstra')))
  })

  it('the reason and the decisions of a review have their signs', async ({ open }) => {
    const page = await open(url('AvatarReview/Decided'), FORCED)
    expect(await looks(page.getByRole('button', { name: 'Spam or advertising' }))).not.toBe(
      await looks(page.getByRole('button', { name: 'Impersonation' })),
    )
    const signs = page.locator('[data-slot="avatar-review-mark"] svg')
    expect(await signs.count()).toBe(5)
    for (const sign of await signs.all()) {
      const [drawn, ground] = await sign.evaluate((one) => [
        getComputedStyle(one).color,
        getComputedStyle(document.body).backgroundColor,
      ])
      expect(drawn).not.toBe(ground)
    }
  })

  it('a progress has its bar, and counts have marks of different shapes', async ({ open }) => {
    const page = await open(url('BulkRemoval/Running'), FORCED)
    expect(await bordered(page.getByRole('progressbar'))).toBe(true)
    const marks = await page
      .locator('[data-slot="bulk-removal-count"]')
      .evaluateAll((all) =>
        all
          .map((one) => getComputedStyle(one, '::before'))
          .map(({ backgroundColor, borderTopWidth, borderRadius }) =>
            [backgroundColor, borderTopWidth, borderRadius].join(),
          ),
      )
    expect(new Set(marks).size).toBe(3)
  })

  it.for([
    ['UserAvatarManager/ConfirmDialog', '[role="alertdialog"]'],
    ['UserAvatarManager/Undoable', '[data-slot="undo-notice"]'],
    ['UserAvatarManager/Default', '[data-slot="user-avatar-manager-remove-trigger"]'],
    ['UserImageUpload/Choosing', '[data-slot="user-image-upload-drop-zone"]'],
    ['UserIdentity/Badges', '[data-slot="user-badge"]'],
    ['Reasons/Default', '[data-slot="reason-note-input"]'],
  ])('%s: %s has an edge', async ([story, selector], { open }) => {
    const page = await open(url(story!), FORCED)
    for (const element of await page.locator(selector!).all()) expect(await bordered(element)).toBe(true)
  })

  it('what has the time to undo it stands still where less motion is asked for', async ({ open }) => {
    const page = await open(url('UserAvatarManager/Undoable'), FORCED)
    expect(await page.locator('[data-slot="undo-notice-time"]').isVisible()).toBe(false)
  })
})
