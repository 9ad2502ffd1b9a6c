/** Contractors who know nobody yet, and customers to whom nobody has written, alike in both databases. */
import { randomUUID } from 'node:crypto'
import { personOf } from '../versus/conversation.ts'
import type { Contestants } from '../versus/openContestants.ts'

const senderCount = 4

export async function makeAudience({ parley, peer }: Contestants, customers: number) {
  const run = randomUUID().slice(0, 8)
  const [contractor, customer] = [`contractor-${run}-`, `customer-${run}-`]
  const everybody = parley.sql`
    select prefix || n as id, ${personOf('').name} || prefix || n as name, role
    from (values
      (${contractor}, 'contractor', ${senderCount}::int), (${customer}, 'customer', ${customers}::int)
    ) kinds (prefix, role, count), generate_series(1, count) n`
  await parley.sql`insert into people (id, name, role) ${everybody}`
  await peer.sql`insert into users (id, name) select id, name from (${everybody}) e`
  let taken = 0
  return {
    senders: Array.from({ length: senderCount }, (_, at) => `${contractor}${at + 1}`),
    /** Customers who were not taken yet. */
    take(count: number): string[] {
      const first = taken + 1
      taken += count
      if (taken > customers) throw new Error('there are too few customers')
      return Array.from({ length: count }, (_, at) => `${customer}${first + at}`)
    },
  }
}

export type Audience = Awaited<ReturnType<typeof makeAudience>>
