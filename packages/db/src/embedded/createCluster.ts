// Makes a new cluster in a directory beside its final place and then renames it, so that one
// that is half made is never taken for a database, and of two first starts at once one wins.

import { once } from 'node:events'
import {
  chmod,
  chown,
  mkdir,
  mkdtemp,
  open,
  readdir,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Account } from './account.ts'
import { complaintFrom } from './complaint.ts'
import { followLines } from './lines.ts'
import { newPassword, passwordFile } from './password.ts'
import { isAlive } from './processes.ts'
import type { Programs } from './programs.ts'
import { asArguments, settings } from './settings.ts'
import { spawnProgram } from './spawning.ts'

type Making = { directory: string; programs: Programs; account: Account | undefined }

export async function createCluster({ directory, programs, account }: Making): Promise<void> {
  const parent = dirname(directory)
  await removeAbandoned(parent)
  const workshop = await mkdtemp(join(parent, `${prefix}${process.pid}-`))
  try {
    await chmod(workshop, 0o711)
    const made = join(workshop, basename(directory))
    await mkdir(made, { mode: 0o700 })
    if (account) await chown(made, account.uid, account.gid)
    await fill(directory, { directory: made, programs, account })
    await moveIntoPlace(made, directory)
  } finally {
    await rm(workshop, { recursive: true, force: true })
  }
}

async function fill(place: string, { directory, programs, account }: Making): Promise<void> {
  const run = async (program: string, args: readonly string[], input?: string) => {
    const child = await spawnProgram(program, args, account, input)
    const lastLines = followLines(child, () => {})
    const [code] = await once(child, 'close')
    if (code !== 0) throw complaintFrom(place, lastLines())
  }
  const password = newPassword()
  const file = join(dirname(directory), passwordFile)
  await writeFile(file, password, { mode: 0o600 })
  if (account) await chown(file, account.uid, account.gid)
  await run(programs.initdb, [...initdbArguments, `--pgdata=${directory}`, `--pwfile=${file}`])
  const quietly = asArguments({ ...settings, exit_on_error: 'on' })
  const single = ['--single', '-D', directory, ...quietly, 'postgres']
  await run(programs.postgres, single, ownDatabase(password))
  await rename(file, join(directory, passwordFile))
}

const initdbArguments = [
  '--username=postgres',
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  // Postgres's own Unicode rules: the same on every system, whatever locales it has.
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--no-instructions',
]

/** Parley is an ordinary user of its database: a superuser could read the server's files. */
const ownDatabase = (password: string) => `
create role parley login createdb password '${password}'
create database parley owner parley
`

async function moveIntoPlace(made: string, directory: string): Promise<void> {
  try {
    await rename(made, directory)
  } catch (error) {
    // Somebody else's start was quicker: theirs is the database.
    if (error instanceof Error && 'code' in error && error.code === 'ENOTEMPTY') return
    throw error
  }
  if (process.platform === 'win32') return
  const parent = await open(dirname(directory))
  await parent.sync().finally(() => parent.close())
}

const prefix = 'postgres-new-'

/** What starts that were killed while making a cluster have left. */
async function removeAbandoned(parent: string): Promise<void> {
  const abandoned = (await readdir(parent)).filter(name => {
    const [pid] = name.startsWith(prefix) ? name.slice(prefix.length).split('-') : []
    return pid !== undefined && !isAlive(Number(pid))
  })
  for (const name of abandoned) await rm(join(parent, name), { recursive: true, force: true })
}
