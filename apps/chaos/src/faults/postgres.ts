/** A Postgres of our own, durable as in production, that can be killed, frozen and filled up. */
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { startEmbedded } from '@parley/db/embedded'
import { migrate } from '@parley/db/migrate'
import { cleanUpOnce } from '@parley/load/cleanUp'
import { temporaryDirectory } from '@parley/load/temporary'
import { familyOf, signalAll } from './processes.ts'

interface Wanted {
  /** Other than in production, for controls and small disks. */
  settings?: Readonly<Record<string, string>>
  /** By default a new one, removed afterwards. */
  dataDir?: string
}

export async function startPostgres({ settings = {}, dataDir }: Wanted = {}) {
  const own = dataDir === undefined ? await temporaryDirectory() : undefined
  const directory = dataDir ?? own?.path ?? ''
  await copyCluster(directory)
  const complaints: string[] = []
  const embedded = await startEmbedded({
    dataDir: directory,
    settings,
    log: () => {},
    onFatal: sentence => complaints.push(sentence),
  })
  let frozen: number[] = []

  async function pids(): Promise<number[]> {
    const [first = ''] = (
      await readFile(join(directory, 'postgres', 'postmaster.pid'), 'utf8')
    ).split('\n')
    return familyOf(Number(first))
  }

  function thaw(): void {
    signalAll(frozen, 'SIGCONT')
    frozen = []
  }

  return {
    url: embedded.url,
    /** What it could not recover from. */
    complaints,
    /** All its processes at once, so that nothing is written any more; it is started again at once. */
    async kill() {
      signalAll(await pids(), 'SIGKILL')
    },
    async freeze() {
      frozen = await pids()
      signalAll(frozen, 'SIGSTOP')
    },
    thaw,
    [Symbol.asyncDispose]: cleanUpOnce(async () => {
      thaw()
      await embedded.stop()
      await own?.[Symbol.asyncDispose]()
    }),
  }
}

let made: Promise<string> | undefined

/** Making a database and its tables takes a second of a core: it is done once, and copied. */
async function copyCluster(directory: string): Promise<void> {
  made ??= makeCluster()
  // As it is: it belongs to whom Postgres runs as.
  await promisify(execFile)('cp', [
    '-a',
    '--sparse=always',
    join(await made, 'postgres'),
    directory,
  ])
}

async function makeCluster(): Promise<string> {
  const { path: dataDir } = await temporaryDirectory()
  const fail = (sentence: string) => {
    throw new Error(sentence)
  }
  const postgres = await startEmbedded({ dataDir, log: () => {}, onFatal: fail })
  await migrate(postgres.url)
  await postgres.stop()
  return dataDir
}
