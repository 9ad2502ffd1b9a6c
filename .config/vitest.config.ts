import { defineConfig } from 'vitest/config'
import closingLine from './closingLine.ts'
import LongestFirst from './longestFirst.ts'

const browserTests = 'apps/web/e2e/*.test.ts'

export default defineConfig({
  test: {
    globalSetup: ['packages/db/src/testing/globalSetup.ts'],
    reporters: ['default', closingLine()],
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'parts',
          include: ['{apps,packages}/**/*.test.{ts,tsx}', '.config/*.test.ts'],
          exclude: ['**/node_modules/**', browserTests],
          maxWorkers: 3, // mostly they wait: for a Postgres, a node, a network
          testTimeout: 60_000, // a machine may be busy; what has to be quick says so itself,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: [browserTests],
          globalSetup: ['apps/web/e2e/builtApp.ts'],
          // By themselves, after the others: they look at a whole machine.
          sequence: { groupOrder: 1 },
          maxWorkers: 3, // mostly they wait, for a server that is away or a text that is read
          expect: { poll: { timeout: 10_000 } },
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
