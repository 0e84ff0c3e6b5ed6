import { version as queryVersion } from '@tanstack/react-query/package.json'
import { version } from 'react'
import { expect, it } from 'vitest'
import manifest from '../../../package.json'

it('runs on the oldest versions that the package names', () => {
  expect(manifest.peerDependencies.react).toContain(`^${version}`)
  expect(manifest.peerDependencies['@tanstack/react-query']).toBe(`^${queryVersion}`)
})
