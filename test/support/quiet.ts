import { afterEach } from 'vitest'

// What a test writes to the console is a fault of the code or of the test: one that expects it spies on it and says so.
const said: string[] = []
for (const method of ['error', 'warn'] as const) {
  const write = console[method]
  console[method] = (...parts: unknown[]) => {
    said.push(`console.${method}: ${parts.map(String).join(' ')}`)
    write(...parts)
  }
}

afterEach(() => {
  const heard = said.splice(0)
  if (heard.length > 0)
    throw new Error(
      `The console was written to. Mend the cause, or expect it with vi.spyOn(console, …).mockImplementation(…):\n${heard.join('\n').slice(0, 4000)}`,
    )
})
