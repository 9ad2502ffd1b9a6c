// A Postgres for tests in a temporary directory, gone when they are done. The test run has one
// for all; a test that kills or freezes its database takes one of its own.

import { chmod, mkdtemp, readdir, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { readPidFile } from '../embedded/pidFile.ts'
import { isAlive, mayServe } from '../embedded/processes.ts'
import { startEmbedded } from '../embedded/start.ts'

export type TestPostgres = {
  url: string
  /** The number of Postgres's main process, for tests that kill or freeze it. */
  pid(): Promise<number | undefined>
  [Symbol.asyncDispose](): Promise<void>
}

/** How much a crash may cost: `durable` is as in production, `fast` never waits for the disk. */
export type Durability = 'durable' | 'fast'

export async function testPostgres(durability: Durability = 'durable'): Promise<TestPostgres> {
  await removeAbandoned()
  const dataDir = await mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`))
  // Passable, since Postgres runs as another user when the tests run as root.
  await chmod(dataDir, 0o711)
  const remove = () => rm(dataDir, { recursive: true, force: true })
  try {
    const embedded = await startEmbedded({
      dataDir,
      settings: durability === 'fast' ? withoutTheDisk : {},
      log: () => {},
      onFatal: sentence => process.stderr.write(`${sentence}\n`),
    })
    return {
      url: embedded.url,
      pid: async () => (await readPidFile(join(dataDir, 'postgres')))?.pid,
      async [Symbol.asyncDispose]() {
        await embedded.stop()
        await remove()
      },
    }
  } catch (error) {
    await remove()
    throw error
  }
}

/**
 * Survives the death of Postgres, as everything written does, but not that of the machine. Several
 * files connect to it at once, some with three nodes.
 */
const withoutTheDisk = { fsync: 'off', full_page_writes: 'off', max_connections: '300' }

const prefix = 'parley-test-'

/** A test run that was killed leaves its Postgres running; the next one clears it away. */
async function removeAbandoned(): Promise<void> {
  const temporary = await realpath(tmpdir())
  for (const name of await readdir(temporary)) {
    const [pid] = name.startsWith(prefix) ? name.slice(prefix.length).split('-') : []
    if (pid === undefined || isAlive(Number(pid))) continue
    const cluster = join(temporary, name, 'postgres')
    const left = await readPidFile(cluster)
    if (left && mayServe(left.pid, cluster)) process.kill(left.pid, 'SIGQUIT')
    while (left && mayServe(left.pid, cluster)) await sleep(20)
    await rm(join(temporary, name), { recursive: true, force: true })
  }
}
