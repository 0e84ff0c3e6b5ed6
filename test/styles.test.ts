import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const styles = fileURLToPath(new URL('../src/styles/', import.meta.url))
const themes = readdirSync(`${styles}themes`)
const known = new Set(readFileSync(`${styles}tokens.css`, 'utf8').match(/--avatarkit-[a-z-]+/g))

it('uses no light-dark(), of which the CSS compilers of Next.js and Tailwind make colours that no browser can read', () => {
  const texts = readdirSync(styles)
    .filter((file) => file.endsWith('.css'))
    .map((file) => readFileSync(styles + file, 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, ''))
  for (const text of texts) expect(text).not.toContain('light-dark(')
})

// In the others it would break the order of panels that have one of their own, with MUI's or Panda's layers in it.
it('states an order of layers in tailwind.css and nowhere else', () => {
  const ordersIn = (file: string) => {
    const text = readFileSync(styles + file, 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '')
    return { text: text.trim(), orders: text.match(/@layer[^{;]*;/g) ?? [] }
  }
  const files = readdirSync(styles, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.css'))
  expect(files.filter((file) => ordersIn(file).orders.length > 0)).toEqual(['tailwind.css'])
  expect(ordersIn('tailwind.css').text).toBe('@layer theme, base, components, avatarkit, utilities;')
})

describe('themes', () => {
  it('are found', () => {
    expect(themes).toContain('mantine.css')
  })

  it.each(themes)('%s sets variables of the kit on :root, and nothing else', (file) => {
    const text = readFileSync(`${styles}themes/${file}`, 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '')
    const rules = [...text.matchAll(/([^{}]+)\{([^{}]*)\}/g)]
    expect(rules.length).toBeGreaterThan(0)
    for (const [, selector, body] of rules) {
      expect(selector!.trim()).toMatch(/^:root\b/)
      const names = [...body!.matchAll(/^\s*([\w-]+)\s*:/gm)].map(([, name]) => name!)
      expect(names.length).toBeGreaterThan(0)
      for (const name of names) expect([...known], `${name} is no variable of the kit`).toContain(name)
    }
  })
})
