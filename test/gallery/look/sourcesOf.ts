import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const git = (...args: string[]) =>
  execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim()

const tried = (...args: string[]): string | undefined => {
  try {
    return git(...args)
  } catch {
    return undefined
  }
}

export interface Base {
  commit: string
  /** The first line of what was said of it. */
  title: string
  /** Both sides are drawn with the packages of the change: where the base has others, a difference may lack, or be theirs. */
  otherPackages: boolean
}

/** With what the working tree is compared: the named commit, else where it left `main`; on `main` the last commit, or where nothing is uncommitted the one before it. */
export function baseOf(named?: string): Base {
  const left = tried('merge-base', 'HEAD', 'main') ?? tried('merge-base', 'HEAD', 'origin/main')
  const chosen =
    named ?? (left && left !== git('rev-parse', 'HEAD') ? left : git('status', '--porcelain') ? 'HEAD' : 'HEAD~1')
  const commit = tried('rev-parse', '--verify', '--end-of-options', `${chosen}^{commit}`)
  if (!commit)
    throw new Error(`There is no commit ${chosen} here. Name one with --base; a shallow clone has only the latest.`)
  return {
    commit,
    title: git('log', '-1', '--format=%s', commit),
    otherPackages: git('diff', '--name-only', commit, '--', 'package-lock.json') !== '',
  }
}

/** Unpacks what a commit holds, or only some paths of it, into a folder. */
export function unpack(commit: string, folder: string, ...paths: string[]): void {
  mkdirSync(folder, { recursive: true })
  const archive = join(folder, 'sources.tar')
  git('archive', '--format=tar', `--output=${archive}`, commit, ...paths)
  execFileSync('tar', ['-xf', archive, '-C', folder])
  rmSync(archive)
}

/** The sources of a commit in this folder, with the gallery of the working tree: both sides are shown by the same code. Answers with the gallery's folder. */
export function sourcesOf(commit: string, folder: string): string {
  unpack(commit, folder)
  const gallery = join(folder, 'test/gallery')
  rmSync(gallery, { recursive: true, force: true })
  cpSync(join(root, 'test/gallery'), gallery, { recursive: true })
  // What the gallery takes from there, where the commit has none yet.
  cpSync(join(root, 'stories'), join(folder, 'stories'), {
    recursive: true,
    force: false,
    filter: (path) => !path.endsWith('.stories.tsx'),
  })
  return gallery
}
