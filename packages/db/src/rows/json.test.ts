import { job as jobOnWire } from '@parley/protocol/job'
import { content, message as messageOnWire } from '@parley/protocol/message'
import { type Participant, participant as participantOnWire } from '@parley/protocol/participant'
import { user as userOnWire } from '@parley/protocol/user'
import { getTableColumns, type Table } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { connect, type Sql } from '../database.ts'
import { jobs as jobsTable } from '../schema/jobs.ts'
import { messages as messagesTable } from '../schema/messages.ts'
import { participants as participantsTable } from '../schema/participants.ts'
import { people as peopleTable } from '../schema/people.ts'
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

async function bothOfMessage(record: (typeof messages)[keyof typeof messages]) {
  const [read] = await sql<{ json: string; row: MessageRow }[]>`
    select ${sql.unsafe(messageJson)} as json,
      (select row_to_json(r) from (select ${sql.unsafe(messageColumns)}) r) as row
    from jsonb_populate_record(null::messages, ${sql.json(record)}) m`
  return { written: JSON.parse(read!.json), mapped: messageOf(read!.row) }
}

test.for(Object.entries(messages))('a message, as Postgres writes it: %s', async ([, record]) => {
  const { written, mapped } = await bothOfMessage(record)
  expect(written).toEqual(mapped)
})

test('among these messages every column has a value, and every field is told', async () => {
  const records = Object.values(messages)
  expect(keysOf(records)).toEqual(columnsOf(messagesTable))
  const told = await Promise.all(records.map(bothOfMessage))
  const mapped = told.map(each => each.mapped)
  expect(keysOf(mapped)).toEqual(keysOf([messageOnWire.shape]))
  const contents = mapped.flatMap(message => message.content ?? [])
  expect(keysOf(contents)).toEqual(keysOf(content.def.options.map(({ shape }) => shape)))
})

const job = {
  ...{ id: hard, title: hard, type: hard, status: 'open', customer_id: hard },
  updated_at: '2026-02-03T04:05:06.789Z',
}
const jobs = [job, { ...job, place: hard, price: hard }, { ...job, price: 12.5 }]

test('jobs, as Postgres writes them; every column has a value, and every field is told', async () => {
  const told = await Promise.all(jobs.map(bothOfJob))
  for (const { written, mapped } of told) expect(written).toEqual(mapped)
  expect(keysOf(jobs)).toEqual(columnsOf(jobsTable))
  expect(keysOf(told.map(({ mapped }) => mapped))).toEqual(keysOf([jobOnWire.shape]))
})

async function bothOfJob(record: (typeof jobs)[number]) {
  const [read] = await sql<{ json: string; row: JobRow }[]>`
    select ${sql.unsafe(jobJson)} as json,
      (select row_to_json(r) from (select ${sql.unsafe(jobColumns)}) r) as row
    from jsonb_populate_record(null::jobs, ${sql.json(record)}) j`
  return { written: JSON.parse(read!.json), mapped: jobOf(read!.row) }
}

/** With all that is told to nobody. */
const person = {
  ...{ id: hard, name: hard, role: 'customer', picture: hard, business_id: hard },
  ...{ show_online: true, accept_bulk: true },
  ...{ last_seen: '2026-02-03T04:05:06.7Z', created_at: '2026-02-03T04:05:06.7Z' },
}

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
  changed_xid: '7',
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
  const told: Participant[] = []
  const json = participantJson({ isOwn: 'is_own', sharesPositions: 'shares', user: userJson })
  for (const { record, reader, shares, picture } of seenBy) {
    const [read] = await sql<{ json: string; row: ParticipantRow }[]>`
      select ${sql.unsafe(json)} as json,
        (select row_to_json(r) from (select ${sql.unsafe(participantColumns)}) r) as row
      from jsonb_populate_record(null::participants, ${sql.json(record)}) p
      cross join jsonb_populate_record(null::people, ${sql.json({ ...person, picture })}) u
      cross join lateral (select p.user_id = ${reader} as is_own, ${shares}::boolean as shares) asked`
    const mapped = participantsFor(reader, [read!.row], shares)
    expect([JSON.parse(read!.json)]).toEqual(mapped)
    told.push(...mapped)
  }
  expect(keysOf([newcomer, old])).toEqual(columnsOf(participantsTable))
  expect(keysOf([person])).toEqual(columnsOf(peopleTable))
  expect(keysOf(told)).toEqual(keysOf([participantOnWire.shape]))
  expect(keysOf(told.map(({ user }) => user))).toEqual(keysOf([userOnWire.shape]))
})

/** What is added to a table or to the wire is to be added here, and then to both mappings. */
function columnsOf(table: Table): string[] {
  return Object.values(getTableColumns(table))
    .map(({ name }) => name)
    .toSorted()
}

function keysOf(objects: readonly object[]): string[] {
  return [...new Set(objects.flatMap(Object.keys))].toSorted()
}
