/** A node as `apps/server/src/main.ts` runs it, on parts that are handed in. */
import { readEnv } from '@parley/server/env'
import { createLog } from '@parley/server/log'
import { logFaults } from '@parley/server/logFaults'
import { startNode } from '@parley/server/node'
import { stopOnSignal } from '@parley/server/stopOnSignal'

type Parts = NonNullable<Parameters<typeof startNode>[3]>

export async function runNode(parts: Parts): Promise<void> {
  const env = readEnv(process.env)
  const log = createLog(env)
  logFaults(log)
  const node = await startNode(env, env.databaseUrl ?? '', log, parts)
  stopOnSignal(node.steps, log)
  process.stdout.write(`Parley is ready at ${node.url}\n`)
}
