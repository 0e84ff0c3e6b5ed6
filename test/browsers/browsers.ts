import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { installPrograms, skipWithout } from '../../scripts/debian.mjs'
import { findFirefox } from '../../scripts/firefox.mjs'
import { installPackages } from '../../scripts/packages.mjs'
import { openGallery, urlOf } from '../gallery/openGallery.ts'
import { type Engine, playStory, recordFaults } from './engine.ts'
import { knownFaults } from './knownFaults.ts'
import { playStories } from './playStories.ts'

const browsers = {
  firefox: {
    browser: 'Firefox',
    missing: () => (findFirefox() ? [] : installPrograms({ 'firefox-esr': 'firefox-esr' })),
    open: async (): Promise<Engine> => (await import('./firefox.mjs')).open(),
  },
  webkit: {
    browser: 'WebKit',
    missing: () => installPrograms({ WebKitWebDriver: 'webkit2gtk-driver', Xvfb: 'xvfb', 'dbus-run-session': 'dbus' }),
    open: async (): Promise<Engine> => (await import('./webkit.mjs')).open(),
  },
} as const

/** Plays every story in Firefox and in WebKit: `npm run test:browsers -- firefox --only '^UserTable/'`. */
export async function main(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({ args, options: { only: { type: 'string' } }, allowPositionals: true })
  const unknown = positionals.filter((name) => !(name in browsers))
  if (unknown.length > 0)
    throw new Error(`There is no browser ${unknown.join(', ')}. They are ${Object.keys(browsers).join(', ')}.`)
  installPackages(fileURLToPath(new URL('./', import.meta.url)))
  const present = Object.entries(browsers).filter(([name, { browser, missing }]) => {
    if (positionals.length > 0 && !positionals.includes(name)) return false
    const packages = missing()
    if (packages.length > 0) skipWithout(browser, packages)
    return packages.length === 0
  })
  if (present.length === 0) return

  const only = new RegExp(values.only ?? '')
  const gallery = await openGallery({
    outDir: fileURLToPath(new URL('../../.cache/browsers', import.meta.url)),
    // Built files do not change while they are shown.
    headers: { 'Cache-Control': 'max-age=3600' },
    page: (html) => html.replace('<head>', `<head>${recordFaults}`),
  })
  const stories = gallery.names.filter((name) => only.test(name))
  try {
    for (const [, { browser, open }] of present) {
      let engine = await open()
      console.log(`\n${browser} ${engine.version}`)
      // A browser that has crashed or hangs is started again, so that the other stories are still played.
      const play = (story: string) =>
        playStory(engine, urlOf(gallery.origin, { story })).catch(async (error: Error) => {
          await engine.close().catch(() => {})
          engine = await open()
          return [`The browser was started again: ${error.message}`]
        })
      const counts = await playStories({ browser, stories, known: knownFaults, play, say: console.log })
      await engine.close()
      for (const { story } of knownFaults.filter((fault) => fault.browser === browser))
        if (!gallery.names.includes(story)) console.log(`${story} is a known fault and no story: take it off the list.`)
      const { passed, unsteady, known, failed } = counts
      console.log(`${browser}: ${passed} passed, ${unsteady} unsteady, ${known} known to fail, ${failed} failed`)
      if (failed > 0) process.exitCode = 1
    }
    if (stories.length === 0) throw new Error(`No story fits ${only}.`)
  } finally {
    await gallery.close()
  }
}
