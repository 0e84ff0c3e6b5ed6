import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'
import { PATIENCE_MS } from './until.ts'

configure({ asyncUtilTimeout: PATIENCE_MS })
afterEach(cleanup)
