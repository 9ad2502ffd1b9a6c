import type { Sql } from '@parley/db/database'
import { expect, test } from 'vitest'
import { person, testCore } from '../testing/testCore.ts'
import { createLastSeen } from './lastSeen.ts'

/** Seconds since each was last seen, by the database. */
async function ages(sql: Sql): Promise<number[]> {
  const rows = await sql<{ age: number }[]>`
    select extract(epoch from now() - last_seen)::float8 as age from people order by name`
  return rows.map(({ age }) => age)
}

test('[P18] what cannot be written is written later, with when it really was', async () => {
  const { core } = await testCore()
  const [ann, bob] = [await person(core, 'Ann'), await person(core, 'Bob')]
  let failures = 0
  const sql: Sql = new Proxy(core.sql, {
    apply(target, self, args) {
      if (failures < 3) throw new Error(`away ${++failures}`)
      return Reflect.apply(target, self, args)
    },
  })
  const errors: unknown[] = []
  const lastSeen = createLastSeen(sql, error => errors.push(error), 10)
  await Promise.all([
    lastSeen.went(ann.userId, performance.now() - 60_000),
    lastSeen.went(bob.userId),
  ])
  expect(errors).toHaveLength(3)
  const [annsAge = 0, bobsAge = 0] = await ages(core.sql)
  expect(annsAge).toBeGreaterThan(59)
  expect(annsAge).toBeLessThan(70)
  expect(bobsAge).toBeLessThan(10)
})

test('[P18] who comes and goes while the database is away waits as one moment, the latest', async () => {
  const { core } = await testCore()
  const { userId } = await person(core, 'Ann')
  const sent: string[] = []
  let isAway = true
  const sql: Sql = new Proxy(core.sql, {
    apply(target, self, args) {
      if (isAway) throw new Error('away')
      sent.push(JSON.stringify(args))
      return Reflect.apply(target, self, args)
    },
  })
  const lastSeen = createLastSeen(sql, () => {}, 10)
  const written: Promise<void>[] = []
  for (let minutes = 100; minutes > 0; minutes--) {
    lastSeen.came(userId)
    written.push(lastSeen.went(userId, performance.now() - minutes * 60_000))
    await new Promise(setImmediate)
  }
  isAway = false
  await Promise.all(written)
  expect(sent.join().split(userId)).toHaveLength(2)
  expect((await ages(core.sql))[0]).toBeLessThan(60)
})

test('[P4] a later moment is never replaced by an earlier one', async () => {
  const { core } = await testCore()
  const { userId } = await person(core, 'Ann')
  const lastSeen = createLastSeen(core.sql, error => expect.fail(String(error)), 10)
  await lastSeen.went(userId)
  await Promise.all([
    lastSeen.went(userId, performance.now() - 60_000),
    lastSeen.went('never seen', performance.now()),
  ])
  expect((await ages(core.sql))[0]).toBeLessThan(10)
})

test('[P4] those who come at about the same time are written together, and before anything ends', async () => {
  const { core } = await testCore()
  const people = [await person(core, 'Ann'), await person(core, 'Bob')]
  let statements = 0
  const sql: Sql = new Proxy(core.sql, {
    apply(target, self, args) {
      statements += 1
      return Reflect.apply(target, self, args)
    },
  })
  const written = async () => (await ages(core.sql)).filter(age => age !== null).length
  const lastSeen = createLastSeen(sql, error => expect.fail(String(error)), 10)
  for (const { userId } of people) {
    lastSeen.came(userId)
    await new Promise(setImmediate)
  }
  await expect.poll(written).toBe(2)
  expect(statements).toBe(1)

  const carl = await person(core, 'Carl')
  lastSeen.came(carl.userId)
  await lastSeen.close()
  expect(await written()).toBe(3)
})

test('[P18] nobody waits for a database that is away in order to close', async () => {
  const { core } = await testCore()
  const sql: Sql = new Proxy(core.sql, {
    apply() {
      throw new Error('away')
    },
  })
  const lastSeen = createLastSeen(sql, () => {}, 10)
  lastSeen.came('ann')
  await lastSeen.close()
})
