import type { Page } from 'playwright'
import { measure } from './measure.ts'

// What a page says, as the functions of measure.ts measure it: put into the page as they stand here.
// These three are in the page, put there by measure.ts.
declare const isSeen: (element: Element) => boolean
declare const isHiddenFromSight: (element: Element) => boolean
declare const nameOf: (element: Element) => string

/** A text or a name in a part of the kit. */
export interface Said {
  /** The slot it is in, and the attribute where it is a name: `user-table-search-input placeholder`. */
  where: string
  text: string
  /** In a live region, where what was said before stays as it was said. */
  live: boolean
  /** What the parts around it say of their language. Undefined where only the document does. */
  lang?: string
}

function saidInParts(): Said[] {
  const said: Said[] = []
  const named = [
    'aria-label',
    'aria-description',
    'aria-roledescription',
    'aria-valuetext',
    'aria-placeholder',
    'title',
    'placeholder',
    'alt',
  ]
  const add = (element: Element, text: string | null, name?: string) => {
    const slot = element.closest('[data-slot]')?.getAttribute('data-slot')
    if (!slot || !text?.trim()) return
    const lang = element.closest('body [lang]')?.getAttribute('lang') ?? undefined
    said.push({
      where: name ? `${slot} ${name}` : slot,
      text,
      live: element.closest('[aria-live], [role="status"], [role="alert"]') !== null,
      lang,
    })
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (!/^(script|style)$/.test(node.parentElement!.localName)) add(node.parentElement!, node.nodeValue)
  for (const name of named)
    for (const element of document.body.querySelectorAll(`[${name}]`)) add(element, element.getAttribute(name), name)
  return said
}

/** What a text has outside all brackets, in pieces: “⟦Réason⟧: Ada” has “: Ada”. A bracket without its other comes as it is. */
export function outsideOf(text: string): string[] {
  const pieces: string[] = []
  let [depth, piece] = [0, '']
  for (const letter of text) {
    if (letter === '⟦') {
      if (depth++ === 0) {
        pieces.push(piece)
        piece = ''
      }
    } else if (letter === '⟧') {
      if (--depth < 0) return [...pieces, piece, '⟧']
    } else if (depth === 0) piece += letter
  }
  return [...pieces, piece, ...(depth > 0 ? ['⟦'] : [])]
}

/** Sentences made of two messages by a component, by what is between them: another language joins them in another way, or not at all. */
export const isGlued = (text: string): boolean =>
  outsideOf(text)
    .slice(1, -1)
    .some((between) => between !== '')

export const said = (page: Page) => measureWords<Said[]>(page, 'saidInParts()')

/** Words broken in two at the end of a line, and buttons whose words stand out of them. */
function badlyBroken(): string[] {
  const found = new Set<string>()
  // Measured by their elements: see textLines of measure.ts.
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement!
    const text = node.nodeValue!
    if (!text.trim() || /^(script|style|option|noscript)$/.test(element.localName)) continue
    if (!isSeen(element) || isHiddenFromSight(element)) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)))
    if (lines.size > 1) {
      for (const { 0: word, index } of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
        // These are broken between any two of their signs.
        if (/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/u.test(word)) continue
        range.setStart(node, index)
        range.setEnd(node, index + word.length)
        if (
          new Set([...range.getClientRects()].filter(({ width }) => width > 0).map(({ top }) => Math.round(top))).size >
          1
        )
          found.add(`broken in “${word}”: ${nameOf(element)}`)
      }
    }
    const button = element.closest('button, [role="button"], [role="menuitem"], a[data-slot]')
    if (!button) continue
    range.selectNodeContents(node)
    const box = button.getBoundingClientRect()
    for (const { left, right, top, bottom } of range.getClientRects()) {
      if (left < box.left - 1 || right > box.right + 1 || top < box.top - 3 || bottom > box.bottom + 3)
        found.add(`stands out of its button: ${nameOf(button)}`)
    }
  }
  return [...found]
}

export const broken = (page: Page) => measureWords<string[]>(page, 'badlyBroken()')

async function measureWords<T>(page: Page, call: string): Promise<T> {
  if (!(await page.evaluate('"saidInParts" in window')))
    await page.addScriptTag({ content: [saidInParts, badlyBroken].map(String).join('\n') })
  await measure(page, '0')
  return page.evaluate<T>(call)
}
