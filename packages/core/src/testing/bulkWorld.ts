// Small worlds of a contractor, their customers, jobs and conversations, drawn at random and
// written into the tables as they are, for what no act brings about at will.

import { randomUUID } from 'node:crypto'
import type { Sql } from '@parley/db/database'
import fc from 'fast-check'

/** The contractor whose world it is. */
export const me = 'me'
export const customers = ['c0', 'c1', 'c2', 'c3']
const others = ['other contractor', 'admin']

/** The n-th minute of a world. */
export const minute = (n: number) => `2026-01-01T00:${String(n).padStart(2, '0')}:00.000Z`

const job = fc.record({
  type: fc.constantFrom('Roof', ' roof', 'Paint'),
  status: fc.constantFrom('open', 'open', ' Open', 'done'),
  place: fc.constantFrom(null, 'Köln', 'KÖLN ', 'Ulm'),
  customerId: fc.constantFrom(...customers, ...customers, 'c0', 'nobody knows', me),
  updatedAt: fc.nat(2).map(minute),
})

const conversation = fc.record({
  isPair: fc.boolean(),
  people: fc.uniqueArray(fc.constantFrom(...customers, ...others), { minLength: 2, maxLength: 4 }),
  withMe: fc.constantFrom(true, true, true, false),
  job: fc.option(fc.nat(5)),
  left: fc.uniqueArray(fc.nat(3), { maxLength: 1 }),
  afterSeq: fc.nat(2),
  messages: fc.array(fc.record({ by: fc.nat(3), wait: fc.nat(2), isRemoved: fc.boolean() }), {
    maxLength: 5,
  }),
})

export const bulkWorld = fc
  .record({
    names: fc.array(fc.constantFrom('ann', 'Ann', 'Bob', 'Öl', 'zoe'), {
      minLength: customers.length,
      maxLength: customers.length,
    }),
    jobs: fc.array(job, { minLength: 6, maxLength: 6 }),
    conversations: fc.array(conversation, { minLength: 5, maxLength: 12 }),
  })
  .map(({ names, jobs, conversations }) => ({
    names,
    jobs: jobs.map((row, at) => ({ ...row, id: `job${at}` })),
    conversations: eachPairOnce(conversations.map(conversationOf)),
  }))
export type BulkWorld = Drawn<typeof bulkWorld>

type Drawn<Of> = Of extends fc.Arbitrary<infer Value> ? Value : never

function conversationOf(
  { isPair, people, withMe, job, left, afterSeq, messages }: Drawn<typeof conversation>,
  at: number,
) {
  const named = withMe ? [me, ...people] : people
  const present = isPair ? named.slice(0, 2) : named
  let moment = 0
  return {
    id: `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
    isPair,
    jobId: job === null ? null : `job${job}`,
    people: present.map((userId, nth) => ({
      userId,
      hasLeft: !isPair && left.includes(nth),
      afterSeq: isPair ? 0 : afterSeq,
    })),
    messages: messages.map(({ by, wait, isRemoved }, before) => {
      moment += wait
      const senderId = present[by % present.length] ?? me
      return { seq: before + 1, senderId, createdAt: minute(moment), isRemoved }
    }),
  }
}

/** Two people have one conversation about each job. */
function eachPairOnce(conversations: ReturnType<typeof conversationOf>[]) {
  const keyOf = ({ isPair, id, people, jobId }: (typeof conversations)[number]) =>
    isPair ? `${people.map(({ userId }) => userId).toSorted()} ${jobId}` : id
  return [...new Map(conversations.map(one => [keyOf(one), one])).values()]
}

/** Writes it in place of what there is. */
export async function storeWorld(sql: Sql, { names, jobs, conversations }: BulkWorld) {
  await sql.begin(async tx => {
    await tx`delete from messages`
    await tx`delete from participants`
    await tx`delete from conversations`
    await tx`delete from jobs`
    await tx`delete from people`
    const named = customers.map((id, at) => ({ id, name: names[at] ?? '', role: 'customer' }))
    const rest = [me, ...others].map(id => {
      return { id, name: id, role: id === 'admin' ? 'admin' : 'contractor' }
    })
    await tx`insert into people ${tx([...named, ...rest])}`
    await tx`insert into jobs ${tx(jobs.map(one => ({ ...one, title: 'Job' })))}`
    if (conversations.length === 0) return
    await tx`
      insert into conversations
        (id, version, last_seq, job_id, opened_by, pair_low, pair_high, open_key, updated_at)
      select id, 100, "lastSeq", "jobId", one, case when "isPair" then least(one collate "C", other) end,
        case when "isPair" then greatest(one collate "C", other) end,
        case when not "isPair" then gen_random_uuid() end, "updatedAt"
      from json_to_recordset(${JSON.stringify(conversations.map(headOf))}::text::json)
        as c(id uuid, "lastSeq" int, "jobId" text, one text, other text, "isPair" boolean,
          "updatedAt" timestamptz)`
    await tx`insert into participants ${tx(conversations.flatMap(participantsOf))}`
    const messages = conversations.flatMap(messagesOf)
    if (messages.length > 0) await tx`insert into messages ${tx(messages)}`
  })
}

type Conversation = BulkWorld['conversations'][number]

function headOf({ id, isPair, jobId, people: [one, other], messages }: Conversation) {
  const updatedAt = messages.at(-1)?.createdAt ?? minute(0)
  const lastSeq = messages.length
  return { id, isPair, jobId, lastSeq, one: one?.userId, other: other?.userId, updatedAt }
}

function participantsOf({ id, people }: Conversation) {
  return people.map(({ userId, hasLeft, afterSeq }) => {
    return { conversationId: id, userId, afterSeq, leftAt: hasLeft ? minute(59) : null }
  })
}

function messagesOf({ id, messages }: Conversation) {
  return messages.map(({ isRemoved, ...one }) => ({
    ...one,
    conversationId: id,
    version: one.seq + 1,
    clientId: randomUUID(),
    text: isRemoved ? null : 'hello',
    removedAt: isRemoved ? one.createdAt : null,
  }))
}
