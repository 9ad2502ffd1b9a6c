import { execFile } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { connect } from '@parley/db/database'
import { startEmbedded } from '@parley/db/embedded'
import { testDatabase } from '@parley/db/testing'
import { expect, test } from 'vitest'
import { bundled } from './testing/bundled.ts'

const command = fileURLToPath(new URL('./admin.ts', import.meta.url))
const secret = 'a secret that is long enough for tests'

async function run(environment: Record<string, string>, ...words: string[]) {
  const { PATH = '', HOME = '' } = process.env
  const env = { PATH, HOME, AUTH_SECRET: secret, ...environment }
  return promisify(execFile)(process.execPath, [await bundled(command), ...words], { env })
}

async function rolesIn(url: string) {
  const sql = connect(url, { max: 1 })
  const rows = await sql`select email, name, role from auth_users order by email`
  await sql.end()
  return [...rows]
}

test('makes an administrator in the database that DATABASE_URL names', async () => {
  await using database = await testDatabase()
  const { stdout } = await run({ DATABASE_URL: database.url }, 'Grace@Example.org', 'Grace Hopper')
  expect(stdout).toMatch(/^grace@example\.org is an administrator now\.\n.*: [\w-]{16}\n$/)
  const again = await run({ DATABASE_URL: database.url }, 'grace@example.org')
  expect(again.stdout).toMatch(/signed out everywhere/)
  expect(await rolesIn(database.url)).toEqual([
    { email: 'grace@example.org', name: 'Grace Hopper', role: 'admin' },
  ])
})

test('uses the embedded database, with the server beside it or without', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'parley-admin-'))
  await chmod(dataDir, 0o711) // as root, Postgres runs as another user, who must get in
  const log = () => {}
  try {
    await run({ DATA_DIR: dataDir }, 'alone@example.org')
    const embedded = await startEmbedded({ dataDir, log, onFatal: log })
    try {
      await run({ DATA_DIR: dataDir }, 'beside@example.org')
      const roles = await rolesIn(embedded.url)
      expect(roles.map(({ email, role }) => `${email} ${role}`)).toEqual([
        'alone@example.org admin',
        'beside@example.org admin',
      ])
    } finally {
      await embedded.stop()
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
})

test.each([
  [[], /Say whose account/],
  [['nobody'], /must be an e-mail address/],
])('says in a sentence what is wrong: %j', async (words, sentence) => {
  await using database = await testDatabase()
  const failed = run({ DATABASE_URL: database.url }, ...words)
  await expect(failed).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(sentence),
  })
  await expect(failed).rejects.toMatchObject({ stderr: expect.not.stringMatching(/ {4}at /) })
})
