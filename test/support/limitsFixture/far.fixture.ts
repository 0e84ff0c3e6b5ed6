import { it } from 'vitest'

it('is quick', () => {})
