/**
 * The files that take longest begin first: one that begins last lets the other worker idle.
 * Vitest knows that by itself only where it has run before, which a fresh clone has not.
 */
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const longest = [
  'apps/chaos/src/rows.test.ts',
  'packages/db/src/embedded/survival.test.ts',
  'packages/db/src/embedded/faults.test.ts',
  'packages/client/src/fallback.test.ts',
  'apps/cluster/src/cluster.redis.test.ts',
  'packages/client/src/resume.test.ts',
  'packages/db/src/killed.test.ts',
  'packages/client/src/client.test.ts',
  'packages/client/src/chaos.test.ts',
  'apps/web/e2e/screens.test.ts',
  'apps/web/e2e/kept.test.ts',
  'apps/web/e2e/away.test.ts',
  'apps/web/e2e/offline.test.ts',
  'apps/web/e2e/blocked.test.ts',
  'apps/web/e2e/embedded.test.ts',
]

/**
 * Among the longest, as they stand there; then those with a process of their own, since each of
 * them ends one that others share; then the rest.
 */
function rank({ moduleId, project }: TestSpecification): number {
  const at = longest.findIndex(name => moduleId.endsWith(name))
  if (at >= 0) return at
  return longest.length + (project.config.isolate ? 0 : 1)
}

export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files)
    return usual.toSorted((a, b) => rank(a) - rank(b))
  }
}
