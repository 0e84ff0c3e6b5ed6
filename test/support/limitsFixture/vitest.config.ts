import { defineConfig } from 'vitest/config'
import { LimitsReporter } from '../limits.ts'

/** Two tests, one near to its limit and one far from it: `test/limits.test.ts` runs each. */
export default defineConfig({
  test: { include: ['*.fixture.ts'], testTimeout: 600_000, reporters: ['default', new LimitsReporter(1 / 50)] },
})
