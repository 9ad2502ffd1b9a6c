import { beforeAll, expect, test } from 'vitest'
import { connect, type Sql } from '../database.ts'
import { testDatabase } from '../testing/database.ts'
import { candidatesOf } from './candidates.ts'
import { insertConversation } from './openConversation.ts'

let sql: Sql

const people = {
  maria: 'contractor',
  ben: 'contractor',
  ada: 'admin',
  carla: 'customer',
  dora: 'customer',
  Zoe: 'customer',
  blocker: 'customer',
  optedOut: 'customer',
}

beforeAll(async () => {
  const database = await testDatabase()
  sql = connect(database.url, { max: 1 })
  for (const [id, role] of Object.entries(people))
    await sql`insert into people (id, name, role) values (${id}, ${`The ${id}`}, ${role})`
  await sql`update people set accept_bulk = false where id in ('optedOut', 'ben')`
  await sql`insert into blocks (blocker_id, blocked_id) values ('blocker', 'maria'), ('carla', 'ben')`
  await sql`
    insert into jobs (id, title, type, status, place, price, customer_id)
    values ('roof', 'Roof', 'repair', 'done', 'Lisbon', '120', 'carla'),
      ('floor', 'Floor', 'repair', 'open', null, null, 'carla')`
  return async () => {
    await sql.end({ timeout: 5 })
    await database[Symbol.asyncDispose]()
  }
})

async function talk(people: string[], jobId: string | null = null, openKey: string | null = null) {
  const [openedBy = ''] = people
  return sql.begin(tx => insertConversation(tx, { openedBy, people, title: null, jobId, openKey }))
}

/** Reasons of those named, each about the job after a slash. */
async function reasons(names: string[], relatedOnly = false) {
  const wanted = names.map((name, nth) => {
    const [userId = '', jobId = null] = name.split('/')
    return { nth, userId, jobId }
  })
  const candidates = await candidatesOf(sql, { senderId: 'maria', relatedOnly }, wanted)
  return candidates.map(({ reason }) => reason ?? 'fine')
}

test('[B4] the first reason that holds says no: unknown, no customer, blocked, opted out, no relation', async () => {
  expect(await reasons(['nobody', 'maria', 'ben', 'ada', 'blocker', 'optedOut', 'carla'])).toEqual([
    'UNKNOWN_PERSON',
    ...Array(3).fill('NOT_A_CUSTOMER'),
    'BLOCKED',
    'OPTED_OUT',
    'fine',
  ])
  expect(await reasons(['nobody/roof', 'ben/roof', 'blocker/roof', 'optedOut/roof'])).toEqual([
    'UNKNOWN_PERSON',
    'NOT_A_CUSTOMER',
    'BLOCKED',
    'OPTED_OUT',
  ])
})

test('[B4] nobody gets anything about a job that the sender may not see: a closed one that they do not talk about', async () => {
  expect(await reasons(['carla/roof', 'carla/floor'])).toEqual(['NO_RELATION', 'fine'])
  const id = await talk(['maria', 'carla', 'Zoe'], 'roof', '00000000-0000-4000-8000-000000000002')
  expect(await reasons(['carla/roof', 'Zoe/roof'])).toEqual(['fine', 'fine'])
  await sql`update participants set left_at = now() where conversation_id = ${id!} and user_id = 'maria'`
  expect(await reasons(['carla/roof', 'Zoe/roof'])).toEqual(['NO_RELATION', 'NO_RELATION'])
})

test('[B4] a job is for its customer and for who takes part now in a conversation about it', async () => {
  expect(await reasons(['carla/floor', 'dora/floor', 'dora/none'])).toEqual([
    'fine',
    'NO_RELATION',
    'NO_RELATION',
  ])
  const id = await talk(['ben', 'carla', 'dora'], 'floor', '00000000-0000-4000-8000-000000000001')
  expect(await reasons(['dora/floor', 'dora/roof'])).toEqual(['fine', 'NO_RELATION'])
  await sql`update participants set left_at = now() where conversation_id = ${id!} and user_id = 'dora'`
  expect(await reasons(['dora/floor'])).toEqual(['NO_RELATION'])
})

test('[B4] where only related people reach each other, whoever is not does not exist, whatever else holds', async () => {
  const strangers = ['dora', 'ben', 'ada', 'blocker', 'optedOut']
  // She has an open job.
  expect(await reasons(['carla', 'maria', 'Zoe', ...strangers], true)).toEqual([
    ...['fine', 'NOT_A_CUSTOMER'],
    ...Array(6).fill('UNKNOWN_PERSON'),
  ])
  const id = await talk(['maria', 'Zoe'])
  await talk(['ben', 'dora'])
  expect(await reasons(['dora', 'Zoe'], true)).toEqual(['UNKNOWN_PERSON', 'fine'])
  await sql`update participants set left_at = now() where conversation_id = ${id!} and user_id = 'maria'`
  expect(await reasons(['Zoe'], true)).toEqual(['UNKNOWN_PERSON'])
  await talk(['maria', 'optedOut'])
  await talk(['maria', 'blocker'])
  expect(await reasons(['optedOut', 'blocker'], true)).toEqual(['OPTED_OUT', 'BLOCKED'])
})

test('the conversation is that of the two about that very job, in whichever order their ids stand', async () => {
  const pairs = [await talk(['carla', 'maria']), await talk(['carla', 'maria'], 'roof')]
  const [zoes] = await sql<{ id: string }[]>`
    select id from conversations where pair_low = 'Zoe' and pair_high = 'maria'`
  const wanted = [
    { nth: 7, userId: 'Zoe', jobId: null },
    { nth: 1, userId: 'carla', jobId: null },
    { nth: 2, userId: 'carla', jobId: 'roof' },
    { nth: 3, userId: 'carla', jobId: 'floor' },
    { nth: 4, userId: 'nobody', jobId: null },
  ]
  const from = { senderId: 'maria', relatedOnly: false }
  const candidates = await candidatesOf(sql, from, wanted)
  expect(candidates.map(({ nth }) => nth)).toEqual([1, 2, 3, 4, 7])
  expect(candidates.map(({ conversationId }) => conversationId)).toEqual([
    ...pairs,
    null,
    null,
    zoes?.id,
  ])
  expect(candidates[1]).toEqual({
    nth: 2,
    userId: 'carla',
    jobId: 'roof',
    user: { id: 'carla', name: 'The carla', role: 'customer' },
    conversationId: pairs[1],
    job: {
      id: 'roof',
      title: 'Roof',
      type: 'repair',
      status: 'done',
      place: 'Lisbon',
      price: 120,
      customerId: 'carla',
    },
    reason: null,
  })
  expect(candidates[3]).toEqual({ ...wanted[4], conversationId: null, reason: 'UNKNOWN_PERSON' })
})
