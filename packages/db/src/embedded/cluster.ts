// The database on disk: `<DATA_DIR>/postgres`, what Postgres calls a cluster. Opens the one
// that is there, or has a new one made.

import { mkdir, readdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Account, accountFor, handOver } from './account.ts'
import { Complaint, complaintFrom } from './complaint.ts'
import { createCluster } from './createCluster.ts'
import { passwordFile, readPassword } from './password.ts'
import type { Programs } from './programs.ts'

export type Cluster = {
  directory: string
  programs: Programs
  account: Account | undefined
  /** Of Postgres's superuser, who looks after the cluster, and of `parley`, who owns the data. */
  password: string
}

export async function openCluster(
  dataDir: string,
  programs: Programs,
  log: (line: string) => void,
): Promise<Cluster> {
  const parent = await makeDirectory(dataDir)
  const directory = join(parent, 'postgres')
  try {
    const account = await accountFor(directory, [directory, programs.postgres])
    if (await isAbsent(directory)) {
      log(`Making a new database in ${directory}`)
      await createCluster({ directory, programs, account })
    }
    if (account) await handOver(directory, account)
    return { directory, programs, account, password: await readPassword(directory) }
  } catch (error) {
    throw error instanceof Complaint ? error : fromSystem(directory, error)
  }
}

async function makeDirectory(dataDir: string): Promise<string> {
  try {
    // Others may pass through, as the user `postgres` must, but not look around.
    await mkdir(dataDir, { recursive: true, mode: 0o711 })
    return await realpath(dataDir)
  } catch (error) {
    throw fromSystem(dataDir, error)
  }
}

/** Nothing there, or an empty directory; anything else must be a cluster of ours. */
async function isAbsent(directory: string): Promise<boolean> {
  const found = await stat(directory).catch(() => undefined)
  if (!found) return true
  const names = found.isDirectory() ? await readdir(directory) : []
  if (found.isDirectory() && names.length === 0) return true
  if (names.includes('PG_VERSION') && names.includes(passwordFile)) return false
  throw new Complaint(
    'directory',
    `${directory} is not a database made by Parley: move it away, or set DATA_DIR to another directory.`,
  )
}

function fromSystem(directory: string, error: unknown): Complaint {
  const why = error instanceof Error ? error.message : String(error)
  const known = complaintFrom(directory, [why])
  if (known.fault !== 'other') return known
  return new Complaint(
    'directory',
    `${directory} cannot be used: set DATA_DIR to a directory that Parley may write.`,
    [why],
  )
}
