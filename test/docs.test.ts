import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { QueryClient } from '@tanstack/react-query'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ErrorCode, errorCodes, meaningOf } from '../src/core/errors.ts'
import type { UserFields } from '../src/core/user.ts'
import { imageLedger } from '../src/optimistic/imageLedger.ts'
import { exampleFor, examplesIn } from './support/examples.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const guides = readdirSync(`${root}stories`, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.mdx'))
const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'llms.txt',
  ...guides.map((path) => `stories/${path}`),
]

const read = (path: string) => readFileSync(root + path, 'utf8')
const manifest = JSON.parse(read('package.json')) as { files: string[]; repository: { url: string } }
/** Where the files of the project are on the web. */
const home = manifest.repository.url.replace(/^git\+|\.git$/g, '')
const slugOf = (title: string) =>
  title
    .toLowerCase()
    .replaceAll(/[^\w\s-]/g, '')
    .replaceAll(' ', '-')

describe('what the documents say', () => {
  let folder: string
  beforeAll(() => {
    mkdirSync(`${root}.cache`, { recursive: true })
    folder = `${mkdtempSync(`${root}.cache/docs-`)}/`
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('every example compiles', () => {
    const up = (target: string) => `${relative(folder, root)}/${target}`
    const options = {
      extends: up('tsconfig.json'),
      // What `avatarkit` means the project's own says. A bundler finds what the examples have beside them.
      compilerOptions: { noUncheckedSideEffectImports: false, module: 'esnext', moduleResolution: 'bundler' },
      include: ['*.ts', '*.tsx', up('test/support/docs.d.ts')],
      exclude: [],
    }
    writeFileSync(`${folder}tsconfig.json`, JSON.stringify(options))
    writeFileSync(
      `${folder}server.ts`,
      "import type { Authorize } from 'avatarkit/server'\nimport type { UserImageAdapter } from 'avatarkit'\nexport declare const adapter: UserImageAdapter\nexport declare const authorize: Authorize\nexport declare const handler: (request: Request) => Promise<Response>\n",
    )
    writeFileSync(
      `${folder}actions.ts`,
      "import type { UserImageActions } from 'avatarkit/server'\nexport declare const deleteUserProfileImage: UserImageActions['deleteUserProfileImage']\nexport declare const getUser: NonNullable<UserImageActions['getUser']>\n",
    )
    let count = 0
    for (const path of documents) {
      examplesIn(read(path)).forEach(({ kind, code }, at) => {
        count++
        // What names its file, in the first line, is imported by that name.
        const name = /^\/\/ ([\w.]+)\.tsx?\n/.exec(code)?.[1] ?? `${path.replaceAll(/[^\w]/g, '-')}-${at}`
        writeFileSync(`${folder}${name}.${kind}`, `${code}\nexport {}\n`)
      })
    }
    expect(count).toBeGreaterThan(20)
    const { status, stdout } = spawnSync(process.execPath, [`${root}node_modules/typescript/bin/tsc`, '-p', folder], {
      cwd: root,
      encoding: 'utf8',
    })
    expect(status, stdout).toBe(0)
  })

  it('every error code has its cause and its cure', () => {
    const sections = new Map(
      read('stories/guides/Errors.mdx')
        .split(/^## /m)
        .slice(1)
        .map((section) => [section.split('\n')[0], section]),
    )
    expect([...sections.keys()]).toEqual([...errorCodes])
    for (const [code, section] of sections)
      expect(section.includes(meaningOf(code as ErrorCode).quiet ? 'Nobody is told' : '*Cure:*'), code).toBe(true)
  })

  it('every slot is in a component’s page, and no other', () => {
    const sources = readdirSync(`${root}src/react`, { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith('.tsx'),
    )
    const used = sources.flatMap((path) =>
      [...read(`src/react/${path}`).matchAll(/data-slot="([a-z-]+)"/g)].map(([, slot]) => slot!),
    )
    const told = guides.flatMap((path) => {
      const [, table] = read(`stories/${path}`).split('## Slots')
      // The first cell of each row names one or several.
      return [...(table ?? '').matchAll(/<tr><td>(.*?)<\/td>/g)].flatMap(([, cell]) =>
        [...cell!.matchAll(/<code>([a-z-]+)<\/code>/g)].map(([, slot]) => slot!),
      )
    })
    expect([...new Set(told)].sort()).toEqual([...new Set(used)].sort())
  })

  it('what shows that something is defended is there', () => {
    const named = [...read('SECURITY.md').matchAll(/`((?:test\/[\w/-]+\/)?[\w-]+\.test\.tsx?)`/g)].map(
      ([, path]) => path!,
    )
    const tests = readdirSync(`${root}test`, { recursive: true, encoding: 'utf8' }).map(
      (path) => `test/${path.replaceAll('\\', '/')}`,
    )
    expect(named.length).toBeGreaterThan(8)
    for (const path of named)
      expect(
        tests.some((test) => test.endsWith(`/${path.replace(/^test\//, '')}`)),
        path,
      ).toBe(true)
  })

  it('the shape of a user that README describes is found, changed and put back', async () => {
    const code = exampleFor('src/fields.ts', read('README.md'))
    writeFileSync(`${folder}fields.ts`, code.replace("'avatarkit'", "'../../src/index.ts'"))
    const { fields } = (await import(/* @vite-ignore */ `${folder}fields.ts`)) as { fields: UserFields }
    const person = (displayName: string) => ({ uid: 'ada', profile: { displayName, photo: { url: '/ada.png' } } })
    expect(fields.toUser(person('Ada Lovelace'))).toMatchObject({
      id: 'ada',
      firstName: 'Ada Lovelace',
      hasImage: true,
    })

    const client = new QueryClient()
    client.setQueryData(['people'], { page: [person('Ada')], product: { uid: 'lamp', photo: { url: '/lamp.png' } } })
    const shown = () => client.getQueryData(['people'])
    let refuse = () => {}
    const reply = new Promise((_, reject) => {
      refuse = () => reject(new Error('refused'))
    })
    const [change] = imageLedger(client, { fields }).submit([
      { userId: 'ada', change: { kind: 'remove' }, send: () => reply },
    ])
    expect(shown()).toMatchObject({ page: [{ profile: { displayName: 'Ada', photo: null } }] })
    // Meanwhile the panel gives her another name.
    client.setQueryData(['people'], (data: object) => ({ ...data, page: [person('Ada Lovelace')] }))
    expect(shown()).toMatchObject({ page: [{ profile: { displayName: 'Ada Lovelace', photo: null } }] })
    refuse()
    await change!.outcome
    expect(shown()).toEqual({ page: [person('Ada Lovelace')], product: { uid: 'lamp', photo: { url: '/lamp.png' } } })
  })

  // A number that is repeated is soon wrong: budgets.json has the only one.
  it.each(['ARCHITECTURE.md', 'CHANGELOG.md', ...documents])('%s repeats no budget', (path) => {
    expect(read(path).match(/\d\s?(?:kB|KB|kilobytes)\b/g)).toBeNull()
  })

  it.each(documents)('%s: links lead somewhere', (path) => {
    const text = read(path)
    const titles = guides
      .map((guide) => /<Meta title="([^"]+)"/.exec(read(`stories/${guide}`))?.[1])
      .filter((title) => title !== undefined)
    const pages = guides.filter((guide) => !guide.includes('/')).map((guide) => guide.replace('.mdx', ''))
    const ids = [...titles, ...pages].map((title) => `${title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}--docs`)
    for (const [, id] of text.matchAll(/\?path=\/docs\/([\w-]+)/g)) expect(ids).toContain(id)
    for (const [url, target] of text.matchAll(new RegExp(`${home}/(?:blob|tree)/main/([^\\s)#]+)`, 'g')))
      expect(existsSync(root + target), url).toBe(true)
    if (path.includes('/')) return
    const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, title]) => slugOf(title!))
    for (const [, anchor] of text.matchAll(/\]\(#([^)]+)\)/g)) expect(headings).toContain(anchor)
    const files = [...text.matchAll(/\]\((?!https?:|#|\?)([^)#]+)/g)].map(([, target]) => target!)
    // What goes into the package may only lead to what goes along. README.md always does.
    const packed = ['README.md', ...manifest.files]
    const isPacked = (file: string) => packed.some((entry) => file === entry || file.startsWith(`${entry}/`))
    for (const file of files) {
      expect(existsSync(root + file), file).toBe(true)
      if (isPacked(path)) expect(isPacked(file), file).toBe(true)
    }
    const named = [...text.matchAll(/\]\[([\w-]+)\]/g)].map(([, name]) => name!)
    const defined = [...text.matchAll(/^\[([\w-]+)\]: /gm)].map(([, name]) => name!)
    expect(defined.sort()).toEqual([...new Set(named)].sort())
  })

  it('addresses of the project are those of the manifest', () => {
    for (const path of [...documents, 'ARCHITECTURE.md', 'CHANGELOG.md'])
      for (const [url] of read(path).matchAll(/https:\/\/github\.com\/[\w-]+\/avatarkit\b/g))
        expect(url, path).toBe(home)
  })
})
