import { setTimeout as sleep } from 'node:timers/promises'
import type { Sql } from '@parley/db/database'
import { connect } from '@parley/db/database'
import { expect, onTestFinished, test } from 'vitest'
import { open } from '../chat/open.ts'
import type { Core } from '../core.ts'
import { crowd, isOver, mistakes, to, untilOver, workers } from '../testing/testBroadcast.ts'
import { person, say, testCore, testNode } from '../testing/testCore.ts'
import { send } from './send.ts'

async function world(recipients: number) {
  const node = await testCore()
  const { core } = node
  const maria = await person(core, 'Maria', 'contractor')
  return { ...node, sql: core.sql, maria, people: await crowd(core.sql, recipients) }
}

test('[B7] workers of two nodes that snatch one broadcast from each other write to each once', async () => {
  const { core, errors, databaseUrl, sql, maria, people } = await world(1000)
  const { core: other, errors: othersErrors } = await testNode(databaseUrl)
  const { id } = await send(core, maria, to(people))
  workers(core)
  workers(other)
  // Without any rest, and waiting for the lock together.
  await Promise.all([core, other, core, other].map(node => node.bulk.workOff(id)))
  await untilOver(sql, id)
  expect(await mistakes(sql, maria)).toEqual([])
  expect([...errors, ...othersErrors]).toEqual([])
})

test('[B7] two broadcasts of one contractor to the same people at once: both reach each, in one conversation', async () => {
  const { core, databaseUrl, sql, maria, people } = await world(400)
  const { core: other } = await testNode(databaseUrl)
  const one = await send(core, maria, to(people))
  const two = await send(core, maria, to(people.toReversed()))
  await Promise.all([core.bulk.workOff(one.id), other.bulk.workOff(two.id)])
  workers(core)
  await Promise.all([untilOver(sql, one.id), untilOver(sql, two.id)])
  const [counts] = await sql`
    select count(*)::int as conversations, sum(last_seq)::int as messages,
      (select count(*)::int from broadcast_recipients where seq is not null) as sent
    from conversations where pair_low = ${maria.userId} or pair_high = ${maria.userId}`
  expect(counts).toEqual({ conversations: 400, messages: 800, sent: 800 })
})

test('[B7] connections cut at any moment lose and double nobody', async () => {
  const { core, databaseUrl, sql, maria, people } = await world(1000)
  const bulkSql = connect(databaseUrl, { max: 3 })
  const other = connect(databaseUrl, { max: 1 })
  onTestFinished(async () => {
    await Promise.all([bulkSql.end({ timeout: 5 }), other.end({ timeout: 5 })])
  })
  const { id } = await send(core, maria, to(people))
  workers(core, { sql: bulkSql })
  let cut = 0
  while (!(await isOver(sql, id))) {
    // As long as a chunk takes, or less.
    await sleep(cut < 8 ? 40 * Math.random() : 20)
    if (cut >= 8) continue
    const rows = await other`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null
        and state in ('active', 'idle in transaction')`
    cut += rows.length
    await other`update broadcasts set next_at = now() where finished_at is null`
  }
  expect(cut).toBeGreaterThan(4)
  expect(await mistakes(sql, maria)).toEqual([])
})

/** Fails the first attempts to write what became of recipients, after their messages were stored. */
function failing(sql: Sql, times: number): Sql {
  let left = times
  const around = (runner: Sql): Sql =>
    new Proxy(runner, {
      apply(target, self, [strings, ...values]) {
        const isLast = String(strings).includes('update broadcast_recipients')
        if (isLast && left-- > 0) throw new Error('fails here')
        return Reflect.apply(target, self, [strings, ...values])
      },
      get: (target, key) =>
        key === 'begin'
          ? (act: (tx: Sql) => unknown) =>
              Reflect.apply(target.begin, target, [(tx: Sql) => act(around(tx))])
          : Reflect.get(target, key),
    })
  return around(sql)
}

/** Takes away what makes it exactly once: each statement commits by itself. */
function apart(sql: Sql): Sql {
  return new Proxy(sql, {
    get: (target, key) =>
      key === 'begin' ? (act: (tx: Sql) => unknown) => act(sql) : Reflect.get(target, key),
  })
}

async function mistakesWith(sqlOf: (core: Core) => Sql): Promise<string[]> {
  const { core, sql, maria, people } = await world(130)
  const { id } = await send(core, maria, to(people))
  workers(core, { sql: sqlOf(core) })
  await untilOver(sql, id)
  return mistakes(sql, maria)
}

test('[B7] what fails after the messages were stored has not stored them', async () => {
  expect(await mistakesWith(({ bulk }) => failing(bulk.sql, 3))).toEqual([])
})

test('[B7] negative control: without the transaction somebody gets it twice, and this suite sees it', async () => {
  const found = await mistakesWith(({ bulk }) => failing(apart(bulk.sql), 3))
  expect(found).toContainEqual(expect.stringMatching(/doubled$/))
})

test('[B7] whoever writes meanwhile in these conversations loses nothing either', async () => {
  const { core, databaseUrl, sql, maria, people } = await world(300)
  const { core: other } = await testNode(databaseUrl)
  const talking = people.slice(0, 40)
  const conversations = await Promise.all(
    talking.map(userId => open(core, maria, { participantIds: [userId] })),
  )
  const { id } = await send(core, maria, to(people))
  workers(core)
  for (let round = 0; round < 3; round += 1) {
    await Promise.all(
      conversations.map((conversation, at) => {
        const carla = { userId: talking[at] ?? '', role: 'customer' as const }
        return say(round % 2 ? core : other, carla, conversation.id, `${round}`)
      }),
    )
  }
  await untilOver(sql, id)
  expect(await mistakes(sql, maria)).toEqual([])
  const [row] = await sql`select count(*)::int from messages where not bulk`
  expect(row?.count).toBe(120)
})
