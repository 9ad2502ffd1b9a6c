/**
 * The files that take longest begin first: one that begins last lets the other worker idle.
 * Vitest knows that by itself only where it has run before, which a fresh clone has not.
 */
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const longest = [
  'apps/chaos/src/rows.test.ts',
  'packages/db/src/embedded/survival.test.ts',
  'packages/client/src/fallback.test.ts',
  'packages/db/src/embedded/faults.test.ts',
  'packages/client/src/resume.test.ts',
  'packages/client/src/client.test.ts',
  'apps/web/e2e/kept.test.ts',
  'apps/web/e2e/screens.test.ts',
  'apps/web/e2e/away.test.ts',
]

/** Among the longest, as they stand there; the others after them. */
function rank({ moduleId }: TestSpecification): number {
  const at = longest.findIndex(name => moduleId.endsWith(name))
  return at < 0 ? longest.length : at
}

export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files)
    return usual.toSorted((a, b) => rank(a) - rank(b))
  }
}
