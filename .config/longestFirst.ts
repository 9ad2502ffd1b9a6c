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
  'apps/load/src/versus/versus.test.ts',
  'packages/client/src/client.test.ts',
  'packages/client/src/chaos.test.ts',
  'apps/server/src/node.test.ts',
  'apps/server/src/nodes.redis.test.ts',
  'packages/core/src/bulk/engine.test.ts',
  'packages/core/src/accounts/attacks.test.ts',
  'packages/db/src/killed.test.ts',
  'apps/server/src/presence.redis.test.ts',
  'apps/server/src/bulkRefused.test.ts',
  'apps/server/src/nodeAnswers.redis.test.ts',
  'packages/core/src/delivery/follow.test.ts',
  'packages/bus/src/redis/nodes.redis.test.ts',
  'packages/core/src/bulk/exactlyOnce.test.ts',
  'apps/web/e2e/screens.test.ts',
  'apps/web/e2e/kept.test.ts',
  'apps/web/e2e/offline.test.ts',
  'apps/web/e2e/talk.test.ts',
  'apps/web/e2e/away.test.ts',
  'apps/web/e2e/bulkCompose.test.ts',
  'apps/web/e2e/accounts.test.ts',
  'apps/web/e2e/bulkReport.test.ts',
  'apps/web/e2e/shell.test.ts',
  'apps/web/e2e/jump.test.ts',
  'apps/web/e2e/composer.test.ts',
  'apps/web/e2e/tabs.test.ts',
  'apps/web/e2e/groups.test.ts',
  'apps/web/e2e/list.test.ts',
  'apps/web/e2e/presence.test.ts',
  'apps/web/e2e/history.test.ts',
  'apps/web/e2e/writing.test.ts',
  'apps/web/e2e/embedded.test.ts',
  'apps/web/e2e/bulkRecipient.test.ts',
  'apps/web/e2e/language.test.ts',
  'apps/web/e2e/fits.test.ts',
  'apps/web/e2e/admin.test.ts',
  'apps/web/e2e/messageKeys.test.ts',
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
