import { once } from 'node:events'
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { freePort } from './port.ts'
import { findPrograms } from './programs.ts'
import { ask, copyTree, sandbox } from './testing/sandbox.ts'

async function takenPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  return (server.address() as AddressInfo).port
}

test('a port that another program has taken is left to it', async () => {
  await using box = await sandbox()
  const taken = await takenPort()
  const ports = [taken, taken, await freePort()]
  const { url } = await box.start({ pickPort: async () => ports.shift() ?? 0 })
  expect(new URL(url).port).not.toBe(String(taken))
  expect(await ask(url, 'select 1 as up')).toEqual([{ up: 1 }])
})

test('without any free port the start fails in a sentence, with what Postgres said', async () => {
  await using box = await sandbox()
  const taken = await takenPort()
  const message = await box.refusal({ pickPort: async () => taken })
  expect(message).toMatch(/^The port chosen for the embedded Postgres was taken by another program/)
  expect(message).toContain('Address already in use')
})

test('a platform for which there is no embedded Postgres', async () => {
  await expect(findPrograms({ platform: 'sunos', arch: 'mips' })).rejects.toThrow(
    'There is no embedded Postgres for this platform (sunos-mips): set DATABASE_URL to a Postgres of your own.',
  )
})

test('a file in place of the directory', async () => {
  await using box = await sandbox('empty')
  await writeFile(box.dataDir, 'not a directory')
  expect(await box.refusal()).toMatch(
    /^\S+\/data cannot be used: set DATA_DIR to a directory that Parley may write\./,
  )
})

test('a directory that may not be written', async () => {
  await using box = await sandbox('empty')
  await mkdir(box.dataDir)
  await chmod(box.dataDir, 0o500)
  // Root may write everywhere, but in places that are not really directories.
  const dataDir = process.getuid?.() === 0 ? '/sys/parley' : box.dataDir
  expect(await box.refusal({ dataDir })).toMatch(/^[^\n]+ set DATA_DIR to (a|another) directory/)
})

test('a directory with something else in it is left alone', async () => {
  await using box = await sandbox('empty')
  const garbage = join(box.dataDir, 'postgres', 'holiday.jpg')
  await mkdir(join(box.dataDir, 'postgres'), { recursive: true })
  await writeFile(garbage, 'sun')
  expect(await box.refusal()).toMatch(/postgres is not a database made by Parley: move it away/)
  expect(await readFile(garbage, 'utf8')).toBe('sun')
})

test('a database made by another major version', async () => {
  await using box = await sandbox()
  await writeFile(join(box.dataDir, 'postgres', 'PG_VERSION'), '9\n')
  const message = await box.refusal()
  expect(message).toMatch(/postgres was made by another major version of Postgres/)
  expect(message).toContain('FATAL')
})

test('a damaged database', async () => {
  await using box = await sandbox()
  await rm(join(box.dataDir, 'postgres', 'global', 'pg_control'))
  expect(await box.refusal()).toMatch(/postgres is damaged: restore it from a backup/)
})

test('a password that does not fit', async () => {
  await using box = await sandbox()
  await writeFile(join(box.dataDir, 'postgres', 'parley.password'), 'forgotten')
  expect(await box.refusal()).toMatch(/^The password in \S+ is not the one of its database/)
})

test('a number in the lock file that now belongs to some other process', async () => {
  await using box = await sandbox()
  const other = `${process.pid}\n${box.dataDir}\n1700000000\n5432\n\n127.0.0.1\n 1 1\nready\n`
  await writeFile(join(box.dataDir, 'postgres', 'postmaster.pid'), other)
  const { url } = await box.start()
  expect(await ask(url, 'select 1 as up')).toEqual([{ up: 1 }])
})

test('a copy of a running database is its own, not the running one', async () => {
  await using box = await sandbox()
  const original = await box.start()
  await using elsewhere = await sandbox('empty')
  // A copy made by root belongs to root, to whom Postgres does not listen.
  await copyTree(box.dataDir, elsewhere.dataDir)
  const copy = await elsewhere.start()
  await ask(copy.url, 'create table copied ()')
  await expect(ask(original.url, 'select * from copied')).rejects.toThrow(/does not exist/)
  expect(await ask(original.url, 'select 1 as up')).toEqual([{ up: 1 }])
})

test('what a start that was killed while making the database has left is cleared away', async () => {
  await using box = await sandbox('empty')
  const half = join(box.dataDir, 'postgres-new-999999999-abc', 'postgres')
  await mkdir(half, { recursive: true })
  await box.start()
  await expect(readFile(half)).rejects.toThrow(/ENOENT/)
})
