import { it } from 'vitest'

it('takes its time', { timeout: 20_000 }, () => new Promise((resolve) => setTimeout(resolve, 600)))
