import { type BrowserContext, chromium } from 'playwright'
import { chromiumFlags, findChromium } from '../../../scripts/chromium.mjs'
import type { Gallery } from '../openGallery.ts'
import { comparePictures } from './comparePictures.ts'
import { LOOKS, openWindow, type Shots, shootStory } from './shootStory.ts'
import type { Compared } from './writeReport.ts'

/** Stories at a time: most of their time is waiting. */
const WINDOWS = 4

/** What is drawn anew in a part only has other soft edges there than what is drawn whole. */
const DRAWN_WHOLE = '--disable-partial-raster'

type Side = Pick<Gallery, 'names' | 'origin'>

export interface CompareOptions {
  base: Side
  change: Side
  /** Which stories. */
  only?: RegExp
  /** Those that are the same, too; without it only such as did not come to their end. */
  all?: boolean
}

async function compareStory(
  window: BrowserContext,
  story: string,
  { base, change, all = false }: CompareOptions,
): Promise<Compared[]> {
  const shoot = async ({ names, origin }: Side): Promise<Shots | undefined> =>
    names.includes(story) ? shootStory(window, origin, story) : undefined
  const before = await shoot(base)
  const after = await shoot(change)
  const page = await window.newPage()
  const compared: Compared[] = []
  for (const look of LOOKS) {
    const pictures = { before: before?.pictures[look], after: after?.pictures[look] }
    const found = pictures.before && pictures.after && (await comparePictures(page, pictures.before, pictures.after))
    const kind = !before ? 'new' : !after ? 'gone' : found ? 'changed' : 'same'
    if (kind === 'same' && !all && !before?.why && !after?.why) continue
    const share = kind === 'changed' ? found!.share : kind === 'same' ? 0 : 1
    compared.push({
      story,
      look,
      kind,
      share,
      ...pictures,
      difference: found?.picture,
      failed: { before: before?.why, after: after?.why },
    })
  }
  await page.close()
  return compared
}

/** Shows every story of both, and says what looks different: what differs most comes first. */
export async function compareGalleries(options: CompareOptions): Promise<Compared[]> {
  const { base, change, only = /./ } = options
  const names = [...new Set([...change.names, ...base.names])].filter((name) => only.test(name))
  const work = names.values()
  const compared: Compared[] = []
  const browser = await chromium.launch({ executablePath: findChromium(), args: [...chromiumFlags, DRAWN_WHOLE] })
  try {
    await Promise.all(
      Array.from({ length: WINDOWS }, async () => {
        const window = await openWindow(browser)
        for (const story of work) compared.push(...(await compareStory(window, story, options)))
      }),
    )
  } finally {
    await browser.close()
  }
  const place = ({ story, look }: Compared) => names.indexOf(story) * LOOKS.length + LOOKS.indexOf(look)
  return compared.sort((a, b) => b.share - a.share || place(a) - place(b))
}
