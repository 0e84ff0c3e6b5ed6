// The kit's own browser and component tests, on the oldest React and the oldest react-query that it names.
import { version as queryVersion } from '@tanstack/react-query/package.json'
import { version } from 'react'
import { expect, it } from 'vitest'
import '../../support/setup.ts'
import manifest from '../../../package.json'

it('runs on the oldest versions that the package names', () => {
  expect(manifest.peerDependencies.react).toContain(`^${version}`)
  expect(manifest.peerDependencies['@tanstack/react-query']).toBe(`^${queryVersion}`)
})

import.meta.glob('../../{browser,react}/*.test.tsx', { eager: true })
