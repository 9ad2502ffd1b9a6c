import { randomUUID } from 'node:crypto'
import { connect, type Sql } from '@parley/db/database'
import { insertMessages } from '@parley/db/queries/insertMessages'
import type { Failure } from '@parley/protocol/bulk'
import { expect, onTestFinished, test } from 'vitest'
import { open } from '../chat/open.ts'
import { block } from '../people/block.ts'
import { setPreferences } from '../people/me.ts'
import {
  crowd,
  isOver,
  mistakes,
  outcomes,
  to,
  untilOver,
  workers,
} from '../testing/testBroadcast.ts'
import { person, say, testCore, testNode } from '../testing/testCore.ts'
import { cancel } from './cancel.ts'
import { readBroadcast } from './read.ts'
import { send } from './send.ts'

async function world(recipients = 120) {
  const node = await testCore()
  const { core } = node
  const maria = await person(core, 'Maria', 'contractor')
  return { ...node, sql: core.sql, maria, people: await crowd(core.sql, recipients) }
}

const customer = (userId = '') => ({ userId, role: 'customer' as const })

/** Whatever rests now is due. */
/** A moment ago, since a column rounds a moment up. */
const hurry = (sql: Sql) => sql`
  update broadcasts set next_at = now() - interval '1 second' where finished_at is null`

/** Whom it tried in vain it leaves alone for so long from now on. */
const rest = (sql: Sql, ms: number) => sql`
  update broadcasts set next_at = clock_timestamp() + ${ms}::float8 * interval '1 ms'
  where finished_at is null`

/** Locks a conversation as whoever sends to it does, until it is let go. */
async function locked(sql: Sql, conversationId: string) {
  const held = await sql.reserve()
  await held`begin`
  await held`select from conversations where id = ${conversationId} for no key update`
  return async () => {
    await held`rollback`
    held.release()
  }
}

test('[B4] what changed between sending and the turn of each counts', async () => {
  const { core, sql, maria, people } = await world(60)
  const { id } = await send(core, maria, to(people))
  await block(core, customer(people[0]), maria.userId)
  await setPreferences(core, customer(people[1]), { acceptBulk: false })
  await sql`update people set role = 'contractor' where id = ${people[2] ?? ''}`
  await sql`update people set name = 'New' where id = ${people[3] ?? ''}`
  workers(core)
  await untilOver(sql, id)
  expect((await outcomes(sql, id)).slice(0, 5)).toEqual([
    ...['BLOCKED', 'OPTED_OUT', 'NOT_A_CUSTOMER', 'sent', 'sent'],
  ])
  const texts = await sql`select text from messages where text = 'Hello New'`
  expect(texts).toHaveLength(1)
  expect(await mistakes(sql, maria)).toEqual([])
})

test('[B4] a job that was closed meanwhile is shown to nobody who did not talk about it', async () => {
  const { core, sql, maria, people } = await world(2)
  const [owner = '', talker = ''] = people
  for (const customerId of people) {
    await sql`
      insert into jobs (id, title, type, status, customer_id)
      values (${`job of ${customerId}`}, 'Roof', 'repair', 'open', ${customerId})`
  }
  await open(core, maria, { participantIds: [talker], jobId: `job of ${talker}` })
  const sent = await Promise.all(
    people.map(one => send(core, maria, to([one], { jobId: `job of ${one}`, undo: true }))),
  )
  await sql`update jobs set status = 'closed'`
  await hurry(sql)
  workers(core)
  for (const { id } of sent) await untilOver(sql, id)
  const each = await Promise.all(sent.map(({ id }) => outcomes(sql, id)))
  expect(each).toEqual([['NO_RELATION'], ['sent']])
  const about = await sql`select from conversations where job_id = ${`job of ${owner}`}`
  expect(about).toHaveLength(0)
})

test('[B4] who opts out or blocks after they were looked at gets nothing either; other messages reach them', async () => {
  const { core, sql, maria, people } = await world(3)
  const conversations = await Promise.all(
    people.map(userId => open(core, maria, { participantIds: [userId] })),
  )
  await setPreferences(core, customer(people[0]), { acceptBulk: false })
  await block(core, customer(people[1]), maria.userId)
  const batch = (bulk: boolean) =>
    conversations.map(({ id: conversationId }) => ({
      ...{ conversationId, senderId: maria.userId, clientId: randomUUID(), text: 'hello' },
      ...{ mentions: null, replyTo: null, bulk },
    }))
  const stored = await insertMessages(sql, batch(true))
  expect(stored.map(one => one?.message.bulk)).toEqual([undefined, undefined, true])
  const others = await insertMessages(sql, batch(false))
  expect(others.map(one => one !== undefined)).toEqual([true, false, true])
})

test('[B4] nor does a conversation begin with them that has nothing in it', async () => {
  const { core, sql, maria, people } = await world(60)
  await sql.unsafe(`
    create function opt_out() returns trigger language plpgsql as
    $$ begin update people set accept_bulk = false where id = new.user_id; return new; end $$;
    create trigger opt_out after insert on participants
    for each row when (new.user_id = '${people[7]}') execute function opt_out()`)
  const { id } = await send(core, maria, to(people))
  const { workOnNext } = workers(core, { workers: 0 })
  await workOnNext()
  expect((await outcomes(sql, id))[7]).toBe('waiting')
  expect(await sql`select from conversations where last_seq = 0`).toHaveLength(0)
  // What was done then is done with: the conversation was never there.
  expect(await sql`select from participants where user_id = ${people[7] ?? ''}`).toHaveLength(0)
  await sql`drop trigger opt_out on participants`
  await sql`update people set accept_bulk = false where id = ${people[7] ?? ''}`
  await hurry(sql)
  await workOnNext()
  expect((await outcomes(sql, id))[7]).toBe('OPTED_OUT')
  expect(await mistakes(sql, maria)).toEqual([])
})

test('[B8] whose conversation is locked is tried again, after the others', async () => {
  const { core, sql, maria, people } = await world(130)
  const { id: conversationId } = await open(core, maria, { participantIds: [people[5] ?? ''] })
  const letGo = await locked(sql, conversationId)
  const { id } = await send(core, maria, to(people))
  workers(core)
  await expect
    .poll(async () => (await outcomes(sql, id)).filter(one => one === 'sent').length)
    .toBe(129)
  expect((await outcomes(sql, id))[5]).toBe('waiting')
  await letGo()
  await untilOver(sql, id)
  expect(await mistakes(sql, maria)).toEqual([])
})

test('[B8] after five times it is not delivered, over more than ten seconds', async () => {
  const { core, sql, maria, people } = await world(60)
  const { id: conversationId } = await open(core, maria, { participantIds: [people[5] ?? ''] })
  const letGo = await locked(sql, conversationId)
  const { id } = await send(core, maria, to(people))
  const { workOnNext } = workers(core, { workers: 0 })
  const rests: number[] = []
  const attemptsOf = async () => {
    const [row] = await sql`
      select attempts from broadcast_recipients where broadcast_id = ${id} and nth = 5`
    return row?.attempts
  }
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    const chunk = await workOnNext()
    rests.push(chunk?.restMs ?? 0)
    expect(await attemptsOf()).toBe(attempt)
    // Whoever sends it once more does not make it hurry, and waits for seconds at most.
    await rest(sql, 60_000)
    await core.bulk.workOff(id)
    expect(await attemptsOf()).toBe(attempt)
    await hurry(sql)
  }
  await letGo()
  expect((await outcomes(sql, id))[5]).toBe('NOT_DELIVERED')
  expect(await readBroadcast(core, maria, id)).toMatchObject({ status: 'finished', totalSent: 59 })
  expect(rests.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThan(10_000)
  expect(await mistakes(sql, maria)).toEqual([])
})

test('[B3] the call that sends waits as well for whom another worker has just tried in vain', async () => {
  const { core, sql, maria, people } = await world(60)
  const { id: conversationId } = await open(core, maria, { participantIds: [people[5] ?? ''] })
  const letGo = await locked(sql, conversationId)
  const { id } = await send(core, maria, to(people))
  await workers(core, { workers: 0 }).workOnNext()
  expect(await isOver(sql, id)).toBe(false)
  await letGo()
  await rest(sql, 500)
  await core.bulk.workOff(id)
  expect(await isOver(sql, id)).toBe(true)
  expect(await mistakes(sql, maria)).toEqual([])
})

test('[B8] an opening of the same conversation that stands still holds up nobody else', async () => {
  const { core, databaseUrl, sql, maria, people } = await world(60)
  const patient = connect(databaseUrl, { max: 3, lockTimeoutMs: 50 })
  onTestFinished(() => patient.end({ timeout: 5 }))
  const held = await sql.reserve()
  await held`begin`
  await held`
    insert into conversations (opened_by, pair_low, pair_high)
    select ${maria.userId}, least(a, b), greatest(a, b)
    from (select ${maria.userId}::text collate "C" as a, ${people[3] ?? ''}::text collate "C" as b) two`
  const { id } = await send(core, maria, to(people))
  workers(core, { sql: patient })
  await expect
    .poll(async () => (await outcomes(sql, id)).filter(one => one === 'sent').length, {
      timeout: 10_000,
    })
    .toBe(59)
  expect((await outcomes(sql, id))[3]).toBe('waiting')
  await held`rollback`
  held.release()
  await untilOver(sql, id)
  expect(await mistakes(sql, maria)).toEqual([])
})

test('[B8] one recipient who cannot be written to for an unforeseen reason fails alone', async () => {
  const { core, errors, sql, maria, people } = await world(110)
  await sql.unsafe(`
    create function refuse() returns trigger language plpgsql as
    $$ begin if new.text like '%Poison' then raise 'refused'; end if; return new; end $$;
    create trigger refuse before insert on messages for each row execute function refuse()`)
  const poisoned = [people[0] ?? '', people[57] ?? '']
  await sql`update people set name = 'Poison' where id = any(${poisoned})`
  const { id } = await send(core, maria, to(people))
  const { workOnNext } = workers(core, { workers: 0 })
  while (!(await isOver(sql, id))) {
    await workOnNext()
    await hurry(sql)
  }
  const failed = (await outcomes(sql, id)).flatMap((one, at) => (one === 'sent' ? [] : [[at, one]]))
  expect(failed).toEqual([0, 57].map(at => [at, 'NOT_DELIVERED']))
  expect(await mistakes(sql, maria)).toEqual([])
  expect(errors).toHaveLength(5 * poisoned.length)
  expect(String(errors[0])).toContain('refused')
})

test('[B8] a broadcast with which nothing at all can be done holds up no other', async () => {
  const { core, errors, sql, maria, people } = await world(60)
  const ben = await person(core, 'Ben', 'contractor')
  const { id: broken } = await send(core, maria, to(people))
  const { id } = await send(core, ben, to(people))
  await sql.unsafe(`
    create function refuse() returns trigger language plpgsql as
    $$ begin if new.broadcast_id = '${broken}' then raise 'refused'; end if; return new; end $$;
    create trigger refuse before update on broadcast_recipients
    for each row execute function refuse()`)
  workers(core, { workers: 1 })
  await untilOver(sql, id)
  expect(await mistakes(sql, ben)).toEqual([])
  expect(errors.length).toBeGreaterThan(0)
  // It is not given up: what was in its way may go.
  await sql`drop trigger refuse on broadcast_recipients`
  await hurry(sql)
  await untilOver(sql, broken)
  expect(await mistakes(sql, maria)).toEqual([])
})

/** Works on chunk after chunk, and says whose each was. */
async function whoseTurns(core: Parameters<typeof workers>[0], count: number) {
  const { workOnNext } = workers(core, { workers: 0 })
  const turns: string[] = []
  while (turns.length < count) {
    const chunk = await workOnNext()
    if (chunk) turns.push(chunk.broadcast.senderId)
  }
  return turns
}

test('[B9] ten recipients are not behind ten thousand, and two lists get no more turns than one', async () => {
  const { core, sql, maria, people } = await world(500)
  const ben = await person(core, 'Ben', 'contractor')
  const eve = await person(core, 'Eve', 'contractor')
  const [m, b, e] = [maria.userId, ben.userId, eve.userId]
  await send(core, maria, to(people))
  await send(core, maria, to(people))
  await send(core, maria, to(people))
  await whoseTurns(core, 1)
  await send(core, ben, to(people.slice(0, 60)))
  await send(core, eve, to(people))
  // All are due at any time, so that only the order says who is next.
  await sql`update broadcasts set next_at = now() where finished_at is null`
  await sql.unsafe(`
    create function hurry() returns trigger language plpgsql as
    $$ begin new.next_at = now(); return new; end $$;
    create trigger hurry before update on broadcasts for each row execute function hurry()`)
  expect(await whoseTurns(core, 8)).toEqual([b, e, m, e, m, e, m, e])
})

test('[B9] whoever sends many small ones has no more turns for it', async () => {
  const { core, maria, people } = await world(60)
  const ben = await person(core, 'Ben', 'contractor')
  for (let at = 0; at < 3; at += 1) await send(core, maria, to(people))
  await send(core, ben, to(people))
  const turns = await whoseTurns(core, 4)
  expect(turns.slice(0, 2).toSorted()).toEqual([maria.userId, ben.userId].toSorted())
})

test('[B9] two workers take two broadcasts, and rest', async () => {
  const { core, databaseUrl, sql, maria, people } = await world(100)
  const { core: other } = await testNode(databaseUrl)
  const ben = await person(core, 'Ben', 'contractor')
  const [one, two] = [await send(core, maria, to(people)), await send(core, ben, to(people))]
  const chunks = await Promise.all(
    [core, other].map(node => workers(node, { workers: 0 }).workOnNext()),
  )
  expect(chunks.map(chunk => chunk?.broadcast.id).toSorted()).toEqual([one.id, two.id].toSorted())
  const { id } = await send(core, maria, to([...people, ...(await crowd(sql, 1))]))
  const { workOnNext } = workers(core, { workers: 0 })
  await workOnNext()
  const [row] = await sql`select next_at > worked_at as rests from broadcasts where id = ${id}`
  expect(row?.rests).toBe(true)
})

test('[B10] what is scheduled goes nowhere once it is cancelled, and stays so', async () => {
  const { core, sql, maria, people } = await world(3)
  const { id } = await send(core, maria, to(people, { undo: true }))
  const cancelled = await cancel(core, maria, id)
  expect(cancelled).toMatchObject({ status: 'cancelled', totalSent: 0, total: 3 })
  await sql`update broadcasts set next_at = now()`
  const { workOnNext } = workers(core, { workers: 0 })
  expect(await workOnNext()).toBeUndefined()
  expect(await cancel(core, maria, id)).toEqual(cancelled)
  expect(await outcomes(sql, id)).toEqual(['waiting', 'waiting', 'waiting'])
})

test('[B10] cancelled in the middle: what went, went, and totals say so', async () => {
  const { core, sql, maria, people } = await world(1500)
  const { id } = await send(core, maria, to(people))
  workers(core)
  const sent = async () => (await readBroadcast(core, maria, id)).totalSent
  await expect.poll(sent, { interval: 5 }).toBeGreaterThan(0)
  const cancelled = await cancel(core, maria, id)
  expect(cancelled.status).toBe('cancelled')
  expect(cancelled.totalSent).toBeLessThan(1500)
  const { workOnNext } = workers(core, { workers: 0 })
  expect(await workOnNext()).toBeUndefined()
  expect(await sent()).toBe(cancelled.totalSent)
  expect(await mistakes(sql, maria)).toEqual([])
  const finished = await send(core, maria, to(people.slice(0, 1)))
  expect(await cancel(core, maria, finished.id)).toEqual(finished)
})

test('[B10] a worker that stands still is waited for, longer than for any other lock', async () => {
  const { core, databaseUrl, sql, maria, people } = await world(60)
  const { id } = await send(core, maria, to(people))
  const patientSql = connect(databaseUrl, { max: 1, lockTimeoutMs: 20 })
  onTestFinished(() => patientSql.end({ timeout: 5 }))
  const held = await sql.reserve()
  await held`begin`
  await held`select from broadcasts where id = ${id} for no key update`
  const cancelled = cancel({ ...core, patientSql }, maria, id)
  const waits = async () => {
    const rows = await sql`
      select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
        and now() - query_start > interval '100 ms'`
    return rows.length
  }
  await expect.poll(waits).toBe(1)
  await held`rollback`
  held.release()
  expect(await cancelled).toMatchObject({ status: 'cancelled', totalSent: 0 })
  // The connection is as it was.
  expect(await patientSql`show lock_timeout`).toMatchObject([{ lockTimeout: '20ms' }])
})

test('[B10] who is no contractor any more sends nothing; [B12] nobody cancels for another', async () => {
  const { core, maria, people } = await world(60)
  const ben = await person(core, 'Ben', 'contractor')
  const { id } = await send(core, maria, to(people))
  await expect(cancel(core, ben, id)).rejects.toMatchObject({ reason: 'NOT_FOUND' })
  await core.sql`update people set role = 'customer' where id = ${maria.userId}`
  await workers(core, { workers: 0 }).workOnNext()
  expect(await readBroadcast(core, maria, id)).toMatchObject({ status: 'cancelled', totalSent: 0 })
})

test('[B3] what is due at a time begins then, and not before', async () => {
  const { core, sql, maria, people } = await world(3)
  workers(core)
  const scheduleAt = new Date(Date.now() + 400).toISOString()
  const { id } = await send(core, maria, to(people, { scheduleAt }))
  await untilOver(sql, id)
  const { startedAt = '' } = await readBroadcast(core, maria, id)
  expect(Date.parse(startedAt)).toBeGreaterThanOrEqual(Date.parse(scheduleAt))
  expect(await mistakes(sql, maria)).toEqual([])
})

test('[B13] chatting goes on in the conversations that a broadcast is sent to', async () => {
  const { core, sql, maria, people } = await world(300)
  const carla = customer(people[150])
  const { id: conversationId } = await open(core, carla, { participantIds: [maria.userId] })
  const { id } = await send(core, maria, to(people))
  workers(core)
  const said = await Promise.all(
    Array.from({ length: 40 }, (_, at) =>
      say(core, at % 2 ? carla : maria, conversationId, `${at}`),
    ),
  )
  await untilOver(sql, id)
  const rows = await sql<{ seq: number }[]>`
    select seq from messages where conversation_id = ${conversationId} order by seq`
  expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 41 }, (_, at) => at + 1))
  expect(new Set(said.map(({ seq }) => seq)).size).toBe(40)
  expect(await mistakes(sql, maria)).toEqual([])
})

test('[B13] a customer who opens the same conversation at that moment has the same one', async () => {
  const { core, databaseUrl, sql, maria, people } = await world(200)
  const { core: other } = await testNode(databaseUrl)
  const { id } = await send(core, maria, to(people))
  workers(core)
  const opened = await Promise.all(
    people.map(userId => open(other, customer(userId), { participantIds: [maria.userId] })),
  )
  await untilOver(sql, id)
  expect(new Set(opened.map(conversation => conversation.id)).size).toBe(200)
  expect(await mistakes(sql, maria)).toEqual([])
})

test('[B13] closing waits for the chunk in work and leaves the rest to others', async () => {
  const { core, sql, maria, people } = await world(1000)
  const { id } = await send(core, maria, to(people))
  const started = workers(core)
  await expect
    .poll(async () => (await readBroadcast(core, maria, id)).totalSent, { interval: 5 })
    .toBeGreaterThan(0)
  await started.close()
  const { totalSent } = await readBroadcast(core, maria, id)
  expect(totalSent).toBeLessThan(1000)
  const [row] = await sql`
    select count(*)::int from pg_stat_activity
    where datname = current_database() and state like 'idle in transaction%'`
  expect(row?.count).toBe(0)
  workers(core)
  await untilOver(sql, id)
  expect(await mistakes(sql, maria)).toEqual([])
})

test('what was done is told for figures: begun, each outcome, the end', async () => {
  const { core, sql, maria, people } = await world(110)
  const failed = new Map<Failure, number>()
  const told = { begun: [] as number[], sent: 0, ended: [] as string[] }
  const { id } = await send(core, maria, to([...people, 'nobody']))
  workers(core, {
    observer: {
      begun: recipients => told.begun.push(recipients),
      settled(outcome) {
        told.sent += outcome.sent
        for (const [reason, count] of outcome.failed)
          failed.set(reason, (failed.get(reason) ?? 0) + count)
      },
      ended: (status, seconds) => told.ended.push(`${status} ${seconds > 0 && seconds < 60}`),
    },
  })
  await untilOver(sql, id)
  await expect.poll(() => told.ended).toEqual(['finished true'])
  expect(told).toMatchObject({ begun: [111], sent: 110 })
  expect([...failed]).toEqual([['UNKNOWN_PERSON', 1]])
})
