import { chmod, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isAlive } from './processes.ts'
import { ask, sandbox } from './testing/sandbox.ts'

test('the first start makes a database, the second one finds what was written to it', async () => {
  await using box = await sandbox('empty')
  const first = await box.start()
  await ask(first.url, `create table kept (word text); insert into kept values ('grüße')`)
  await first.stop()

  const second = await box.start()
  expect(await ask(second.url, 'select word from kept')).toEqual([{ word: 'grüße' }])
})

test('stopping leaves no process behind, and may be asked for twice', async () => {
  await using box = await sandbox()
  const embedded = await box.start()
  const pid = await box.postmaster()
  expect(isAlive(pid)).toBe(true)
  await Promise.all([embedded.stop(), embedded.stop()])
  expect(isAlive(pid)).toBe(false)
  await expect(ask(embedded.url, 'select 1')).rejects.toThrow(/ECONNREFUSED/)
})

test.runIf(process.getuid?.() === 0)(
  'root may keep it where the user that Postgres runs as cannot go',
  async () => {
    await using box = await sandbox()
    await chmod(box.root, 0o700)
    const { url } = await box.start()
    expect(await ask(url, 'select 1 as up')).toEqual([{ up: 1 }])
    const status = await readFile(`/proc/${await box.postmaster()}/status`, 'utf8')
    expect(status).not.toMatch(/^Uid:\s+0/m)
  },
)

describe('a running one', () => {
  let box: Awaited<ReturnType<typeof sandbox>>
  let url: string
  beforeAll(async () => {
    box = await sandbox()
    url = (await box.start()).url
  })
  afterAll(() => box[Symbol.asyncDispose]())

  test('Parley is an ordinary user of a database in UTF-8 that knows all letters', async () => {
    const [row] = await ask(
      url,
      `select current_database() as database, current_user as user, rolsuper as super,
         current_setting('server_encoding') as encoding, lower('ÄÉΣ') as lower
       from pg_roles where rolname = current_user`,
    )
    expect(row).toEqual({
      database: 'parley',
      user: 'parley',
      super: false,
      encoding: 'UTF8',
      lower: 'äéσ',
    })
  })

  test('only this machine can reach it, only with the password, and only its owner reads that', async () => {
    const [row] = await ask(url, `select current_setting('listen_addresses') as listens`)
    expect(row).toEqual({ listens: '127.0.0.1' })
    const wrong = new URL(url)
    wrong.password = 'guessed'
    await expect(ask(wrong.href, 'select 1')).rejects.toThrow(/password authentication failed/)
    const { mode } = await stat(join(box.dataDir, 'postgres', 'parley.password'))
    expect(mode & 0o777).toBe(0o600)
  })

  test('what is acknowledged is on the disk', async () => {
    const [row] = await ask(
      url,
      `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`,
    )
    expect(row).toEqual({ fsync: 'on', commit: 'on' })
  })

  test('what people wrote stays out of the log when a statement fails', async () => {
    await ask(url, 'create table narrow (word text check (length(word) < 3))')
    await expect(ask(url, `insert into narrow values ('confidential')`)).rejects.toThrow(/narrow/)
    expect(box.lines.join('\n')).not.toContain('confidential')
  })
})
