import { type Context, createContext } from 'react'
import type { Locale } from '../src/core/messages.ts'
import { pseudo } from './pseudo.ts'

const files = import.meta.glob<Record<string, Locale>>('../src/locales/*.ts', { eager: true })
const found = Object.values(files).flatMap((file) => Object.values(file))

/** Every language of the kit by its code, and one that is none: see pseudo.ts. A panel loads the one it shows. */
export const languages: ReadonlyMap<string, Locale> = new Map([...found, pseudo].map((locale) => [locale.code, locale]))

/** What a language calls itself. */
export const nameOf = (code: string): string =>
  code === pseudo.code ? 'Pseudo' : (new Intl.DisplayNames(code, { type: 'language' }).of(code) ?? code)

/** The code of the language around a story. A panel that says nothing is in English, as a host's. */
export const Language: Context<string> = createContext('en')

/** The document in a language, as a host's would be: dialogs are outside the story. */
export function writeIn(code: string, direction?: string): void {
  document.documentElement.lang = code
  document.documentElement.dir = direction ?? languages.get(code)?.direction ?? 'ltr'
}
