import { findCommand, namedCommand } from './commands.mjs'

const places = ['/snap/bin', '/Applications/Firefox.app/Contents/MacOS']

/** The Firefox that tests use: FIREFOX_PATH, PATH, known paths; undefined if none is there. */
export function findFirefox() {
  return namedCommand('FIREFOX_PATH') ?? findCommand(['firefox-esr', 'firefox'], places)
}
