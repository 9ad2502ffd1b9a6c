// As whom Postgres runs. It refuses to run as root; when we are root it becomes the user
// `postgres` (made if there is none), or the owner of a database that already exists.

import { execFile } from 'node:child_process'
import { lchown, readdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { Complaint } from './complaint.ts'

const run = promisify(execFile)

export type Account = {
  uid: number
  gid: number
  /** Somewhere on the way to `places` this user may not enter, as below `/root`. */
  isShutOut: boolean
}

/** Whom to become, or nothing if we may stay who we are. */
export async function accountFor(
  cluster: string,
  places: readonly string[],
): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const found = await stat(cluster).catch(() => undefined)
  const ids = found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : await postgresUser()
  const reached = await Promise.all(places.map(place => mayReach(place, ids)))
  return { ...ids, isShutOut: reached.includes(false) }
}

/** A backup that root copied back belongs to root; it is given to whom Postgres runs as. */
export async function handOver(cluster: string, account: Account): Promise<void> {
  if ((await stat(cluster)).uid === account.uid) return
  const names = await readdir(cluster, { recursive: true })
  for (const name of ['', ...names]) await lchown(join(cluster, name), account.uid, account.gid)
}

type Ids = { uid: number; gid: number }

async function postgresUser(): Promise<Ids> {
  const existing = await lookUp().catch(() => undefined)
  if (existing) return existing
  await run('groupadd', ['--system', 'postgres']).catch(() => {})
  await run('useradd', ['--system', '--gid', 'postgres', '--no-create-home', 'postgres']).catch(
    () => {},
  )
  // Looked up again even if making it failed: another start may have made it at that moment.
  return lookUp().catch(() => {
    throw new Complaint(
      'platform',
      'Postgres does not run as root and no user `postgres` could be made for it: start Parley as an ordinary user.',
    )
  })
}

async function lookUp(): Promise<Ids> {
  const [user, group] = await Promise.all([
    run('id', ['-u', 'postgres']),
    run('id', ['-g', 'postgres']),
  ])
  return { uid: Number(user.stdout), gid: Number(group.stdout) }
}

/** Whether the user may enter every directory above `place`. */
async function mayReach(place: string, ids: Ids): Promise<boolean> {
  const parent = dirname(place)
  if (parent === place) return true
  const { mode, uid, gid } = await stat(parent)
  const bit = uid === ids.uid ? 0o100 : gid === ids.gid ? 0o010 : 0o001
  return (mode & bit) !== 0 && mayReach(parent, ids)
}
