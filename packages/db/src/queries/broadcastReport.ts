import type { RecipientReport } from '@parley/protocol/bulk'
import type { Fragment, Runner } from '../database.ts'
import type { broadcastRecipients } from '../schema/broadcasts.ts'
import type { participants } from '../schema/participants.ts'
import type { people } from '../schema/people.ts'

type State = RecipientReport['state']
type Recipient = typeof broadcastRecipients.$inferSelect
type Position = Pick<typeof participants.$inferSelect, 'deliveredAt' | 'readAt'>
type Person = Pick<typeof people.$inferSelect, 'name' | 'role' | 'picture'>

/** What became of it with one recipient. */
export type Reported = Recipient & { state: State } & {
  [key in keyof (Position & Person)]: (Position & Person)[key] | null
}

export interface Slice {
  only: State | undefined
  /** Where the page before ended; below the first for the first page. */
  after: number
  limit: number
}

/** Recipients in the order in which they were named; nothing when it is not this one's broadcast. */
export async function broadcastReport(
  sql: Runner,
  senderId: string,
  broadcastId: string,
  { only, after, limit }: Slice,
): Promise<Reported[] | undefined> {
  const states = statesOf(sql)
  const rows = await sql<(Reported | { nth: null })[]>`
    select r.*, u.name, u.role, u.picture
    from broadcasts b
    left join lateral (
      select r.*, p.delivered_at, p.read_at, case
        when ${states.failed} then 'failed'
        when ${states.read} then 'read'
        when ${states.delivered} then 'delivered'
        when ${states.sent} then 'sent'
        when ${states.cancelled} then 'cancelled'
        else 'waiting' end as state
      from broadcast_recipients r
      -- One look by its key for each, whatever the planner thinks of reading all of them.
      left join lateral (
        select * from participants p
        where p.conversation_id = r.conversation_id and p.user_id = r.user_id offset 0
      ) p on true
      where r.broadcast_id = b.id and r.nth > ${after}
        ${only === undefined ? sql`` : sql`and ${states[only]}`}
      order by r.nth
      limit ${limit}
    ) r on true
    left join lateral (select * from people u where u.id = r.user_id offset 0) u on true
    where b.id = ${broadcastId} and b.sender_id = ${senderId}
    order by r.nth`
  if (rows.length === 0) return undefined
  return rows.filter(row => row.nth !== null)
}

/** Each as a condition on the recipient `r`, the position `p` and the broadcast `b`. */
function statesOf(sql: Runner): Record<State, Fragment> {
  return {
    waiting: sql`r.settled_at is null and b.status <> 'cancelled'`,
    cancelled: sql`r.settled_at is null and b.status = 'cancelled'`,
    failed: sql`r.reason is not null`,
    sent: sql`r.seq is not null and p.delivered_seq < r.seq`,
    delivered: sql`p.delivered_seq >= r.seq and p.read_seq < r.seq`,
    read: sql`p.read_seq >= r.seq`,
  }
}
