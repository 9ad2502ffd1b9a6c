import { randomUUID } from 'node:crypto'
import { upsertJob } from '@parley/db/queries/jobs'
import { recipientsInADay } from '@parley/db/queries/recipients'
import type { PreviewInput } from '@parley/protocol/bulkInputs'
import { limits } from '@parley/protocol/limits'
import { expect, test } from 'vitest'
import { open } from '../chat/open.ts'
import type { Caller, Core } from '../core.ts'
import { crowd } from '../testing/testBroadcast.ts'
import { person, say, testCore } from '../testing/testCore.ts'
import { type Asked, resolve } from './resolve.ts'
import { save } from './templates.ts'

const hello = { type: 'text' as const, text: 'Hello {{customer.firstName}}' }

function ask(
  core: Core,
  by: Caller,
  recipients: PreviewInput['recipients'],
  more: Partial<Asked> = {},
) {
  return resolve(core, by, { recipients, content: hello, ...more })
}

/** Ann with an open job and a conversation about none, and Bob. */
async function annAndBob() {
  const { core } = await testCore()
  const ann = await person(core, 'Ann')
  const bob = await person(core, 'Bob', 'contractor')
  const job = { id: 'roof', title: 'Roof', type: 'Roofing', status: 'open', place: 'Köln' }
  await upsertJob(core.sql, { ...job, customerId: ann.userId })
  const { id } = await open(core, ann, { participantIds: [bob.userId] })
  return { core, ann, bob, id }
}

/** With room for so many recipients. */
function atMost(core: Core, recipientsMax: number): Core {
  return { ...core, bulk: { ...core.bulk, limits: { ...core.bulk.limits, recipientsMax } } }
}

test('[R1] people stand in the order named; fifty times the same one is there once', async () => {
  const { core, ann, bob } = await annAndBob()
  const names = ['stranger', ...Array<string>(50).fill(ann.userId), bob.userId]
  const { recipients } = await ask(core, bob, { userIds: names })
  expect(recipients.map(({ userId }) => userId)).toEqual(names)
  expect(recipients.filter(({ reason }) => reason === 'DUPLICATE')).toHaveLength(49)
  expect(recipients.filter(({ reason }) => reason === null)).toHaveLength(3)
})

test('[R3] [R4] [R6] [R8] a filter gives everyone their job, unless one is named for all', async () => {
  const { core, ann, bob, id } = await annAndBob()
  const other = { id: 'bath', title: 'Bath', type: 'Tiles', status: 'open', customerId: ann.userId }
  await upsertJob(core.sql, other)
  const filter = { jobType: ' ROOFING ', place: 'köln' }
  const found = await ask(core, bob, { filter })
  expect(found).toEqual({
    text: hello.text,
    jobId: null,
    filter,
    recipients: [{ userId: ann.userId, jobId: 'roof', reason: null }],
  })
  const named = await ask(core, bob, { filter }, { jobId: 'bath' })
  expect(named).toMatchObject({ jobId: 'bath', filter, recipients: [{ jobId: 'bath' }] })
  await say(core, bob, id, 'Are you there?')
  const silent = await ask(core, bob, { filter: { notAnswered: true } })
  expect(silent.recipients).toEqual([{ userId: ann.userId, jobId: null, reason: null }])
  await say(core, ann, id, 'Yes')
  await expect(ask(core, bob, { filter: { notAnswered: true } })).rejects.toMatchObject({
    reason: 'INVALID_INPUT',
  })
})

test('[R9] those beyond what a day allows fail; who failed or was cancelled has not been reached', async () => {
  const { core, bob } = await annAndBob()
  const people = await crowd(core.sql, 5)
  const { userId } = bob
  const store = (
    status: string,
    total: number,
    sent: number,
    failed: number,
    /** How long ago it was sent, and how long ago it was over. */
    ages: [string, string | null],
  ) => core.sql`
    insert into broadcasts (sender_id, idempotency_key, status, text, total, total_sent,
      total_failed, due_at, next_at, created_at, finished_at)
    values (${userId}, gen_random_uuid(), ${status}, 'x', ${total}, ${sent}, ${failed}, now(), now(),
      now() - ${ages[0]}::text::interval, now() - ${ages[1]}::text::interval)`
  // It was scheduled long ago and went today.
  await store('finished', 20, 8, 12, ['30 days', '23 hours'])
  await store('cancelled', 20, 5, 1, ['1 hour', '1 hour'])
  await store('cancelled', 500, 0, 0, ['1 hour', '1 hour'])
  await store('running', 10, 1, 2, ['2 days', null])
  await store('scheduled', 6, 0, 0, ['40 days', null])
  await store('finished', 1000, 1000, 0, ['26 hours', '25 hours'])
  expect(await recipientsInADay(core.sql, userId)).toEqual({
    reached: 8 + 5 + 8 + 6,
    named: 20 + 20 + 500 + 10 + 6,
    open: 2,
  })
  expect(await recipientsInADay(core.sql, 'somebody else')).toEqual({
    ...{ reached: 0, named: 0, open: 0 },
  })
  // Three are left of ten times three.
  const [one = '', ...rest] = people
  const { recipients } = await ask(atMost(core, 3), bob, {
    userIds: [one, one, ...rest.slice(0, 1)],
  })
  expect(recipients.map(({ reason }) => reason)).toEqual([null, 'DUPLICATE', null])
  await store('finished', 2, 2, 0, ['1 hour', '1 hour'])
  const beyond = await ask(atMost(core, 3), bob, { userIds: people.slice(0, 3) })
  expect(beyond.recipients.map(({ reason }) => reason)).toEqual([
    null,
    'LIMIT_REACHED',
    'LIMIT_REACHED',
  ])
})

test('[R10] more recipients than there may be are refused with both numbers', async () => {
  const { core, bob } = await annAndBob()
  const people = await crowd(core.sql, 4)
  for (const [index, userId] of people.entries()) {
    const job = { id: `job${index}`, title: 'Roof', type: 'Flat', status: 'open' }
    await upsertJob(core.sql, { ...job, customerId: userId })
  }
  const few = atMost(core, 2)
  await expect(ask(few, bob, { userIds: people })).rejects.toMatchObject({
    reason: 'INVALID_INPUT',
    field: 'recipients',
    message: 'recipients: at most 2 at once, and there are 4',
  })
  // No more are read than it takes to know.
  await expect(ask(few, bob, { filter: { jobType: 'flat' } })).rejects.toMatchObject({
    reason: 'INVALID_INPUT',
    field: 'recipients',
    message: 'recipients: at most 2 at once, and there are at least 3',
  })
  expect(
    (await ask(atMost(core, 4), bob, { filter: { jobType: 'flat' } })).recipients,
  ).toHaveLength(4)
})

test('[R10] a filter that means nobody is refused', async () => {
  const { core, ann, bob } = await annAndBob()
  const eve = await person(core, 'Eve', 'contractor')
  await upsertJob(core.sql, {
    ...{ id: 'secret', title: 'Roof', type: 'Hidden', status: 'planned', customerId: ann.userId },
  })
  const since = '0000-01-01T00:00:00Z'
  for (const filter of [
    { jobType: 'gardening' },
    { jobId: 'none' },
    { jobId: 'secret' },
    { jobType: 'hidden', jobStatus: 'planned' },
    { talkedSince: since },
    { notAnswered: true as const },
  ]) {
    await expect(ask(core, eve, { filter })).rejects.toMatchObject({
      reason: 'INVALID_INPUT',
      field: 'recipients',
      message: 'recipients: nobody matches',
    })
  }
  const digits = `2026-01-01T00:00:00.${'1'.repeat(300)}Z`
  await expect(ask(core, bob, { filter: { talkedSince: digits } })).rejects.toMatchObject({
    field: 'recipients',
  })
  await expect(
    ask(core, bob, { filter: { talkedSince: '9999-01-01T00:00:00Z' } }),
  ).rejects.toMatchObject({ field: 'recipients' })
})

test('[R10] [T2] an unknown variable is refused by its name, also in a template', async () => {
  const { core, ann, bob } = await annAndBob()
  const to = { userIds: [ann.userId] }
  const text = 'Hello {{customer.shoeSize}}'
  await expect(ask(core, bob, to, { content: { ...hello, text } })).rejects.toMatchObject({
    reason: 'INVALID_INPUT',
    field: 'content',
    message: 'content: there is no variable {{customer.shoeSize}}',
  })
  const { id } = await save(core, bob, { name: 'Old', text: 'Hello' })
  await core.sql`update templates set text = ${text} where id = ${id}`
  await expect(ask(core, bob, to, { content: undefined, template: id })).rejects.toMatchObject({
    reason: 'INVALID_INPUT',
    field: 'template',
  })
})

test('[R10] a template of somebody else, and a job that one may not see, are as if they were not', async () => {
  const { core, ann, bob } = await annAndBob()
  const eve = await person(core, 'Eve', 'contractor')
  const to = { userIds: [ann.userId] }
  const { id } = await save(core, bob, { name: 'Mine', text: 'Hello' })
  const withTemplate = (by: Caller, template: string) =>
    ask(core, by, to, { content: undefined, template })
  expect((await withTemplate(bob, id)).text).toBe('Hello')
  const notFound = { reason: 'NOT_FOUND', message: 'There is no such template.' }
  await expect(withTemplate(eve, id)).rejects.toMatchObject(notFound)
  await expect(withTemplate(bob, randomUUID())).rejects.toMatchObject(notFound)

  const job = { id: 'bath', title: 'Bath', type: 'Tiles', status: 'done', customerId: ann.userId }
  await upsertJob(core.sql, job)
  for (const jobId of ['bath', 'none']) {
    await expect(ask(core, bob, to, { jobId })).rejects.toMatchObject({
      reason: 'NOT_FOUND',
      message: 'There is no such job.',
    })
  }
  expect((await ask(core, bob, to, { jobId: 'roof' })).recipients[0]?.jobId).toBe('roof')
})

test('as many as one broadcast may have are found at once', async () => {
  const { core, bob } = await annAndBob()
  const most = limits.broadcastMax
  const people = await crowd(core.sql, most)
  await core.sql`
    insert into jobs (id, title, type, status, customer_id)
    select 'many' || n, 'Job', 'Mass', 'open', id
    from unnest(${people}::text[]) with ordinality u (id, n)`
  const { recipients } = await ask(core, bob, { filter: { jobType: 'mass' } })
  expect(recipients).toHaveLength(most)
  // One is refused that is more than that.
  await core.sql`
    insert into jobs (id, title, type, status, customer_id)
    select 'more', 'Job', 'Mass', 'open', id from people where name = 'Ann'`
  await expect(ask(core, bob, { filter: { jobType: 'mass' } })).rejects.toMatchObject({
    message: `recipients: at most ${most} at once, and there are at least ${most + 1}`,
  })
})
