import type { Page } from 'playwright'
import { describe, expect, inject } from 'vitest'
import { languages } from '../../stories/languages.ts'
import { pseudo } from '../../stories/pseudo.ts'
import { it } from './galleryTest.ts'
import { measure } from './measure.ts'
import { urlOf } from './openGallery.ts'
import { settle } from './settle.ts'
import { broken, isGlued, outsideOf, said } from './words.ts'

const WIDTHS = [1280, 360]

/** The story does what it does in English, which it looks for; then the language is another. */
async function speak(page: Page, code: string): Promise<void> {
  await page.evaluate((another) => (window as unknown as { showIn(code: string): void }).showIn(another), code)
  await settle(page)
}

/** What users wrote, and what `Intl` writes under the code of the language. */
const DATA =
  /^(user-avatar-initials|user-(avatar|image-upload) aria-label|user-avatar-group-more|.*-name( title)?|.*-email( title)?|.*-time( title)?|user-(table-text|identity-detail)( title)?|activity-(day-title|item-(note|reason))|avatar-review-(fact-value|dialog-title|key)|reason-(note-input|preview-text)|removed-image-until)$/

/** What stories put into parts as their own, by what they are about. */
const THEIRS: [story: RegExp, texts: RegExp][] = [
  [/InAMenu$/, /^(Actions|Replace image|Remove image)$/],
  [/^AvatarReview\/Enlarged$/, /^(3 reports about|Ada$)/],
  [/^Reasons\//, /^(Policy \d+|Advertising|Unreadable|A logo, a price or an address|Nobody can tell what it shows)$/],
  [/^UserIdentity\/|^Themes\//, /^(Team|Active|Banned|New|Trial)$/],
  [/^UserTable\//, /^(Remove|images|Suspend|Free|Team|Plan)$/],
  [/ByIdUnknown$/, /^nobody$/],
]

/** Letters outside all brackets that nobody answers for. */
function unknownWords(story: string, text: string): boolean {
  const rest = outsideOf(text).join(' ').trim()
  return /\p{L}/u.test(rest) && !THEIRS.some(([where, texts]) => where.test(story) && texts.test(rest))
}

/** Names in a list are joined as the language does it: `Intl` writes the comma, and “and”. */
const LISTED = /^user-avatar-group aria-label$/

async function wordFaults(page: Page, story: string): Promise<string[]> {
  const before = new Set((await said(page)).map(({ text }) => text))
  await speak(page, pseudo.code)
  return (await said(page)).flatMap(({ where, text, live, lang }) => {
    if (LISTED.test(where)) return []
    const ours = text.includes('⟦')
    return [
      ...(!DATA.test(where) && unknownWords(story, text) && !(live && before.has(text))
        ? [`from no message: ${where}: ${text}`]
        : []),
      ...(isGlued(text) ? [`glued: ${where}: ${text}`] : []),
      ...(ours && lang !== pseudo.code
        ? [`said to be in ${lang ?? 'the language of the document'}: ${where}: ${text}`]
        : []),
    ]
  })
}

/** Names and addresses are cut where there is no room for them: they stand in full on the user's own page, and are read in full. Some words lie on a ground of their own over what is beneath. */
const THEIR_OWN =
  /of (user-identity-name|user-table-(name|text)|avatar-review-(name|email)|bulk-removal-failure-name|activity-item-name|user-avatar-manager-name) “/
const ON_TOP = /of (avatar-review-broken|avatar-review-error|user-table-row-status|undo-notice[a-z-]*) “/

async function lookFaults(page: Page, code: string): Promise<string[]> {
  const found: string[] = []
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 })
    await settle(page)
    const all = [...(await measure(page, '[...sideways(), ...cutText(), ...overlaps()]')), ...(await broken(page))]
    found.push(
      ...all
        .filter((fault) => !(fault.startsWith('over each other') ? ON_TOP : THEIR_OWN).test(fault))
        .map((fault) => `${code}, ${width} px: ${fault}`),
    )
  }
  return found
}

/** Where a story shows what others do not, in every language; in all others the pseudo-language is enough. */
const SEVERAL =
  /^(UserAvatarManager\/(NoImage|ConfirmDialog|MayReturn|Failed|Undoable|Waiting|InANarrowColumn)|UserTable\/(Default|Selection|FailedRemoval|Empty)|BulkRemoval\/(Question|QuestionWithReason|Failures|Paused|InANarrowColumn)|AvatarReview\/(Default|Decided|Enlarged|Failed|AllDone)|UserImageUpload\/(Choosing|Editing|Failed|NotAPicture)|ActivityLog\/(Default|InANarrowColumn)|RemovedImages\/(Default|InANarrowColumn)|Reasons\/(Default|Missing)|UserIdentity\/Badges)$/

/** In these scripts a Latin letter in a date or a time is a language that was not asked. */
const OTHER_SCRIPTS = ['ar', 'he', 'hi', 'ja', 'ru', 'zh-Hans']
/** Addresses, and am and pm in Hindi, which writes them so. */
const NOT_OF_IT = /\S+@\S+|\b[ap]m\b/g
const TIMES = /^(activity-(day-title|item-time)|user-table-time|avatar-review-fact-value|removed-image-until)/

describe.concurrent('in a language that is none, and in the real ones', () => {
  it.for(inject('gallery').names)('%s', async (story, { open }) => {
    const page = await open(urlOf(inject('gallery').origin, { story }))
    // Every language at once is all this story is.
    if (story.startsWith('Languages/')) return expect(await lookFaults(page, 'all')).toEqual([])
    const found = [...(await wordFaults(page, story)), ...(await lookFaults(page, pseudo.code))]
    if (SEVERAL.test(story)) {
      for (const { code, direction } of languages.values()) {
        if (code === pseudo.code) continue
        await speak(page, code)
        expect(await page.evaluate(() => document.documentElement.dir)).toBe(direction)
        found.push(...(await lookFaults(page, code)))
        const all = await said(page)
        found.push(
          ...all
            .filter(({ text, live }) => text.includes('⟦') && !live)
            .map(({ where, text }) => `${code}: still in the language before: ${where}: ${text}`),
        )
        if (OTHER_SCRIPTS.includes(code))
          found.push(
            ...all
              .filter(({ where, text }) => TIMES.test(where) && /\p{sc=Latin}/u.test(text.replace(NOT_OF_IT, '')))
              .map(({ where, text }) => `${code}: ${where}: ${text}`),
          )
      }
    }
    expect(found).toEqual([])
  })
})

/** What is done after the language was changed, by slots and keys, and the live region that then speaks. */
const SPOKEN: [story: string, act: (page: Page) => Promise<unknown>, region: string][] = [
  [
    'UserAvatarManager/ConfirmDialog',
    (page) => page.click('[data-slot="user-avatar-manager-confirm"]'),
    'avatarkit-live-region',
  ],
  [
    'UserAvatarManager/Failed',
    (page) => page.click('[data-slot="user-avatar-manager-retry"]'),
    'avatarkit-live-region',
  ],
  ['UserImageUpload/Editing', (page) => page.click('[data-slot="user-image-upload-save"]'), 'avatarkit-live-region'],
  ['BulkRemoval/MayReturn', (page) => page.click('[data-slot="bulk-removal-confirm"]'), 'avatarkit-live-region'],
  ['AvatarReview/Default', (page) => page.click('[data-slot="avatar-review-decide"] >> nth=0'), 'avatar-review-status'],
  [
    'UserTable/Default',
    (page) => page.click('[data-slot="user-table-page-button"][data-mark="next"]'),
    'user-table-announcement',
  ],
]

describe.concurrent('what is said after the language was changed is said in it', () => {
  it.for(SPOKEN)('%s', async ([story, act, region], { open }) => {
    const page = await open(urlOf(inject('gallery').origin, { story }))
    await speak(page, pseudo.code)
    await act(page)
    const spoken = page.locator(`[data-slot="${region}"]`, { hasText: '⟦' })
    await spoken.waitFor({ state: 'attached' })
    const text = (await spoken.textContent())!
    expect([unknownWords(story, text.replace('Ada Lovelace', '')), isGlued(text)], text).toEqual([false, false])
  })
})
