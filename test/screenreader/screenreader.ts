import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { installPrograms, skipWithout } from '../../scripts/debian.mjs'
import { findFirefox } from '../../scripts/firefox.mjs'
import { installPackages } from '../../scripts/packages.mjs'
import { openGallery, urlOf } from '../gallery/openGallery.ts'
import { type Heard, hear, type Page } from './hear.ts'
import { type Scenario, scenarios } from './scenarios.ts'
import { startOrca } from './startOrca.ts'

const cache = fileURLToPath(new URL('../../.cache/', import.meta.url))

const programs = {
  orca: 'orca',
  '/usr/libexec/at-spi-bus-launcher': 'at-spi2-core',
  'dbus-launch': 'dbus-x11',
  'dbus-send': 'dbus-bin',
  xdotool: 'xdotool',
  openbox: 'openbox',
  Xvfb: 'xvfb',
}

/** Plays a scenario in a session of its own, so that nothing is left of the one before. */
async function attempt(origin: string, scenario: Scenario): Promise<Heard> {
  const orca = await startOrca(join(cache, `screenreader/session-${process.pid}`))
  try {
    const { launchFirefox } = await import('../browsers/firefox.mjs')
    const browser = await launchFirefox({
      headless: false,
      args: ['--kiosk'],
      extraPrefsFirefox: { 'accessibility.force_disabled': -1 },
      env: { ...orca.env, GNOME_ACCESSIBILITY: '1', MOZ_ENABLE_WAYLAND: '0' },
      defaultViewport: null,
    })
    try {
      const page = ((await browser.pages())[0] ?? (await browser.newPage())) as Page
      return await hear(orca, page, urlOf(origin, { story: scenario.story, play: false }), scenario)
    } finally {
      await browser.close()
    }
  } finally {
    orca.close()
  }
}

/** Three removals by real keys in Firefox, heard as Orca says them: `npm run test:screenreader -- --only undone`. */
export async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { only: { type: 'string' } } })
  const missing = [
    ...installPrograms(programs),
    ...(findFirefox() ? [] : installPrograms({ 'firefox-esr': 'firefox-esr' })),
  ]
  if (missing.length > 0) return skipWithout('Orca', missing)
  installPackages(fileURLToPath(new URL('../browsers/', import.meta.url)))
  const only = new RegExp(values.only ?? '')
  const chosen = scenarios.filter(({ name }) => only.test(name))
  if (chosen.length === 0) throw new Error(`No scenario fits ${only}.`)

  const gallery = await openGallery({ outDir: join(cache, 'screenreader/gallery') })
  mkdirSync(join(cache, 'screenreader'), { recursive: true })
  let failed = 0
  try {
    for (const scenario of chosen) {
      // What Orca says depends on when it comes to what: two runs of three decide.
      const runs: Heard[] = []
      const passed = () => runs.filter(({ faults }) => faults.length === 0).length
      while (passed() < 2 && runs.length - passed() < 2) {
        const run = await attempt(gallery.origin, scenario).catch(
          (error: Error): Heard => ({ transcript: [], faults: [error.message], mended: [] }),
        )
        runs.push(run)
        const file = join(cache, 'screenreader', `${scenario.name.replaceAll(' ', '-')}-${runs.length}.txt`)
        writeFileSync(file, `${[...run.transcript, ...run.faults].join('\n')}\n`)
      }
      const fine = passed() >= 2
      if (!fine) failed++
      console.log(`${fine ? '✓' : '✗'} ${scenario.name} (${passed()} of ${runs.length} runs)`)
      for (const { transcript, faults } of runs.filter((run) => run.faults.length > 0))
        for (const line of [...faults, ...transcript]) console.log(`    ${line}`)
      for (const { heard, reason } of scenario.known ?? [])
        console.log(
          runs.some(({ mended }) => mended.includes(heard))
            ? `    ${heard} is known as never heard, and was: take it off the list.`
            : `    known: ${heard} is not heard. ${reason}`,
        )
    }
  } finally {
    await gallery.close()
  }
  console.log(`Orca: ${chosen.length - failed} passed, ${failed} failed`)
  if (failed > 0) process.exitCode = 1
}
