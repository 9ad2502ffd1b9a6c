import { randomUUID } from 'node:crypto'
import { memoryBus } from '@parley/bus/memory'
import { connect, type Sql } from '@parley/db/database'
import { getConversation } from '@parley/db/queries/readConversations'
import { limits } from '@parley/protocol/limits'
import { expect, onTestFinished, test, vi } from 'vitest'
import { open } from '../chat/open.ts'
import type { Core } from '../core.ts'
import { history } from '../testing/pages.ts'
import { crowd, mistakes, outcomes, to } from '../testing/testBroadcast.ts'
import { person, testCore, testNode } from '../testing/testCore.ts'
import { reasonOf } from '../testing/testGroup.ts'
import { cancel } from './cancel.ts'
import { send } from './send.ts'

async function contractor(core: Core) {
  return person(core, 'Maria', 'contractor')
}

/** Nobody begins a broadcast of this person until they are let go. */
async function lockedSender(sql: Sql, userId: string) {
  const held = await sql.reserve()
  await held`begin`
  await held`select pg_advisory_xact_lock(hashtextextended(${`broadcasts of ${userId}`}, 0))`
  return async () => {
    await held`rollback`
    held.release()
  }
}

/** The same with other limits. */
function limited(core: Core, more: Partial<Core['bulk']['limits']>): Core {
  return { ...core, bulk: { ...core.bulk, limits: { ...core.bulk.limits, ...more } } }
}

test('[B1] the same key is the same broadcast: again, with another list, twice in parallel, on another node', async () => {
  const { core, databaseUrl } = await testCore()
  const { core: other } = await testNode(databaseUrl)
  const maria = await contractor(core)
  const people = await crowd(core.sql, 60)
  const input = to(people.slice(0, 20))
  const answers = await Promise.all([core, other, core, other].map(one => send(one, maria, input)))
  answers.push(await send(core, maria, { ...input, recipients: { userIds: people } }))
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1)
  expect(answers.map(({ status, totalSent }) => `${status} ${totalSent}`)).toEqual(
    Array(5).fill('finished 20'),
  )
  expect(await mistakes(core.sql, maria)).toEqual([])
  // Another one's key is another one.
  const ben = await contractor(core)
  expect((await send(core, ben, input)).id).not.toBe(answers[0]?.id)
})

test('[B1] [B12] only a new broadcast takes from the limit of a minute', async () => {
  const { core } = await testCore()
  const strict = limited(core, { perMinute: 1 })
  const maria = await contractor(core)
  const people = await crowd(core.sql, 2)
  const input = to(people)
  const both = await Promise.all([send(strict, maria, input), send(strict, maria, input)])
  expect(both[0]).toEqual(both[1])
  expect((await send(strict, maria, input)).id).toBe(both[0]?.id)
  const refused = send(strict, maria, to(people))
  await expect(refused).rejects.toMatchObject({ reason: 'RATE_LIMITED' })
  const { retryAfterMs } = await refused.catch(error => error)
  expect(retryAfterMs).toBeGreaterThan(0)
  expect(retryAfterMs).toBeLessThanOrEqual(60_000)
})

test('[B2] a name that was there before is a duplicate, however often', async () => {
  const { core } = await testCore()
  const maria = await contractor(core)
  const [one = '', other = ''] = await crowd(core.sql, 2)
  const answer = await send(core, maria, to([...Array(50).fill(one)].with(20, other)))
  expect(answer).toMatchObject({ total: 50, totalSent: 2, totalFailed: 48, status: 'finished' })
  expect(answer.results.map(({ userId }) => userId)).toEqual([one, other])
  expect(answer.errors[0]).toEqual({
    userId: one,
    reason: 'DUPLICATE',
    message: 'Was named before.',
  })
  expect(await mistakes(core.sql, maria)).toEqual([])
})

test("[B2] a day's limit is never passed, whatever is sent at once; what failed does not count", async () => {
  const { core } = await testCore()
  const strict = limited(core, { recipientsMax: 2 })
  const maria = await contractor(core)
  // Each has people of its own: who is written to by several at once is tried again later.
  const people = await crowd(core.sql, 2 * (limits.broadcastsADay + 2))
  const first = await send(strict, maria, to(['nobody', people[0] ?? '']))
  expect(first).toMatchObject({ totalSent: 1, totalFailed: 1 })
  const answers = await Promise.all(
    Array.from({ length: limits.broadcastsADay + 2 }, (_, nth) =>
      send(strict, maria, to(people.slice(2 * nth, 2 * nth + 2))),
    ),
  )
  const inADay = 2 * limits.broadcastsADay
  expect(answers.reduce((sum, { totalSent }) => sum + totalSent, 0)).toBe(inADay - 1)
  const reasons = answers.flatMap(({ errors }) => errors.map(({ reason }) => reason))
  expect(reasons).toEqual(Array(5).fill('LIMIT_REACHED'))
  expect(answers.every(({ status }) => status === 'finished')).toBe(true)
  expect((await send(strict, maria, to(people.slice(0, 1)))).errors).toHaveLength(1)
})

test('[B2] whoever names people for ever whom nobody can reach is refused as a whole', async () => {
  const { core } = await testCore()
  const strict = limited(core, { recipientsMax: 2 })
  const maria = await contractor(core)
  const nobody = () => send(strict, maria, to(['nobody', 'no one']))
  for (let at = 0; at < 3 * limits.broadcastsADay; at += 1) await nobody()
  await expect(nobody()).rejects.toMatchObject({ reason: 'RATE_LIMITED', retryAfterMs: 3_600_000 })
})

test('[B2] [B12] so many that are not over are refused as a whole, which takes nothing from the limit', async () => {
  const { core } = await testCore()
  const strict = limited(core, { perMinute: 1 })
  const maria = await contractor(core)
  const people = await crowd(core.sql, 1)
  await core.sql`
    insert into broadcasts (sender_id, idempotency_key, status, text, total, due_at, next_at)
    select ${maria.userId}, gen_random_uuid(), 'scheduled', 'x', 1, at, at
    from generate_series(1, ${limits.broadcastsOpen}::int) n
    cross join lateral (select now() + n * interval '1 day' as at) due`
  const refused = send(strict, maria, to(people))
  await expect(refused).rejects.toMatchObject({ reason: 'RATE_LIMITED', retryAfterMs: 60_000 })
  expect(await reasonOf(send(strict, await contractor(core), to(people)))).toBe('done')
  const [one] = await core.sql<{ id: string; key: string }[]>`
    select id, idempotency_key as key from broadcasts where sender_id = ${maria.userId} limit 1`
  const again = await send(strict, maria, to(people, { idempotencyKey: one?.key ?? '' }))
  expect(again.id).toBe(one?.id)
  await cancel(core, maria, again.id)
  expect(await reasonOf(send(strict, maria, to(people)))).toBe('done')
})

test('[B2] what is scheduled counts until it is over, or many days of it could be for one moment', async () => {
  const { core } = await testCore()
  const strict = limited(core, { recipientsMax: 1 })
  const maria = await contractor(core)
  const [one = ''] = await crowd(core.sql, 1)
  const scheduleAt = new Date(Date.now() + 30 * 86_400_000).toISOString()
  for (let at = 0; at < limits.broadcastsADay; at += 1) {
    await send(strict, maria, to([one], { scheduleAt }))
    await core.sql`update broadcasts set created_at = created_at - interval '2 days'`
  }
  const { errors } = await send(strict, maria, to([one], { scheduleAt }))
  expect(errors).toMatchObject([{ reason: 'LIMIT_REACHED' }])
})

test('[B13] however many lists somebody sends at once, one connection is busy with them, and some wait', async () => {
  const { core, databaseUrl } = await testCore()
  const maria = await contractor(core)
  const people = await crowd(core.sql, 60)
  const busy = connect(databaseUrl, { max: 2 })
  const patientSql = connect(databaseUrl, { max: 1 })
  onTestFinished(async () => {
    await Promise.all([busy, patientSql].map(pool => pool.end({ timeout: 5 })))
  })
  const letGo = await lockedSender(core.sql, maria.userId)
  const burst = { ...core, patientSql, bulk: { ...core.bulk, sql: busy } }
  const sent = Array.from({ length: 22 }, () => reasonOf(send(burst, maria, to(people))))
  const waiting = async () => {
    const rows = await core.sql`
      select from pg_locks where locktype = 'advisory' and not granted
        and database = (select oid from pg_database where datname = current_database())`
    return rows.length
  }
  await expect.poll(waiting).toBe(1)
  // Whoever edits or begins something themselves does not wait.
  await patientSql`select 1`
  const ben = await contractor(core)
  expect(await send(burst, ben, to(people))).toMatchObject({ total: 60 })
  expect(await waiting()).toBe(1)
  await letGo()
  expect((await Promise.all(sent)).toSorted()).toEqual([
    ...Array(2).fill('RATE_LIMITED'),
    ...Array(20).fill('done'),
  ])
  const begun = await core.sql`select from broadcasts where sender_id = ${maria.userId}`
  expect(begun).toHaveLength(20)
})

test('[B13] whose turn comes after seconds is refused then, rather than late', async () => {
  const { core } = await testCore()
  const maria = await contractor(core)
  const people = await crowd(core.sql, 1)
  const letGo = await lockedSender(core.sql, maria.userId)
  let inLine = 0
  const sends: Core['bulk']['sends'] = (userId, act) => {
    inLine += 1
    return core.bulk.sends(userId, act)
  }
  const counted = { ...core, bulk: { ...core.bulk, sends } }
  const both = [1, 2].map(() => reasonOf(send(counted, maria, to(people))))
  await expect.poll(() => inLine).toBe(2)
  const late = performance.now() + 6000
  const clock = vi.spyOn(performance, 'now').mockReturnValue(late)
  onTestFinished(() => clock.mockRestore())
  await letGo()
  expect((await Promise.all(both)).toSorted()).toEqual(['RATE_LIMITED', 'done'])
})

test('[B3] [B6] up to so many are over when it answers: each in their own conversation, made or used', async () => {
  const { core, errors } = await testCore()
  const maria = await contractor(core)
  const people = await crowd(core.sql, 50)
  const known = await open(core, maria, { participantIds: [people[7] ?? ''] })
  const answer = await send(core, maria, to(people))
  expect(answer).toMatchObject({ status: 'finished', total: 50, totalSent: 50, errors: [] })
  expect(answer.results.map(({ userId }) => userId)).toEqual(people)
  expect(answer.results[7]?.conversationId).toBe(known.id)
  const { conversationId = '', messageId } = answer.results[3] ?? {}
  const carla = { userId: people[3] ?? '', role: 'customer' as const }
  const { messages } = await history(core, carla, { conversationId, limit: 10 })
  expect(messages).toEqual([
    expect.objectContaining({
      id: messageId,
      senderId: maria.userId,
      bulk: true,
      content: { type: 'text', text: 'Hello Person' },
    }),
  ])
  const shown = await getConversation(core.sql, carla.userId, conversationId)
  expect(shown?.participants.map(({ userId }) => userId).toSorted()).toEqual(
    [maria.userId, carla.userId].toSorted(),
  )
  expect(shown).toMatchObject({ version: 2, lastSeq: 1, openedBy: maria.userId, unreadCount: 1 })
  expect(await mistakes(core.sql, maria)).toEqual([])
  expect(errors).toEqual([])
})

test('[B3] more than that, or with time to undo, or at a time, waits for the workers', async () => {
  const { core } = await testCore()
  const maria = await contractor(core)
  const people = await crowd(core.sql, 51)
  const few = people.slice(0, 3)
  const more = await send(core, maria, to(people))
  expect(more).toMatchObject({ status: 'running', totalSent: 0, results: [] })
  const undone = await send(core, maria, to(few, { undo: true }))
  expect(undone).toMatchObject({ status: 'scheduled', totalSent: 0 })
  expect(Date.parse(undone.dueAt) - Date.parse(undone.createdAt)).toBe(limits.undoMs)
  const scheduleAt = new Date(Date.now() + 3_600_000).toISOString()
  const zone = 'Europe/Berlin'
  const later = await send(core, maria, to(few, { scheduleAt, zone, undo: true }))
  expect(later).toMatchObject({ status: 'scheduled', dueAt: scheduleAt, zone })
  expect(await outcomes(core.sql, later.id)).toEqual(['waiting', 'waiting', 'waiting'])
  // A form takes its time.
  const now = new Date(Date.now() - 30_000).toISOString()
  expect(await send(core, maria, to(few, { scheduleAt: now }))).toMatchObject({ totalSent: 3 })
})

test('[B3] times in the past, far ahead and of no year, and zones that are none, are refused with their field', async () => {
  const { core } = await testCore()
  const maria = await contractor(core)
  const people = await crowd(core.sql, 1)
  const soon = new Date(Date.now() + 60_000).toISOString()
  const bad = [
    { scheduleAt: new Date(Date.now() - 90_000).toISOString() },
    { scheduleAt: new Date(Date.now() + 370 * 86_400_000).toISOString() },
    { scheduleAt: '0000-01-01T00:00:00Z' },
    { scheduleAt: '9999-12-31T23:59:59Z' },
    { scheduleAt: soon, zone: 'Mars/Olympus' },
    { scheduleAt: soon, zone: '+01:00' },
    { zone: 'nowhere' },
  ]
  for (const one of bad) {
    const field = 'zone' in one ? 'zone' : 'scheduleAt'
    await expect(send(core, maria, to(people, one))).rejects.toMatchObject({
      reason: 'INVALID_INPUT',
      field,
    })
  }
  expect(await core.sql`select 1 from broadcasts`).toEqual([])
})

test('[B4] who cannot get it does not keep it from the others, and nothing else is said of a block', async () => {
  const { core } = await testCore()
  const maria = await contractor(core)
  const ben = await contractor(core)
  const [carla = '', blocker = '', silent = ''] = await crowd(core.sql, 3)
  await core.sql`insert into blocks (blocker_id, blocked_id) values (${blocker}, ${maria.userId})`
  await core.sql`update people set accept_bulk = false where id = ${silent}`
  const named = ['nobody', maria.userId, ben.userId, blocker, silent, carla, carla]
  const answer = await send(core, maria, to(named))
  expect(await outcomes(core.sql, answer.id)).toEqual([
    ...['UNKNOWN_PERSON', 'NOT_A_CUSTOMER', 'NOT_A_CUSTOMER', 'BLOCKED', 'OPTED_OUT'],
    ...['sent', 'DUPLICATE'],
  ])
  expect(answer.errors[3]?.message).toBe('Not delivered.')
  expect(await mistakes(core.sql, maria)).toEqual([])
})

test('[B5] the variable that has no value is named', async () => {
  const { core } = await testCore()
  const maria = await contractor(core)
  const [carla = ''] = await crowd(core.sql, 1)
  const content = { type: 'text' as const, text: 'About {{job.title}}' }
  const answer = await send(core, maria, to([carla], { content }))
  expect(answer.errors).toEqual([
    expect.objectContaining({
      userId: carla,
      reason: 'MISSING_VALUE',
      message: '{{job.title}} has no value.',
    }),
  ])
})

test('[B6] both sides are told at once: a head for a new conversation, and the message', async () => {
  const bus = memoryBus()
  const { core } = await testCore(bus)
  const maria = await contractor(core)
  const [carla = '', dora = ''] = await crowd(core.sql, 2)
  await open(core, maria, { participantIds: [dora] })
  const told = new Map<string, string[]>([maria.userId, carla, dora].map(id => [id, []]))
  for (const [id, kinds] of told) {
    await bus.subscribe(id, change =>
      kinds.push('message' in change ? `message ${change.version}` : `head ${change.version}`),
    )
  }
  await send(core, maria, to([carla, dora]))
  expect(told.get(carla)).toEqual(['head 1', 'message 2'])
  expect(told.get(dora)).toEqual(['message 2'])
  expect(told.get(maria.userId)).toEqual(['head 1', 'message 2', 'message 2'])
})

test('[B12] what is refused as a whole leaves nothing behind and takes nothing from the limit', async () => {
  const { core } = await testCore()
  const strict = limited(core, { perMinute: 1, recipientsMax: 3 })
  const maria = await contractor(core)
  const people = await crowd(core.sql, 4)
  const refused = [
    to(people),
    to(people.slice(0, 1), { jobId: 'none' }),
    to(people.slice(0, 1), { content: { type: 'text', text: '{{customer.age}}' } }),
    { ...to(people.slice(0, 1)), content: undefined, template: randomUUID() },
  ]
  const reasons = []
  for (const input of refused) reasons.push(await reasonOf(send(strict, maria, input)))
  expect(reasons).toEqual(['INVALID_INPUT', 'NOT_FOUND', 'INVALID_INPUT', 'NOT_FOUND'])
  expect(await core.sql`select 1 from broadcasts`).toEqual([])
  expect(await reasonOf(send(strict, maria, to(people.slice(1))))).toBe('done')
})
