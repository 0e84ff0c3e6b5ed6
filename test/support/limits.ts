import type { Reporter, TestCase } from 'vitest/node'

/** Fails the run where a test takes more than a fifth of its limit, so that no test fails because a machine is slow. */
export class LimitsReporter implements Reporter {
  readonly #share: number
  readonly #near: string[] = []

  constructor(share = 1 / 5) {
    this.#share = share
  }

  onTestCaseResult(test: TestCase): void {
    const limit = test.options.timeout ?? test.project.config.testTimeout
    const took = test.diagnostic()?.duration ?? 0
    if (limit <= 0 || took <= limit * this.#share) return
    const name = `${test.project.name} ${test.module.relativeModuleId} > ${test.fullName}`
    this.#near.push(`  ${name}: took ${(took / 1000).toFixed(1)} s, its limit is ${limit / 1000} s`)
  }

  onTestRunEnd(): void {
    if (this.#near.length === 0) return
    console.error(
      `\nToo near to their limit. Make them quicker, or raise the limit to at least ${Math.round(1 / this.#share)} times of what they take:\n${this.#near.join('\n')}\n`,
    )
    process.exitCode = 1
  }
}
