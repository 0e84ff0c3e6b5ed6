import { fileURLToPath } from 'node:url'
import type { Browser, ConsoleMessage, Page } from 'playwright'
import { afterAll, beforeAll, describe, inject } from 'vitest'
import { it } from './galleryTest.ts'
import { type Gallery, openGallery, urlOf } from './openGallery.ts'
import { settle } from './settle.ts'

/** Nothing inline, not with a nonce either, and no text becomes markup or script. */
const POLICY = [
  "default-src 'self'",
  // The build puts small pictures into the script; chosen ones are shown before they are sent.
  "img-src 'self' data: blob:",
  "style-src 'self'",
  "style-src-attr 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery({
    outDir: fileURLToPath(new URL('../../.cache/gallery-policy', import.meta.url)),
    headers: { 'Content-Security-Policy': POLICY },
    page: (html, { searchParams }) => {
      const rendered = searchParams.has('play') ? '' : gallery.renderStory(searchParams.get('story')!)
      // Within an element: beside what a root has React takes no notice of strangers.
      const spoilt = rendered.replace('</', `${searchParams.get('besides') ?? ''}</`)
      return html.replace('<main></main>', () => `<main>${spoilt}</main>`)
    },
  })
}, 180_000)
afterAll(() => gallery?.close())

declare global {
  interface Window {
    violations: string[]
  }
}

const record = () => {
  localStorage.clear()
  window.violations = []
  document.addEventListener(
    'securitypolicyviolation',
    ({ effectiveDirective, blockedURI, sample, sourceFile, lineNumber, target }) => {
      // The lock of Radix's menus, which are the host's in that story: Radix has it from get-nonce, which the host gives a nonce.
      if (
        target instanceof HTMLStyleElement &&
        target.textContent.includes('body[data-scroll-locked]') &&
        /InAMenu/.test(location.search)
      )
        return
      const what = sample || (target instanceof Element ? target.outerHTML.slice(0, 150) : blockedURI)
      window.violations.push(`${effectiveDirective}: ${what} (${sourceFile}:${lineNumber})`)
    },
  )
}

/** Pages are used again and again: a new one would be a new process each time. */
const free: Page[] = []

async function pageOf(browser: Browser): Promise<Page> {
  const page = free.pop()
  if (page) return page
  const fresh = await browser.newPage({ reducedMotion: 'reduce' })
  await fresh.addInitScript(record)
  return fresh
}

/** What the browser had against a page, from its first byte until `act` is done. */
async function faultsOf(browser: Browser, url: string, act: () => void = () => {}): Promise<string[]> {
  const page = await pageOf(browser)
  const said: string[] = []
  const onError = (error: Error) => said.push(String(error))
  const onConsole = (message: ConsoleMessage) => {
    // Some stories are about pictures that are not there. What the policy refuses is recorded above.
    if (
      message.type() === 'error' &&
      !/^Failed to load resource|Content Security Policy directive/.test(message.text())
    )
      said.push(message.text())
  }
  page.on('pageerror', onError).on('console', onConsole)
  await page.goto(url)
  await page.locator('html[data-gallery]').waitFor({ state: 'attached' })
  const why = await page.locator('html').getAttribute('data-why')
  if (why) said.push(why)
  await settle(page)
  await page.evaluate(act)
  said.unshift(...(await page.evaluate(() => window.violations)))
  page.off('pageerror', onError).off('console', onConsole)
  free.push(page)
  return said
}

const { names } = inject('gallery')

describe('a strict policy is kept', () => {
  it.concurrent.for(names)('%s', async (story, { browser, expect }) => {
    expect(await faultsOf(browser, urlOf(gallery.origin, { story }))).toEqual([])
  })

  it.concurrent.for(names)('%s, rendered on the server', async (story, { browser, expect }) => {
    expect(await faultsOf(browser, urlOf(gallery.origin, { story, play: false }))).toEqual([])
  })
})

describe('what does not keep it is seen', () => {
  const spoilt = (besides: string) =>
    urlOf(gallery.origin, { story: 'UserAvatarManager/Default', play: false, globals: { besides } })

  it.concurrent.for([
    ['an attribute of style', '<p style="color: red"></p>', /^style-src-attr: <p style/],
    ['styles in the page', '<style>p { margin: 0 }</style>', /^style-src-elem: <style>/],
    ['other words of the server’s than the browser’s', 'Other', /React error #418|Hydration failed/],
  ] as const)('%s', async ([, besides, fault], { browser, expect }) => {
    expect(await faultsOf(browser, spoilt(besides))).toContainEqual(expect.stringMatching(fault))
  })

  it.concurrent('styles that a script puts there, and text that becomes markup', async ({ browser, expect }) => {
    const faults = await faultsOf(browser, spoilt(''), () => {
      document.head.append(Object.assign(document.createElement('style'), { textContent: 'p { margin: 0 }' }))
      try {
        document.body.innerHTML = '<b>bold</b>'
      } catch {
        // It is told as well.
      }
    })
    expect(faults).toContainEqual(expect.stringMatching(/^style-src-elem: /))
    expect(faults).toContainEqual(expect.stringMatching(/^require-trusted-types-for: .*innerHTML/))
  })
})
