import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../src/', import.meta.url))

/** What a bundle holds of a module when the page loads: all that is imported for more than its types, and not later. */
function atOnce(path: string, found = new Set<string>()): Set<string> {
  if (found.has(path)) return found
  found.add(path)
  const source = readFileSync(join(root, path), 'utf8')
  for (const [, from] of source.matchAll(/^(?:import|export)\s+(?!type\b)[^'"]*?from\s+['"]([^'"]+)['"]/gm)) {
    if (from!.startsWith('.')) atOnce(join(dirname(path), from!), found)
    else found.add(from!)
  }
  return found
}

it('the editor comes when it is first needed, and the upload comes with its own entry', () => {
  expect([...atOnce('upload.ts')]).toContain('radix-ui')
  expect([...atOnce('upload.ts')]).not.toContain('react-easy-crop')
  expect([...atOnce('react/image-upload/CropperStage.tsx')]).toContain('react-easy-crop')
  expect([...atOnce('index.ts')].filter((path) => path.includes('image-upload'))).toEqual([])
})
