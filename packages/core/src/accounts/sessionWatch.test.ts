import { connect, type Sql } from '@parley/db/database'
import { putAccount } from '@parley/db/queries/accounts'
import { testDatabase } from '@parley/db/testing'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { createSessionWatch } from './sessionWatch.ts'

let database: Awaited<ReturnType<typeof testDatabase>>
let sql: Sql
beforeAll(async () => {
  database = await testDatabase()
  sql = connect(database.url, { max: 2 })
  const person = { id: 'usr_w', email: 'w@example.org', name: 'W', role: 'customer' } as const
  await putAccount(sql, person)
})
afterAll(async () => {
  await sql.end({ timeout: 5 })
  await database[Symbol.asyncDispose]()
})

let sessions = 0
async function session(expires = '1 hour') {
  sessions += 1
  const id = `ses_${sessions}`
  await sql`
    insert into auth_sessions (id, user_id, token, expires_at)
    values (${id}, 'usr_w', ${id}, now() + ${expires}::interval)`
  return id
}

async function endInDatabase(id: string) {
  await sql`delete from auth_sessions where id = ${id}`
}

/** The database with a switch: it can refuse, or stop answering, and counts what it is asked. */
function switched() {
  const state = { mode: 'working' as 'working' | 'refusing' | 'silent', asked: 0 }
  const through = new Proxy(sql, {
    apply(target, self, [first, ...rest]) {
      if (Array.isArray(first)) {
        state.asked += 1
        if (state.mode === 'refusing') return Promise.reject(new Error('connection refused'))
        if (state.mode === 'silent') return new Promise(() => {})
      }
      return Reflect.apply(target, self, [first, ...rest])
    },
  })
  return { state, sql: through }
}

function watchOver(from: Sql, everyMs = 50) {
  const deaths: string[] = []
  const watch = createSessionWatch({
    sql: from,
    everyMs,
    patienceMs: 500,
    onDead: id => deaths.push(id),
  })
  onTestFinished(() => watch.close())
  return { ...watch, deaths }
}

describe('whether a session is alive', () => {
  test('is what the database says', async () => {
    const watch = watchOver(sql)
    expect(await watch.alive(await session())).toBe(true)
    expect(await watch.alive(await session('-1 second'))).toBe(false)
    expect(await watch.alive('never seen')).toBe(false)
  })

  test('is remembered for a moment, not for long', async () => {
    const { state, sql } = switched()
    const watch = watchOver(sql)
    const id = await session()
    for (let each = 0; each < 100; each += 1) expect(await watch.alive(id)).toBe(true)
    const askedAtFirst = state.asked
    await endInDatabase(id)
    await vi.waitUntil(async () => !(await watch.alive(id)), { timeout: 5_000, interval: 5 })
    expect(askedAtFirst).toBeLessThan(20)
  })

  test('is asked for many at once', async () => {
    const { state, sql } = switched()
    const watch = watchOver(sql, 60_000)
    const ids = await Promise.all(Array.from({ length: 200 }, () => session()))
    const [first = ''] = ids
    const answers = await Promise.all([...ids, ...ids, first].map(id => watch.alive(id)))
    expect(answers.every(Boolean)).toBe(true)
    expect(state.asked).toBe(1)
  })

  test('is no at once when a revocation is told, before the database is asked', async () => {
    const { state, sql } = switched()
    const watch = watchOver(sql, 60_000)
    const id = await session()
    expect(await watch.alive(id)).toBe(true)
    state.mode = 'silent'
    watch.revoked(id)
    expect(await watch.alive(id)).toBe(false)
  })

  test('stays no when a look-up from before the revocation comes back', async () => {
    const watch = watchOver(sql, 60_000)
    const id = await session()
    const asking = watch.alive(id)
    watch.revoked(id)
    expect(await asking).toBe(false)
    expect(await watch.alive(id)).toBe(false)
  })
})

describe('a watched session', () => {
  test('is found dead within moments, whoever ended it', async () => {
    const watch = watchOver(sql)
    const [ended, expiring, living] = [
      await session(),
      await session('0.3 seconds'),
      await session(),
    ]
    for (const id of [ended, expiring, living]) watch.watch(id)
    await endInDatabase(ended)
    await vi.waitUntil(() => watch.deaths.length === 2, { timeout: 5_000, interval: 5 })
    expect(new Set(watch.deaths)).toEqual(new Set([ended, expiring]))
    expect(await watch.alive(living)).toBe(true)
  })

  test('is told dead at once, and once', async () => {
    const watch = watchOver(sql, 60_000)
    const id = await session()
    watch.watch(id)
    watch.watch(id)
    watch.revoked(id)
    watch.revoked(id)
    expect(watch.deaths).toEqual([id])
  })

  test('is told dead also to those who come too late', async () => {
    const watch = watchOver(sql, 60_000)
    const id = await session()
    watch.revoked(id)
    watch.watch(id)
    await Promise.resolve()
    expect(watch.deaths).toEqual([id])
  })

  test('is watched until the last one stops', async () => {
    const { state, sql: through } = switched()
    const watch = watchOver(through)
    const id = await session()
    const [stopOne, stopOther] = [watch.watch(id), watch.watch(id)]
    stopOne()
    stopOne()
    const asked = state.asked
    await vi.waitUntil(() => state.asked > asked + 2, { timeout: 5_000, interval: 5 })
    stopOther()
    watch.revoked(id)
    expect(watch.deaths).toEqual([])
  })
})

describe('while Postgres is away', () => {
  test.each(['refusing', 'silent'] as const)('nobody is signed out: %s', async mode => {
    const { state, sql } = switched()
    const watch = watchOver(sql)
    const [known, unknown, revoked] = [await session(), await session(), await session()]
    watch.watch(known)
    watch.watch(revoked)
    await watch.alive(known)
    state.mode = mode
    watch.revoked(revoked)
    await endInDatabase(unknown)

    const asked = state.asked
    const began = performance.now()
    expect(await watch.alive(unknown)).toBe(true)
    expect(performance.now() - began).toBeLessThan(5_000)
    await vi.waitUntil(() => state.asked > asked + 1, { timeout: 10_000, interval: 5 })
    expect(await watch.alive(known)).toBe(true)
    expect(await watch.alive(revoked)).toBe(false)
    expect(watch.deaths).toEqual([revoked])

    await endInDatabase(known)
    state.mode = 'working'
    await vi.waitUntil(() => watch.deaths.includes(known), { timeout: 10_000, interval: 5 })
    expect(await watch.alive(unknown)).toBe(false)
  })
})

test('nothing is asked after closing', async () => {
  const { state, sql } = switched()
  const watch = watchOver(sql, 10)
  watch.watch(await session())
  await vi.waitUntil(() => state.asked > 1, { timeout: 5_000, interval: 5 })
  watch.close()
  const asked = state.asked
  await new Promise(resolve => setTimeout(resolve, 60))
  expect(state.asked).toBeLessThanOrEqual(asked + 1)
  expect(watch.deaths).toEqual([])
})
