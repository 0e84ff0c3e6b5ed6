import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Look } from './shootStory.ts'

/** One look of a story, as both sides show it. */
export interface Compared {
  story: string
  look: Look
  kind: 'changed' | 'new' | 'gone' | 'same'
  /** The part of the picture that differs, 0…1. */
  share: number
  before?: Buffer
  after?: Buffer
  difference?: Buffer
  /** Why the story did not come to its end, where it did not. */
  failed: { before?: string; after?: string }
}

export interface ReportHead {
  /** What was compared with what. */
  sentence: string
  warnings: string[]
}

const template = new URL('report.html', import.meta.url)
const PICTURES = ['before', 'after', 'difference'] as const

/** Writes the page that shows them, and its pictures; what the last run left there goes. Answers with the page's path. */
export function writeReport(out: string, head: ReportHead, compared: Compared[]): string {
  const pictures = join(out, 'pictures')
  rmSync(pictures, { recursive: true, force: true })
  mkdirSync(pictures, { recursive: true })
  const shown = compared.map(({ before, after, difference, ...one }) => {
    const name = `${one.story} ${one.look}`.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
    const buffers = { before, after: one.kind === 'same' ? undefined : after, difference }
    const files = PICTURES.flatMap((kind) => {
      const buffer = buffers[kind]
      if (!buffer) return []
      const file = `${name}.${kind}.png`
      writeFileSync(join(pictures, file), buffer)
      return [[kind, `pictures/${file}`]]
    })
    return { ...one, ...Object.fromEntries(files) }
  })
  const page = join(out, 'index.html')
  const data = JSON.stringify({ ...head, compared: shown }).replaceAll('<', '\\u003c')
  writeFileSync(
    page,
    readFileSync(template, 'utf8').replace('{}', () => data),
  )
  return page
}
