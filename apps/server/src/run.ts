/**
 * Brings Parley up in this process: reads the environment, starts what is needed, and says where
 * it listens. What does not need each other goes side by side: Postgres starts in processes of
 * its own while the code of a node is read, which is most of a start.
 */
import { startEmbedded } from '@parley/db/embedded'
import { readEnv } from './env.ts'
import { createLog } from './log.ts'
import { logFaults } from './logFaults.ts'
import { stopOnSignal } from './stopOnSignal.ts'

async function start(app: Promise<unknown>): Promise<void> {
  const env = readEnv(process.env)
  const log = createLog(env)
  logFaults(log)
  const reading = import('./node.ts')
  reading.catch(() => {}) // until it is waited for
  const embedded =
    env.databaseUrl === undefined
      ? await startEmbedded({
          dataDir: env.dataDir,
          log: line => log.info({ from: 'postgres' }, line),
          onFatal: fail,
        })
      : undefined
  try {
    await app
    const { startNode } = await reading
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

/** @param app resolves once the web app is there to be served */
export async function run(app: Promise<unknown> = Promise.resolve()): Promise<void> {
  await start(app).catch(fail)
}
