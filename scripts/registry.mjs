import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Writes dist/registry/user-avatar-manager.json, which shadcn's command installs. */
export function writeRegistryItem() {
  mkdirSync(`${root}dist/registry`, { recursive: true })
  const item = {
    $schema: 'https://ui.shadcn.com/schema/registry-item.json',
    name: 'user-avatar-manager',
    type: 'registry:component',
    title: 'User avatar manager',
    description: 'See and remove users’ profile images in an admin panel.',
    dependencies: ['avatarkit', '@tanstack/react-query'],
    files: [
      {
        path: 'user-avatar-manager.tsx',
        type: 'registry:component',
        content: readFileSync(`${root}examples/shadcn/user-avatar-manager.tsx`, 'utf8'),
      },
    ],
  }
  writeFileSync(`${root}dist/registry/${item.name}.json`, `${JSON.stringify(item, null, 2)}\n`)
}
