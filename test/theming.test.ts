import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { preprocessCSS, resolveConfig } from 'vite'
import { describe, expect, it } from 'vitest'
import { tokensOf } from '../stories/tokensOf.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (path: string) => readFileSync(root + path, 'utf8')
const bare = (css: string) => css.replaceAll(/\/\*[\s\S]*?\*\//g, '')
const names = (text: string) => [...new Set(text.match(/--avatarkit-[a-z-]+/g))].sort()

/** As a host's compiler makes it for browsers that know no nesting: a rule each. */
const config = await resolveConfig(
  {
    configFile: false,
    logLevel: 'silent',
    css: { transformer: 'lightningcss', lightningcss: { targets: { chrome: 100 << 16 } } },
  },
  'build',
)
const flat = async (path: string) => (await preprocessCSS(read(path), root + path, config)).code.replaceAll('"', "'")

const sheets = await Promise.all(
  readdirSync(`${root}src/styles`)
    .filter((file) => file.endsWith('.css') && !/^(styles|desk|tailwind)\./.test(file))
    .map(async (file) => ({ file, css: bare(read(`src/styles/${file}`)), compiled: await flat(`src/styles/${file}`) })),
)
const tokens = tokensOf(read('src/styles/tokens.css')).flatMap((group) => group.tokens)
const used = [...new Set(sheets.flatMap(({ css }) => names(css)))].sort()

describe('the guide’s table, which reads tokens.css', () => {
  it('has every variable of the skin, each once, and no other', () => {
    expect(tokens.map(({ name }) => name).sort()).toEqual(used)
  })

  it.each(tokens)('$name: says what it is for, in a sentence', ({ meaning }) => {
    expect(meaning).toMatch(/^[A-Z].{3,}[.]$/)
  })

  it('tells what each falls back to: variables in their order, then a value', () => {
    const named = (name: string) => tokens.find((token) => token.name === name)
    expect(named('--avatarkit-danger')).toMatchObject({
      fallbacks: ['--destructive'],
      value: expect.stringMatching(/^color-mix\(.*\)$/),
    })
    expect(named('--avatarkit-primary')).toMatchObject({ fallbacks: ['--primary', '--avatarkit-text'], value: '' })
    expect(named('--avatarkit-radius')).toMatchObject({ fallbacks: ['--radius'], value: '9px' })
    expect(named('--avatarkit-color-scheme')).toMatchObject({ fallbacks: [], value: '' })
  })

  it('is what Theming.mdx shows', () => {
    expect(read('stories/guides/Theming.mdx')).toContain('<TokenTable />')
  })
})

it('what the documents name is there', () => {
  const documents = [
    'README.md',
    'CONTRIBUTING.md',
    'llms.txt',
    ...readdirSync(`${root}stories`, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.mdx'))
      .map((path) => `stories/${path}`),
  ]
  const known = tokens.map(({ name }) => name)
  for (const path of documents)
    for (const name of names(read(path))) expect(known, `${name} in ${path}`).toContain(name)
})

it('every theme has its line in the guide, and no other', () => {
  const lines = [
    ...read('stories/guides/Theming.mdx').matchAll(
      /^\s*<tr><td><code>avatarkit\/themes\/([\w.-]+\.css)<\/code><\/td>/gm,
    ),
  ].map(([, file]) => file!)
  expect(lines.sort()).toEqual(readdirSync(`${root}src/styles/themes`).sort())
})

/** Innermost rules. */
const rulesOf = (css: string) =>
  [...css.matchAll(/(?<=^|[{}])([^{}@]+)\{([^{}]*)\}/g)].map(([, selector, body]) => ({
    selector: selector!.trim(),
    body: body!,
  }))

describe.each(sheets)('$file', ({ css, compiled }) => {
  it('defines no variable of anybody else’s', () => {
    for (const [, name] of css.matchAll(/(?:^|[{;\s])(--[\w-]+)\s*:/g))
      expect(name).toMatch(/^--_|^--avatarkit-color-scheme$/)
  })

  it('selects by the kit’s own slots only, and a [data-slot] without a value only beside one', () => {
    for (const { selector, body } of rulesOf(compiled)) {
      if (/^(from|to|\d+%)$/.test(selector)) continue
      // Where the host says light or dark, nothing but variables.
      if (/^(:where\((\.dark|\[data-theme='(dark|light)'\])\)(, )?)+$/.test(selector)) {
        expect(body).toMatch(/^(\s*--[^;]+;)+\s*$/)
        continue
      }
      expect(selector).toMatch(/^:where\(.*\[data-slot[$^]?='/s)
    }
    for (const [, slot] of css.matchAll(/data-slot[$^]?='([a-z-]+)'/g))
      expect(slot).toMatch(/^-dialog-actions$|^(user-|avatar|undo-notice|bulk-removal|reason-|activity-|removed-)/)
  })

  it('survives compilers: nothing is left of the nesting, and nothing gets stronger than the host', () => {
    expect(compiled).not.toMatch(/&|:is\(\s*:where/)
    // At most a state of the element in addition: `[aria-disabled='true']`, `:focus-visible`.
    for (const { selector } of rulesOf(compiled))
      if (selector.startsWith(':'))
        expect(selector.replaceAll(/:where\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/g, ''), selector).not.toMatch(
          /#|\.[a-z]|(\[[^\]]*\]\s*){3}/,
        )
  })
})

describe('one place for each', () => {
  const rules = sheets.flatMap(({ file, compiled }) => rulesOf(compiled).map((rule) => ({ file, ...rule })))
  const having = (text: string) => rules.filter(({ body }) => body.includes(text)).map(({ file }) => file)

  it('one list of the elements that have the tokens', () => {
    expect(having('--_text:')).toEqual(['tokens.css'])
    expect(having('color-scheme: var(')).toEqual(['tokens.css'])
  })

  it('one ground behind dialogs, one box for them, one for what failed, one ring that turns', () => {
    expect(having('background: var(--_scrim)')).toEqual(['dialog.css'])
    expect(having('--_dialog-size,')).toEqual(['dialog.css'])
    expect(
      having('color-mix(in oklab, var(--_danger) 8%, var(--_surface))').filter((file) => file !== 'table.css'),
    ).toEqual(['signs.css'])
    expect(having('avatarkit-turn ')).toEqual(['signs.css'])
  })

  it('a button has no colours, corners, size or type of its own but by --_button-*', () => {
    const buttons =
      /-(trigger|cancel|confirm|retry|dismiss|save|reset|reload|adjust|undo|close|toggle|restore|decide|tool|next|previous|revisit|restart|filter|page-button)'\]\)?$/
    const taken =
      /(?<![\w-])(color|background|border|border-color|border-radius|min-block-size|padding|font|font-size|font-weight|line-height|gap):/
    const own = rules.filter(
      ({ file, selector }) => file !== 'controls.css' && buttons.test(selector.split(/[,>]/).at(-1)!.trim()),
    )
    expect(own.length).toBeGreaterThan(8)
    for (const { selector, body } of own) expect(body, selector).not.toMatch(taken)
  })
})

it('nothing that moves is outside the reach of --avatarkit-motion and of who wants less of it', () => {
  const still = /avatarkit-run-out|none/
  for (const { file, css } of sheets)
    for (const [, value] of css.matchAll(/(?:animation|transition): ([^;]+);/g))
      if (!still.test(value!)) expect(value, file).toContain('var(--_motion)')
})
