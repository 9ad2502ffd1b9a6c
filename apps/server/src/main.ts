/** The server process: reads the environment, brings up a node, and says where it listens. */
import { startEmbedded } from '@parley/db/embedded'
import { readEnv } from './env.ts'
import { createLog } from './log.ts'
import { logFaults } from './logFaults.ts'
import { startNode } from './node.ts'
import { stopOnSignal } from './stopOnSignal.ts'

async function main(): Promise<void> {
  const env = readEnv(process.env)
  const log = createLog(env)
  logFaults(log)
  const embedded =
    env.databaseUrl === undefined
      ? await startEmbedded({
          dataDir: env.dataDir,
          log: line => log.info({ from: 'postgres' }, line),
          onFatal: fail,
        })
      : undefined
  try {
    const node = await startNode(env, env.databaseUrl ?? embedded?.url ?? '', log)
    const database = embedded
      ? [{ name: 'embedded Postgres', close: embedded.stop, withinMs: 15_000 }]
      : []
    stopOnSignal([...node.steps, ...database], log)
    process.stdout.write(`Parley is ready at ${node.url}\n`)
  } catch (error) {
    await embedded?.stop()
    throw error
  }
}

/** A start that fails, fails with the sentences of what failed. */
function fail(problem: unknown): never {
  const words = problem instanceof Error ? problem.message : String(problem)
  process.stderr.write(`${words}\n`)
  process.exit(1)
}

main().catch(fail)
