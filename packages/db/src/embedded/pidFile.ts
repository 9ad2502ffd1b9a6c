// `postmaster.pid`, where a running Postgres says who it is, where it listens and how far it is.

import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export type PidFile = { pid: number; port: number; status: string }

const fileOf = (directory: string) => join(directory, 'postmaster.pid')

export async function readPidFile(directory: string): Promise<PidFile | undefined> {
  const text = await readFile(fileOf(directory), 'utf8').catch(() => '')
  const lines = text.split('\n')
  const pid = Number(lines[0])
  const port = Number(lines[3])
  if (!Number.isSafeInteger(pid) || pid <= 0) return undefined
  return { pid, port, status: lines[7]?.trim() ?? '' }
}

/**
 * Postgres will not start while the number in its file belongs to any living process of its
 * user. When that process is known to be something else, the file is put into our name: a
 * number that Postgres recognises as its parent's does not stop it, and what else stands in
 * the file still lets it notice processes that outlived the dead Postgres.
 */
export async function releasePidFile(directory: string): Promise<void> {
  const text = await readFile(fileOf(directory), 'utf8')
  await writeFile(fileOf(directory), [process.pid, ...text.split('\n').slice(1)].join('\n'))
}
