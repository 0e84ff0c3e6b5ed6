import { afterAll, beforeAll } from 'vitest'
import { describeConformance } from '../../support/conformance.ts'
import { startEmulator } from './emulator.ts'
import { harnessOf } from './harness.ts'

let emulator: Awaited<ReturnType<typeof startEmulator>>
beforeAll(async () => {
  emulator = await startEmulator()
})
afterAll(() => emulator.close())

describeConformance(
  'firebase, through firebase-admin and Google’s emulator',
  harnessOf(() => emulator),
)
