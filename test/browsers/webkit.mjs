import { createServer } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { Builder, Capabilities } from 'selenium-webdriver'
import { endProgram, startDisplay, startProgram } from './programs.ts'

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })

/** Waits for a server that is being started. */
const answers = async (url) => {
  for (let tries = 0; ; tries++) {
    const reply = await fetch(url).catch((error) => {
      if (tries > 300) throw error
    })
    if (reply?.ok) return
    await setTimeout(100)
  }
}

/** @returns {Promise<import('./engine.ts').Engine>} */
export async function open() {
  const screen = await startDisplay(1280, 960)
  const port = await freePort()
  const driver = startProgram('dbus-run-session', ['--', 'WebKitWebDriver', '--host=127.0.0.1', `--port=${port}`], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: screen.display,
      // Its sandbox cannot be made by root.
      ...(process.getuid() === 0 && { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' }),
    },
  })
  const end = () => {
    endProgram(driver)
    screen.close()
  }
  try {
    const server = `http://127.0.0.1:${port}`
    await answers(`${server}/status`)
    const browser = await new Builder()
      .usingServer(server)
      .withCapabilities(new Capabilities({ browserName: 'MiniBrowser' }))
      .build()
    await browser.manage().setTimeouts({ script: 60_000, pageLoad: 60_000 })
    return {
      version: (await browser.getCapabilities()).get('browserVersion'),
      async evaluateOn(url, expression) {
        await browser.get(url)
        return browser.executeAsyncScript(`const done = arguments[0]; ${expression}.then(done)`)
      },
      close: () => browser.quit().finally(end),
    }
  } catch (error) {
    end()
    throw error
  }
}
