import { upsertJob } from '@parley/db/queries/jobs'
import type { Preview } from '@parley/protocol/bulk'
import { preview as input, type PreviewInput } from '@parley/protocol/bulkInputs'
import { limits } from '@parley/protocol/limits'
import { expect, test } from 'vitest'
import { open } from '../chat/open.ts'
import type { Caller, Core } from '../core.ts'
import { block, unblock } from '../people/block.ts'
import { setPreferences } from '../people/me.ts'
import { crowd } from '../testing/testBroadcast.ts'
import { person, testCore } from '../testing/testCore.ts'
import { preview } from './preview.ts'

function ask(core: Core, by: Caller, text: string, recipients: object, more: object = {}) {
  const asked: PreviewInput = input.parse({ recipients, content: { type: 'text', text }, ...more })
  return preview(core, by, asked)
}

async function pages(core: Core, by: Caller, recipients: object, more: object = {}) {
  const items: Preview['items'] = []
  let page: Preview | undefined
  do {
    page = await ask(core, by, 'Hello', recipients, { ...more, cursor: page?.nextCursor })
    expect(page.items.length).toBeLessThanOrEqual(limits.page)
    items.push(...page.items)
  } while (page.nextCursor)
  return items
}

/** Ann has a job and talks about it; the others cannot be reached, each for another reason. */
async function mixed() {
  const { core } = await testCore()
  const bob = await person(core, 'Bob Baker', 'contractor')
  const eve = await person(core, 'Eve', 'contractor')
  const [ann, ben, cleo, dora] = await Promise.all(
    ['Ann Archer', 'Ben', 'Cleo', 'Dora'].map(name => person(core, name)),
  )
  if (!ann || !ben || !cleo || !dora) throw new Error('there are four')
  const job = { id: 'roof', title: 'Roof', type: 'roofing', status: 'open' }
  await upsertJob(core.sql, { ...job, customerId: ann.userId })
  const { id } = await open(core, bob, { participantIds: [ann.userId], jobId: 'roof' })
  await block(core, ben, bob.userId)
  await setPreferences(core, cleo, { acceptBulk: false })
  const userIds = [ann, ben, cleo, dora, bob, eve].map(({ userId }) => userId)
  return { core, bob, ann, ben, cleo, dora, eve, id, userIds: [...userIds, 'nobody', ann.userId] }
}

test('[P1] a preview tells who would read what, who would not and why, and how many', async () => {
  const { core, bob, ann, id, userIds } = await mixed()
  const text = 'Hello {{customer.firstName}}, about {{job.title}}. {{contractor.name}}'
  const told = await ask(core, bob, text, { userIds }, { jobId: 'roof' })
  expect(told).toMatchObject({ total: 8, totalReached: 1, totalFailed: 7 })
  expect(told.items.map(({ reason, text: shown }) => reason ?? shown)).toEqual([
    'Hello Ann, about Roof. Bob Baker',
    'BLOCKED',
    'OPTED_OUT',
    'NO_RELATION',
    'NOT_A_CUSTOMER',
    'NOT_A_CUSTOMER',
    'UNKNOWN_PERSON',
    'DUPLICATE',
  ])
  expect(told.failures).toEqual([
    { reason: 'UNKNOWN_PERSON', count: 1 },
    { reason: 'NOT_A_CUSTOMER', count: 2 },
    { reason: 'BLOCKED', count: 1 },
    { reason: 'OPTED_OUT', count: 1 },
    { reason: 'NO_RELATION', count: 1 },
    { reason: 'DUPLICATE', count: 1 },
  ])
  expect(told.items[0]).toEqual({
    userId: ann.userId,
    user: { id: ann.userId, name: 'Ann Archer', role: 'customer' },
    text: 'Hello Ann, about Roof. Bob Baker',
    conversationId: id,
  })
  // Nothing was sent, and nothing opened.
  const [made] = await core.sql`
    select (select count(*) from messages)::int as messages,
      (select count(*) from conversations)::int as conversations`
  expect(made).toEqual({ messages: 0, conversations: 1 })
})

test('[P1] a variable without a value is a failure that names it, not a blank', async () => {
  const { core, bob, ann } = await mixed()
  const told = await ask(
    core,
    bob,
    'In {{job.place}}',
    { userIds: [ann.userId] },
    { jobId: 'roof' },
  )
  expect(told.items[0]).toMatchObject({
    reason: 'MISSING_VALUE',
    message: expect.stringContaining('{{job.place}}'),
  })
  const long = `${'x'.repeat(3980)}{{customer.name}}`
  const ida = await person(core, 'Ida'.repeat(18))
  const [tooLong] = (await ask(core, bob, long, { userIds: [ida.userId] })).items
  expect(tooLong).toMatchObject({ reason: 'TOO_LONG' })
})

test('[P1] counts are of the whole list; items come page by page, also of one outcome', async () => {
  const { core, bob, cleo } = await mixed()
  const people = await crowd(core.sql, 230)
  const userIds = people.flatMap((one, at) => (at % 3 === 0 ? [one, one] : [one]))
  const all = await pages(core, bob, { userIds })
  expect(all.map(({ userId }) => userId)).toEqual(userIds)
  const failed = await pages(core, bob, { userIds }, { only: 'failed' })
  expect(failed).toEqual(all.filter(({ reason }) => reason === 'DUPLICATE'))
  const reached = await pages(core, bob, { userIds }, { only: 'reached' })
  expect(reached).toEqual(all.filter(({ reason }) => reason === undefined))
  expect(failed.length + reached.length).toBe(all.length)
  expect(
    await ask(core, bob, 'Hello', { userIds }, { only: 'failed', cursor: '100' }),
  ).toMatchObject({
    total: userIds.length,
    totalReached: people.length,
    totalFailed: userIds.length - people.length,
  })
  const beyond = await ask(core, bob, 'Hello', { userIds: [cleo.userId] }, { cursor: '7' })
  expect(beyond).toMatchObject({ total: 1, items: [] })
  for (const cursor of ['x', '-1', '1e3', '99999999999', ' 1']) {
    await expect(ask(core, bob, 'Hello', { userIds }, { cursor })).rejects.toMatchObject({
      reason: 'INVALID_INPUT',
      field: 'cursor',
    })
  }
})

test('[P7] only customers have names here, and among related people only those', async () => {
  const { core, bob, ann, ben, cleo, dora, userIds } = await mixed()
  const named = async (by: Core) => {
    const { items } = await ask(by, bob, 'Hello', { userIds })
    return items.filter(({ user }) => user).map(({ userId }) => userId)
  }
  const customers = [ann, cleo, dora].map(({ userId }) => userId)
  expect(await named(core)).toEqual([...customers, ann.userId])
  expect(await named({ ...core, openPolicy: 'related' })).toEqual([ann.userId, ann.userId])
  // Whom one talks with has a name, also when they have blocked one since.
  await block(core, ann, bob.userId)
  expect(await named(core)).toEqual([...customers, ann.userId])
  await unblock(core, ben, bob.userId)
  expect(await named(core)).toContain(ben.userId)
})

test('[P1] ten thousand are looked at, one page of them is told', async () => {
  const { core, bob } = await mixed()
  const userIds = await crowd(core.sql, limits.broadcastMax)
  const text = 'Hello {{customer.firstName}}'
  const told = await ask(core, bob, text, { userIds })
  expect(told).toMatchObject({ total: 10_000, totalReached: 10_000, totalFailed: 0, failures: [] })
  expect(told.items).toHaveLength(limits.page)
  expect(told.nextCursor).toBe(String(limits.page - 1))
})

test('[P8] of too many at once by one contractor the last ones are refused', async () => {
  const { core, bob, eve, ann } = await mixed()
  const asked = Array.from({ length: 9 }, () => ask(core, bob, 'Hello', { userIds: [ann.userId] }))
  const [others, ...settled] = await Promise.allSettled([
    ask(core, eve, 'Hello', { userIds: [ann.userId] }),
    ...asked,
  ])
  expect(others).toMatchObject({ status: 'fulfilled', value: { totalReached: 1 } })
  expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(8)
  expect(settled.at(-1)).toMatchObject({ reason: { reason: 'RATE_LIMITED' } })
})
