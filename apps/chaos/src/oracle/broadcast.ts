/** One broadcast: what Postgres holds of it, what its report says, and what recipients show. */
import type { Sql } from '@parley/db/database'
import type { Wire } from '@parley/load/wire'
import { limits } from '@parley/protocol/limits'
import * as z from 'zod/mini'
import type { Person } from '../stage/person.ts'

const report = z.object({
  items: z.array(z.object({ userId: z.string(), messageId: z.optional(z.string()) })),
  nextCursor: z.optional(z.string()),
})

export interface Wanted {
  broadcastId: string
  senderId: string
  text: string
  /** Who must get it, once. */
  reached: readonly string[]
  /** How many more were named, who must not. */
  failed: number
}

interface Kept {
  status: string
  total: number
  totalSent: number
  totalFailed: number
  /** Rows of recipients by what became of them, and those whose message is not where they say. */
  sent: number
  failed: number
  astray: number
}

/** @returns what is wrong in the tables */
export async function broadcastStored(sql: Sql, wanted: Wanted): Promise<string[]> {
  const { broadcastId, senderId, text, reached, failed } = wanted
  const messages = await sql<{ userId: string }[]>`
    select p.user_id from messages m
    join participants p on p.conversation_id = m.conversation_id and p.user_id <> m.sender_id
    where m.sender_id = ${senderId} and m.text = ${text}`
  const [kept] = await sql<Kept[]>`
    select b.status, b.total, b.total_sent, b.total_failed,
      count(r.seq)::int as sent, count(r.reason)::int as failed,
      count(*) filter (where r.seq is not null and m.seq is null)::int as astray
    from broadcasts b
    join broadcast_recipients r on r.broadcast_id = b.id
    left join messages m on m.conversation_id = r.conversation_id and m.seq = r.seq
      and m.text = ${text}
    where b.id = ${broadcastId} group by b.id`
  if (!kept) return ['lost: the broadcast']
  const total = reached.length + failed
  const expected = {
    ...{ status: 'finished', total, totalSent: reached.length, totalFailed: failed },
    ...{ sent: reached.length, failed, astray: 0 },
  }
  return [
    ...onceEach(
      'the database',
      reached,
      messages.map(({ userId }) => userId),
    ),
    ...(JSON.stringify(kept) === JSON.stringify(expected)
      ? []
      : [`different: totals ${JSON.stringify(kept)} instead of ${JSON.stringify(expected)}`]),
  ]
}

/** @returns what is wrong in the report, read as a contractor exports it */
export async function broadcastReported(wire: Wire, wanted: Wanted): Promise<string[]> {
  const { broadcastId, reached, failed } = wanted
  const sent: string[] = []
  let others = 0
  for (let cursor: string | undefined; ; ) {
    const input = { broadcastId, limit: limits.reportPage, cursor }
    const { items, nextCursor } = report.parse(await wire.query('bulk.report', input))
    for (const { userId, messageId } of items) {
      if (messageId === undefined) others += 1
      else sent.push(userId)
    }
    if (nextCursor === undefined) break
    cursor = nextCursor
  }
  const problems = onceEach('the report', reached, sent)
  if (others !== failed) problems.push(`different: the report has ${others} failed, not ${failed}`)
  return problems
}

/** @returns what is wrong on the screens of those who were online */
export function broadcastShown(people: readonly Person[], text: string): string[] {
  return people.flatMap(({ userId, client }) => {
    const texts = client.conversations.get().items.flatMap(({ id }) => {
      const { messages } = client.conversation(id).view.get()
      return messages.filter(({ content }) => content?.text === text)
    })
    if (texts.length === 1) return []
    return [`${texts.length === 0 ? 'not shown' : 'doubled'}: ${texts.length} times to ${userId}`]
  })
}

function onceEach(where: string, wanted: readonly string[], found: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const userId of found) counts.set(userId, (counts.get(userId) ?? 0) + 1)
  const lost = wanted.filter(userId => !counts.has(userId))
  const twice = wanted.filter(userId => (counts.get(userId) ?? 0) > 1)
  const known = new Set(wanted)
  const strange = [...counts.keys()].filter(userId => !known.has(userId))
  const told = (what: string, who: string[]) =>
    who.length === 0 ? [] : [`${what}: ${who.length} recipients in ${where}, such as ${who[0]}`]
  return [...told('doubled', twice), ...told('lost', lost), ...told('strange', strange)]
}
