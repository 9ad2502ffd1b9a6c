import { defineConfig } from 'vitest/config'
import closingLine from './closingLine.ts'
import LongestFirst from './longestFirst.ts'

const browserTests = 'apps/web/e2e/*.test.ts'

/** What these change, or make once, lasts as long as their process: each has one of its own. */
const ownProcess = [
  'apps/chaos/**/*.test.ts',
  'packages/client/src/background.test.ts',
  'packages/client/src/keep/store.test.ts',
  'packages/db/src/embedded/*.test.ts',
  'packages/react/**/*.test.tsx',
]

const usual = {
  maxWorkers: 3, // mostly they wait: for a Postgres, a node, a network
  // A machine may be busy; what has to be quick says so itself.
  testTimeout: 60_000,
  hookTimeout: 60_000,
  expect: { poll: { timeout: 10_000 } },
}

export default defineConfig({
  test: {
    globalSetup: ['packages/db/src/testing/globalSetup.ts'],
    reporters: ['default', closingLine()],
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          ...usual,
          name: 'apart',
          include: ownProcess,
        },
      },
      {
        test: {
          ...usual,
          name: 'parts',
          include: ['{apps,packages}/**/*.test.{ts,tsx}', '.config/*.test.ts'],
          exclude: ['**/node_modules/**', browserTests, ...ownProcess],
          // Reading the sources anew for every file took a fifth of the processors.
          isolate: false,
          setupFiles: ['.config/nothingLeft.ts'],
        },
      },
      {
        test: {
          ...usual,
          name: 'browser',
          include: [browserTests],
          globalSetup: ['apps/web/e2e/builtApp.ts'],
          maxWorkers: 4, // each waits half of the time
          // By themselves, after the others: they look at a whole machine.
          sequence: { groupOrder: 1 },
          isolate: false,
          setupFiles: ['.config/nothingLeft.ts'],
        },
      },
    ],
  },
})
