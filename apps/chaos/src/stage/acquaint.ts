/** Makes somebody share a conversation with each of many others, so that they may see who is there. */
import { randomUUID } from 'node:crypto'
import type { Sql } from '@parley/db/database'

/** @returns the conversations, in the order of the others */
export async function acquaint(sql: Sql, one: string, others: string[]): Promise<string[]> {
  const ids = others.map(() => randomUUID())
  await sql`
    insert into people (id, name, role)
    select id, id, 'customer' from unnest(${[one, ...others]}::text[]) person (id)
    on conflict do nothing`
  await sql`
    insert into conversations (id, opened_by, pair_low, pair_high)
    select id, ${one}, least(${one}::text collate "C", other), greatest(${one}::text collate "C", other)
    from unnest(${ids}::uuid[], ${others}::text[]) pair (id, other)`
  await sql`
    insert into participants (conversation_id, user_id)
    select id, unnest(array[${one}, other])
    from unnest(${ids}::uuid[], ${others}::text[]) pair (id, other)`
  return ids
}
