/**
 * Makes an administrator: `npm run admin -- someone@example.org "Their Name"`. Works on the
 * database that the environment names, whether or not a server is running on it.
 */
import { makeAdministrator } from '@parley/core/accounts/makeAdministrator'
import { connect } from '@parley/db/database'
import { startEmbedded } from '@parley/db/embedded'
import { findRunningUrl } from '@parley/db/embedded/findRunningUrl'
import { migrate } from '@parley/db/migrate'
import { readEnv } from './env.ts'

async function main([email, name]: string[]): Promise<void> {
  if (!email) throw new Error('Say whose account: npm run admin -- someone@example.org')
  const database = await findDatabase()
  try {
    await migrate(database.url)
    const sql = connect(database.url, { max: 1 })
    const made = await makeAdministrator(sql, { email, name }).finally(() =>
      sql.end({ timeout: 5 }),
    )
    process.stdout.write(
      `${made.email} is an administrator now${made.existed ? ', signed out everywhere' : ''}.\n` +
        `Their new password, shown only here: ${made.password}\n`,
    )
  } finally {
    await database.leave()
  }
}

async function findDatabase() {
  const env = readEnv(process.env)
  const stay = async () => {}
  const url = env.databaseUrl ?? (await findRunningUrl(env.dataDir))
  if (url !== undefined) return { url, leave: stay }
  const embedded = await startEmbedded({ dataDir: env.dataDir, log() {}, onFatal: fail })
  return { url: embedded.url, leave: embedded.stop }
}

function fail(problem: unknown): never {
  process.stderr.write(`${problem instanceof Error ? problem.message : String(problem)}\n`)
  process.exit(1)
}

main(process.argv.slice(2)).catch(fail)
