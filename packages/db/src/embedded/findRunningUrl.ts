// Where a Postgres listens that serves a data directory already, for a command that is run
// beside the server. It is visited, not owned: whoever started it goes on keeping it.

import { realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { readPassword } from './password.ts'
import { readPidFile } from './pidFile.ts'
import { mayServe } from './processes.ts'

export async function findRunningUrl(dataDir: string): Promise<string | undefined> {
  const parent = await realpath(dataDir).catch(() => undefined)
  if (parent === undefined) return undefined
  const directory = join(parent, 'postgres')
  const file = await readPidFile(directory)
  if (file?.status !== 'ready' || !mayServe(file.pid, directory)) return undefined
  return `postgres://parley:${await readPassword(directory)}@127.0.0.1:${file.port}/parley`
}
