import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import postgres from 'postgres'
import { expect, test } from 'vitest'
import { isAlive } from './processes.ts'
import { ask, sandbox, until } from './testing/sandbox.ts'
import { spawnParley } from './testing/spawnParley.ts'

test('a killed Postgres comes back on the same address, with what was acknowledged', async () => {
  await using box = await sandbox()
  const { url } = await box.start()
  const pool = postgres(url, { max: 2, onnotice: () => {} })
  await pool`create table kept (n int)`
  for (let n = 1; n <= 3; n++) {
    await pool`insert into kept values (${n})`
    await box.killPostgres()
    await until(() => pool`select 1`.catch(() => undefined))
  }
  expect(await pool`select n from kept order by n`).toMatchObject([{ n: 1 }, { n: 2 }, { n: 3 }])
  expect(box.fatal).toEqual([])
  await pool.end()
})

test('when only the connections die, the same Postgres goes on and stays owned', async () => {
  await using box = await sandbox()
  const { url } = await box.start()
  const pid = await box.postmaster()
  // A backend that dies this way makes Postgres end all others and recover.
  const pool = postgres(url, { max: 1, onnotice: () => {} })
  const [own] = await pool`select pg_backend_pid() as pid`
  process.kill(own?.pid, 'SIGKILL')
  await until(() => box.lines.find(line => line.includes('connecting again')))
  await until(() => pool`select 1`.catch(() => undefined))
  await pool.end()
  expect(await box.postmaster()).toBe(pid)
  await using other = await spawnParley(box.dataDir)
  expect(other.refused).toContain('already in use')
})

test('one that lives and answers nobody is ended and started again', async () => {
  await using box = await sandbox()
  const { url } = await box.start({ patience: 300 })
  const hanging = await box.postmaster()
  const [ours] = await ask(
    url,
    `select pid from pg_locks where locktype = 'advisory' and objsubid = 2`,
  )
  process.kill(hanging, 'SIGSTOP')
  process.kill(ours?.pid, 'SIGTERM')
  await until(() => box.lines.find(line => line.includes('does not answer')))
  await until(() => ask(url, 'select 1').catch(() => undefined))
  expect(isAlive(hanging)).toBe(false)
  expect(box.fatal).toEqual([])
})

test('a Postgres whose Parley was killed is found again, and stopped in the end', async () => {
  await using box = await sandbox()
  const killed = await spawnParley(box.dataDir)
  await ask(killed.url, 'create table kept as select 7 as n')
  const orphan = await box.postmaster()
  await killed.kill('SIGKILL')
  expect(isAlive(orphan)).toBe(true)

  const embedded = await box.start()
  expect(await box.postmaster()).toBe(orphan)
  expect(embedded.url).toBe(killed.url)
  expect(await ask(embedded.url, 'select n from kept')).toEqual([{ n: 7 }])
  await embedded.stop()
  expect(isAlive(orphan)).toBe(false)
})

test('one that was found is brought back when it dies, too', async () => {
  await using box = await sandbox()
  const killed = await spawnParley(box.dataDir)
  await killed.kill('SIGKILL')
  const { url } = await box.start()
  await box.killPostgres()
  await until(() => ask(url, 'select 1').catch(() => undefined))
  expect(box.fatal).toEqual([])
})

test('a second start beside a living one is refused in a sentence and disturbs nothing', async () => {
  await using box = await sandbox()
  await using living = await spawnParley(box.dataDir)
  expect(await box.refusal()).toBe(
    `${box.dataDir} is already in use by another Parley (pid ${living.pid}): stop that one, or set DATA_DIR to another directory.`,
  )
  expect(await ask(living.url, 'select 1 as alive')).toEqual([{ alive: 1 }])
})

test('of two first starts at the same moment one gets the directory', async () => {
  await using box = await sandbox('empty')
  const both = await Promise.all([spawnParley(box.dataDir), spawnParley(box.dataDir)])
  await using _one = both[0]
  await using _two = both[1]
  expect(both.map(parley => parley.refused !== undefined).toSorted()).toEqual([false, true])
})

test('a Postgres that cannot be brought back is reported once, in a sentence', async () => {
  await using box = await sandbox()
  await box.start()
  await rm(join(box.dataDir, 'postgres', 'global', 'pg_control'))
  process.kill(await box.postmaster(), 'SIGKILL')
  await until(() => box.fatal.length > 0)
  expect(box.fatal).toHaveLength(1)
  expect(box.fatal[0]).toMatch(/postgres is damaged: restore it from a backup/)
})

test('stopping while it is being brought back leaves no process behind', async () => {
  await using box = await sandbox()
  const embedded = await box.start()
  const next = await box.killPostgres()
  await embedded.stop()
  expect(isAlive(next)).toBe(false)
  expect(box.fatal).toEqual([])
})
