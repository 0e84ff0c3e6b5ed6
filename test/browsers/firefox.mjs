import puppeteer from 'puppeteer-core'
import { findFirefox } from '../../scripts/firefox.mjs'

/** Starts the Firefox of this machine, driven over WebDriver BiDi. */
export function launchFirefox(options = {}) {
  return puppeteer.launch({ browser: 'firefox', executablePath: findFirefox(), ...options })
}

/** @returns {Promise<import('./engine.ts').Engine>} */
export async function open() {
  const browser = await launchFirefox({ headless: true })
  const page = await browser.newPage()
  await page.setViewport({ width: 1280, height: 860 })
  return {
    version: (await browser.version()).replace(/^\w+\//, ''),
    async evaluateOn(url, expression) {
      await page.goto(url)
      return page.evaluate(expression)
    },
    close: () => browser.close(),
  }
}
