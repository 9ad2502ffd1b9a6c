// The report against what was put into the tables, over random broadcasts.

import { randomUUID } from 'node:crypto'
import { failures, recipientStates } from '@parley/protocol/bulk'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Caller, Core } from '../core.ts'
import { person, testCore } from '../testing/testCore.ts'
import { failureWords } from './failureWords.ts'
import { get, report } from './read.ts'

const sent = fc.record({
  kind: fc.constant('sent' as const),
  seq: fc.integer({ min: 1, max: 5 }),
  delivered: fc.nat(5),
  read: fc.nat(5),
  hasLeft: fc.boolean(),
})
const failed = fc.record({
  kind: fc.constant('failed' as const),
  reason: fc.constantFrom(...failures),
})
const waiting = fc.record({ kind: fc.constant('waiting' as const) })

const broadcast = fc.record({
  isCancelled: fc.boolean(),
  recipients: fc.array(fc.oneof(sent, sent, sent, failed, waiting), {
    minLength: 1,
    maxLength: 14,
  }),
  limit: fc.integer({ min: 1, max: 5 }),
})
type Drawn = typeof broadcast extends fc.Arbitrary<infer Value> ? Value : never
type Recipient = Drawn['recipients'][number]

const deliveredAt = '2026-02-01T10:00:00.000Z'
const readAt = '2026-02-01T11:00:00.000Z'
const settledAt = '2026-02-01T09:00:00.000Z'

test('[P4] [P5] [P6] everyone stands in the report once and in one state, page by page, as in the totals', async () => {
  const { core } = await testCore()
  await fc.assert(
    fc.asyncProperty(broadcast, async drawn => {
      const bob = await person(core, 'Bob', 'contractor')
      const { id, expected } = await store(core, bob, drawn)
      for (const only of [undefined, ...recipientStates]) {
        const items = await pages(core, bob, { broadcastId: id, only, limit: drawn.limit })
        expect(items).toEqual(expected.filter(({ state }) => only === undefined || state === only))
      }
      const { totals } = await get(core, bob, id)
      const count = (state: string) => expected.filter(one => one.state === state).length
      expect(totals).toEqual(Object.fromEntries(recipientStates.map(one => [one, count(one)])))
    }),
    { numRuns: 25 },
  )
}, 30_000)

/** All items, and that every page but the last is full. */
async function pages(
  core: Core,
  by: Caller,
  input: { broadcastId: string; only: (typeof recipientStates)[number] | undefined; limit: number },
) {
  const items = []
  let cursor: string | undefined
  do {
    const page = await report(core, by, { ...input, cursor })
    if (page.nextCursor) expect(page.items).toHaveLength(input.limit)
    items.push(...page.items)
    cursor = page.nextCursor
  } while (cursor)
  return items
}

/** What the report is to say of one. */
function expectedOf(recipient: Recipient, isCancelled: boolean) {
  if (recipient.kind === 'waiting') return { state: isCancelled ? 'cancelled' : 'waiting' }
  if (recipient.kind === 'failed') {
    const { reason } = recipient
    const missing = reason === 'MISSING_VALUE' ? 'job.title' : undefined
    return { state: 'failed', reason, missing, message: failureWords(reason, missing) }
  }
  const { seq, read, delivered } = recipient
  if (read >= seq) return { state: 'read', sentAt: settledAt, deliveredAt, readAt }
  // Whoever has read something has it.
  if (Math.max(delivered, read) >= seq)
    return { state: 'delivered', sentAt: settledAt, deliveredAt }
  return { state: 'sent', sentAt: settledAt }
}

async function store({ sql }: Core, { userId }: Caller, { recipients, isCancelled }: Drawn) {
  const rows = recipients.map((one, nth) => {
    const customer = `${userId} ${nth}`
    return { one, nth, customer, conversationId: one.kind === 'sent' ? randomUUID() : null }
  })
  await sql`insert into people ${sql(rows.map(({ customer }) => ({ id: customer, name: 'Ann', role: 'customer' })))}`
  for (const { one, customer, conversationId } of rows) {
    if (one.kind !== 'sent') continue
    const [low, high] = [userId, customer].toSorted()
    await sql`
      insert into conversations (id, version, last_seq, opened_by, pair_low, pair_high)
      values (${conversationId}, 9, 5, ${userId}, ${low ?? ''}, ${high ?? ''})`
    await sql`
      insert into participants
        (conversation_id, user_id, delivered_seq, read_seq, delivered_at, read_at, left_at)
      values (${conversationId}, ${customer}, ${Math.max(one.delivered, one.read)}, ${one.read},
        ${deliveredAt}, ${readAt}, ${one.hasLeft ? readAt : null}),
        (${conversationId}, ${userId}, 5, 5, now(), now(), null)`
  }
  const count = (kind: string) => recipients.filter(one => one.kind === kind).length
  const [made] = await sql<{ id: string }[]>`
    insert into broadcasts (sender_id, idempotency_key, status, text, total, total_sent,
      total_failed, due_at, next_at, finished_at)
    values (${userId}, gen_random_uuid(), ${isCancelled ? 'cancelled' : 'running'}, 'Hello',
      ${recipients.length}, ${count('sent')}, ${count('failed')}, now(), now(),
      ${isCancelled ? settledAt : null})
    returning id`
  const id = made?.id ?? ''
  const listed = rows.map(({ one, nth, customer, conversationId }) => {
    const reason = one.kind === 'failed' ? one.reason : null
    return {
      broadcastId: id,
      nth,
      userId: customer,
      reason,
      missing: reason === 'MISSING_VALUE' ? 'job.title' : null,
      conversationId,
      seq: one.kind === 'sent' ? one.seq : null,
      settledAt: one.kind === 'waiting' ? null : settledAt,
    }
  })
  await sql`insert into broadcast_recipients ${sql(listed)}`
  const expected = rows.map(({ one, customer, conversationId }) => ({
    ...expectedOf(one, isCancelled),
    userId: customer,
    user: { id: customer, name: 'Ann', role: 'customer' },
    ...(one.kind === 'sent' && { conversationId, messageId: `${conversationId}.${one.seq}` }),
  }))
  return { id, expected }
}
