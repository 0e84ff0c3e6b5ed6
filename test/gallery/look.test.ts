import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { beforeAll, expect, inject } from 'vitest'
import { it } from './galleryTest.ts'
import { compareGalleries } from './look/compareGalleries.ts'
import { writeReport } from './look/writeReport.ts'
import { type Gallery, openGallery } from './openGallery.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const only = /^(UserAvatar\/Initials|UserIdentity\/Skeleton)$/

let folder: string
let edited: Gallery
beforeAll(async () => {
  mkdirSync(join(root, '.cache'), { recursive: true })
  folder = mkdtempSync(join(root, '.cache/look-test-'))
  for (const part of ['src', 'stories', '.storybook', 'test/gallery'])
    cpSync(join(root, part), join(folder, part), { recursive: true })
  appendFileSync(
    join(folder, 'src/styles/avatar.css'),
    ":where([data-slot='user-avatar-initials']) { letter-spacing: 3px; }",
  )
  rmSync(join(folder, 'stories/UserIdentity.stories.tsx'))
  edited = await openGallery({ root: join(folder, 'test/gallery'), outDir: join(folder, 'built') })
  return async () => {
    await edited.close()
    rmSync(folder, { recursive: true, force: true })
  }
}, 180_000)

it('finds nothing where nothing has changed', async () => {
  const gallery = inject('gallery')
  expect(await compareGalleries({ base: gallery, change: gallery, only })).toEqual([])
})

it('finds one changed value in every look, and a story that is gone, and shows them on a page for keyboards', async ({
  browser,
}) => {
  const compared = await compareGalleries({ base: inject('gallery'), change: edited, only })
  const kindsOf = (name: string) =>
    compared.filter(({ story }) => story === name).map(({ look, kind }) => `${look}: ${kind}`)
  expect(kindsOf('UserAvatar/Initials').toSorted()).toEqual([
    'dark: changed',
    'light: changed',
    'narrow: changed',
    'right to left: changed',
  ])
  expect(kindsOf('UserIdentity/Skeleton').toSorted()).toEqual([
    'dark: gone',
    'light: gone',
    'narrow: gone',
    'right to left: gone',
  ])
  const shares = compared.map(({ share }) => share)
  expect(shares).toEqual(shares.toSorted((a, b) => b - a))
  expect(shares.at(-1)).toBeLessThan(0.01)

  const page = await browser.newPage()
  await page.goto(
    pathToFileURL(
      writeReport(join(folder, 'report'), { sentence: '8 pictures differ.', warnings: ['Other packages.'] }, compared),
    ).href,
  )
  const list = page.getByRole('listbox', { name: 'What differs, most first' })
  const chosen = list.getByRole('option', { selected: true })
  await page.getByText('Other packages.').waitFor()
  expect(await chosen.textContent()).toMatch(/^UserIdentity\/Skeleton.*gone$/)
  await page.keyboard.press('End')
  expect(await chosen.textContent()).toMatch(/^UserAvatar\/Initials.*%$/)
  expect(
    await page
      .locator('main img')
      .evaluateAll((images: HTMLImageElement[]) =>
        Promise.all(images.map((image) => image.decode().then(() => image.alt.split(':')[0]))),
      ),
  ).toEqual(['Before', 'After', 'Difference'])
  await page.keyboard.press('2')
  await page.getByRole('slider').focus()
  await page.keyboard.press('End')
  expect(await page.locator('.over').evaluate((over) => getComputedStyle(over).getPropertyValue('--from'))).toBe('100%')
  await page.getByRole('searchbox').fill('skeleton')
  expect(await list.getByRole('option').count()).toBe(4)
  await page.close()
})
