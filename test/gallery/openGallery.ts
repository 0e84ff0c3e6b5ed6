import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import react from '@vitejs/plugin-react'
import { build, type InlineConfig } from 'vite'
import type { Globals } from './stories.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
}

export interface GalleryOptions {
  /** This folder in other sources, whose stories are shown. Default: in these. */
  root?: string
  /** Where it is built to: a folder for each gallery that is open at a time. */
  outDir: string
  /** Sent with every answer, such as a Content-Security-Policy. */
  headers?: Record<string, string>
  /** What is sent as the page, from the page as it was built; `<main></main>` is where a story goes. */
  page?(html: string, url: URL): string | Promise<string>
}

export interface ShownStory {
  /** `Title/Name`. */
  story: string
  globals?: Globals
  /** Do what the story does, too. Default: yes. */
  play?: boolean
}

export interface Gallery {
  /** Every story, as `Title/Name`. */
  names: string[]
  origin: string
  /** A story as a server renders it. */
  renderStory(name: string): string
  close(): Promise<void>
}

/** Where a story is shown. */
export const urlOf = (origin: string, { story, globals, play = true }: ShownStory): string =>
  `${origin}/?${new URLSearchParams({ story, ...(play && { play: '1' }), ...globals })}`

/** Builds every story into one page, as a host would build it, and serves it. */
export async function openGallery({
  root = here,
  outDir,
  headers = {},
  page = (html) => html,
}: GalleryOptions): Promise<Gallery> {
  const common: InlineConfig = { configFile: false, root, logLevel: 'error', plugins: [react()] }
  await build({
    ...common,
    build: {
      outDir: `${outDir}/page`,
      emptyOutDir: true,
      target: 'es2022',
      minify: false,
      modulePreload: { polyfill: false },
    },
  })
  await build({
    ...common,
    ssr: { noExternal: true },
    build: { ssr: 'server.tsx', outDir: `${outDir}/server`, emptyOutDir: true, target: 'es2022' },
  })
  const { names, renderStory } = (await import(pathToFileURL(`${outDir}/server/server.js`).href)) as Pick<
    Gallery,
    'names' | 'renderStory'
  >
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const path = url.pathname === '/' ? '/index.html' : url.pathname
    const answer = async () => {
      const file = await readFile(`${outDir}/page${path}`)
      const body = path === '/index.html' ? await page(file.toString(), url) : file
      response
        .writeHead(200, { 'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream', ...headers })
        .end(body)
    }
    answer().catch(() => response.writeHead(404).end())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`
  return {
    names,
    origin,
    renderStory,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
