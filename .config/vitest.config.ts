import { defineConfig } from 'vitest/config'
import closingLine from './closingLine.ts'

export default defineConfig({
  test: {
    include: ['{apps,packages}/**/*.test.{ts,tsx}', '.config/*.test.ts'],
    globalSetup: ['packages/db/src/testing/globalSetup.ts'],
    reporters: ['default', closingLine()],
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
})
