import { beforeAll, expect, test } from 'vitest'
import { connect, type Sql } from '../database.ts'
import { type TestDatabase, testDatabase } from '../testing/database.ts'
import { type JobRow, jobColumns, jobJson, jobOf } from './job.ts'
import { type MessageRow, messageColumns, messageJson, messageOf } from './message.ts'
import {
  type ParticipantRow,
  participantColumns,
  participantJson,
  participantsFor,
} from './participant.ts'
import { userJson } from './user.ts'

let database: TestDatabase
let sql: Sql

beforeAll(async () => {
  database = await testDatabase()
  sql = connect(database.url, { max: 1 })
  return async () => {
    await sql.end({ timeout: 5 })
    await database[Symbol.asyncDispose]()
  }
})

/** All that JSON has to write in another way, and what it need not. */
const hard = 'Ann "A\\B" <b>\u0001\t\r\n\u2028 \u007f é 🙂 {}'
const id = '0f8e7d6c-5b4a-4938-a716-05f4e3d2c1b0'

const message = {
  conversation_id: id,
  seq: 7,
  version: 9,
  sender_id: hard,
  client_id: 'a0b1c2d3-e4f5-4607-8899-aabbccddeeff',
  text: hard,
  bulk: false,
  reactions: [],
  created_at: '2026-01-31T23:59:59Z',
}
const { text: _, ...untold } = message

const messages = {
  'a text': message,
  'with fewer digits in its moments than there are': {
    ...message,
    created_at: '2026-02-03T04:05:06.5Z',
    edited_at: '2026-02-03T04:05:06.07Z',
  },
  'in another zone': { ...message, created_at: '2026-01-01T00:30:00.123+05:45' },
  'with all that a text may have': {
    ...message,
    mentions: [hard, 'bob'],
    reply_to: 3,
    bulk: true,
    reactions: [{ emoji: '👍', userIds: [hard, 'bob'] }],
    edited_at: '2026-02-03T04:05:06.789Z',
  },
  'with nobody mentioned': { ...message, mentions: [] },
  'a tombstone': { ...untold, reply_to: 1, removed_at: '2026-02-03T04:05:06.789Z' },
  'an event': { ...untold, event: { kind: 'renamed', title: hard } },
}

test.for(Object.entries(messages))('a message, as Postgres writes it: %s', async ([, record]) => {
  const [read] = await sql<{ json: string; row: MessageRow }[]>`
    select ${sql.unsafe(messageJson)} as json,
      (select row_to_json(r) from (select ${sql.unsafe(messageColumns)}) r) as row
    from jsonb_populate_record(null::messages, ${sql.json(record)}) m`
  expect(JSON.parse(read!.json)).toEqual(messageOf(read!.row))
})

const job = { id: hard, title: hard, type: hard, status: 'open', customer_id: hard }
const moreOfJobs = [{}, { place: hard, price: hard }, { price: 12.5 }]

test.for(moreOfJobs)('a job, as Postgres writes it: %j', async more => {
  const record = { ...job, ...more, updated_at: '2026-02-03T04:05:06.789Z' }
  const [read] = await sql<{ json: string; row: JobRow }[]>`
    select ${sql.unsafe(jobJson)} as json,
      (select row_to_json(r) from (select ${sql.unsafe(jobColumns)}) r) as row
    from jsonb_populate_record(null::jobs, ${sql.json(record)}) j`
  expect(JSON.parse(read!.json)).toEqual(jobOf(read!.row))
})

const newcomer = {
  conversation_id: id,
  user_id: hard,
  version: 4,
  read_seq: 2,
  delivered_seq: 3,
  joined_at: '2026-02-03T04:05:06.7Z',
  after_seq: 0,
  archived: false,
  muted: true,
  pinned: false,
  marked_unread: true,
  mine_version: 5,
}
const old = {
  ...newcomer,
  read_at: '2026-02-03T04:05:06.7Z',
  delivered_at: '2026-02-03T04:05:06.78Z',
  left_at: '2026-02-03T04:05:06.789Z',
  after_seq: 1,
}
const seenBy = [newcomer, old].flatMap(record =>
  [hard, 'bob'].flatMap(reader =>
    [true, false].flatMap(shares =>
      [null, hard].map(picture => ({ record, reader, shares, picture })),
    ),
  ),
)

test('a participant, as Postgres writes it, to themselves and others, among few and many', async () => {
  const json = participantJson({ isOwn: 'is_own', sharesPositions: 'shares', user: userJson })
  for (const { record, reader, shares, picture } of seenBy) {
    const person = { id: hard, name: hard, role: 'customer', picture }
    const [read] = await sql<{ json: string; row: ParticipantRow }[]>`
      select ${sql.unsafe(json)} as json,
        (select row_to_json(r) from (select ${sql.unsafe(participantColumns)}) r) as row
      from jsonb_populate_record(null::participants, ${sql.json(record)}) p
      cross join jsonb_populate_record(null::people, ${sql.json(person)}) u
      cross join lateral (select p.user_id = ${reader} as is_own, ${shares}::boolean as shares) asked`
    expect([JSON.parse(read!.json)]).toEqual(participantsFor(reader, [read!.row], shares))
  }
})
