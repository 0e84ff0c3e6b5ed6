import { describe, expect, inject } from 'vitest'
import { axeFaults } from './axe.ts'
import { it } from './galleryTest.ts'
import { urlOf } from './openGallery.ts'
import { reflowFaults } from './reflow.ts'

const url = (story: string) => urlOf(inject('gallery').origin, { story })
const manager = (part: string, css: string) => `[data-slot='user-avatar-manager${part}'] { ${css} }`

describe.concurrent('what is made wrong on purpose is found', () => {
  it.for<[fault: RegExp, story: string, css: string]>([
    [/^the page scrolls sideways, 4\d\d in 320/, 'UserAvatarManager/Default', manager('', 'min-inline-size: 400px')],
    [
      /^cut off: span of user-avatar-manager-name/,
      'UserAvatarManager/Default',
      manager('-name', 'inline-size: 40px; overflow: hidden; white-space: nowrap'),
    ],
    [
      /^too small, 12 × 12: button of user-avatar-manager-retry/,
      'UserAvatarManager/Failed',
      '[data-slot] button { min-block-size: 0; block-size: 12px; inline-size: 12px; padding: 0; overflow: hidden }',
    ],
    [
      /^focus is not seen: button/,
      'UserAvatarManager/Default',
      '*:focus-visible { outline: none !important; box-shadow: none !important }',
    ],
    [
      /^in forced colours: focus is not seen: button/,
      'UserAvatarManager/Default',
      '*:focus-visible { outline: none !important; box-shadow: 0 0 0 2px blue !important }',
    ],
    [
      /^covered: button of user-avatar-manager-remove-trigger/,
      'UserAvatarManager/Default',
      "[data-slot='user-avatar'] { position: fixed; inset: 0; inline-size: 100%; block-size: 100%; z-index: 9 }",
    ],
    [
      /^with more space: over each other: .*“Emmy Noether”/,
      'UserAvatarManager/NoImage',
      manager('-remove-trigger', 'margin-block-start: -40px'),
    ],
    [
      /^does not fit: div of user-avatar-manager-confirm-dialog/,
      'UserAvatarManager/ConfirmDialog',
      "[role='alertdialog'] { inline-size: 500px }",
    ],
    [
      /^moves: div of user-avatar-manager/,
      'UserAvatarManager/Default',
      `@keyframes away { to { opacity: 0.9 } } ${manager('', 'animation: away 5s infinite')}`,
    ],
  ])('%s', async ([fault, story, css], { open }) => {
    const page = await open(url(story))
    await page.addStyleTag({ content: css })
    expect(await reflowFaults(page)).toContainEqual(expect.stringMatching(fault))
  })

  it('too little contrast, in dark alone, and a button without a name', async ({ open }) => {
    const page = await open(url('UserAvatarManager/Default'))
    await page.addStyleTag({ content: `[data-theme='dark'] ${manager('-name', 'color: #555')}` })
    await page.evaluate(() => document.querySelector('button')!.replaceChildren())
    const found = await axeFaults(page)
    expect(found).toContainEqual(expect.stringMatching(/^light, ltr: button-name: /))
    for (const appearance of ['dark, ltr', 'dark, rtl'])
      expect(found).toContainEqual(expect.stringMatching(new RegExp(`^${appearance}: color-contrast: .*#555555`)))
    expect(found.filter((fault) => /^light.*contrast/.test(fault))).toEqual([])
  })
})
