// Who owns a data directory: the Parley that holds a lock inside its Postgres, through one
// connection kept for that. The connection of a killed Parley is gone and its lock with it,
// even if its Postgres lives on; that of a living one is not.

import postgres from 'postgres'
import type { Cluster } from './cluster.ts'
import { Complaint } from './complaint.ts'

export type Ownership = {
  /** Settles when the connection ends, for whatever reason. */
  lost: Promise<void>
  release(): Promise<void>
}

export type Attempt =
  | { kind: 'owned'; ownership: Ownership }
  | { kind: 'refused'; holder: string }
  | { kind: 'unanswered' }

const lock = { area: 0x7061726c, key: 1 }

/** One try. Nothing waits here, so that whoever calls can look at Postgres in between. */
export async function tryToOwn(cluster: Cluster, port: number): Promise<Attempt> {
  let lose = () => {}
  const lost = new Promise<void>(resolve => {
    lose = resolve
  })
  const sql = postgres({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    database: 'postgres',
    password: cluster.password,
    max: 1,
    // The lock lives as long as the connection: neither idleness nor age may end it.
    idle_timeout: 0,
    max_lifetime: null,
    connect_timeout: 5,
    fetch_types: false,
    onnotice: () => {},
    onclose: () => lose(),
    connection: { application_name: `parley ${process.pid}` },
  })
  const release = () => sql.end({ timeout: 0 })
  try {
    const [row] = await sql<{ isOwned: boolean; holder: string | null }[]>`
      select pg_try_advisory_lock(${lock.area}::int, ${lock.key}::int) as "isOwned", (
        select application_name from pg_locks join pg_stat_activity using (pid)
        where locktype = 'advisory' and granted and pid <> pg_backend_pid()
          and classid = ${lock.area}::int::oid and objid = ${lock.key}::int::oid and objsubid = 2
      ) as holder`
    if (row?.isOwned) return { kind: 'owned', ownership: { lost, release } }
    await release()
    return { kind: 'refused', holder: row?.holder?.replace('parley', 'pid') ?? 'pid unknown' }
  } catch (error) {
    await release()
    if (isWrongPassword(error)) throw wrongPassword(cluster.directory)
    return { kind: 'unanswered' }
  }
}

const isWrongPassword = (error: unknown) =>
  error instanceof postgres.PostgresError && error.code === '28P01'

const wrongPassword = (directory: string) =>
  new Complaint(
    'directory',
    `The password in ${directory} is not the one of its database: restore both from the same backup.`,
  )
