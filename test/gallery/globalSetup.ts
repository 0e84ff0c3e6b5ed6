import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'
import { openGallery } from './openGallery.ts'

declare module 'vitest' {
  interface ProvidedContext {
    gallery: { origin: string; names: string[] }
  }
}

/** One gallery for all tests: `inject('gallery')`. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const { origin, names, close } = await openGallery({
    outDir: fileURLToPath(new URL('../../.cache/gallery', import.meta.url)),
  })
  provide('gallery', { origin, names })
  return close
}
