/** Parley as a contestant. */
import { bareParley } from '../devices/bare/bareParley.ts'
import type { Kind, StoredText } from './contestant.ts'
import { seedRows } from './seedRows.ts'

export const parley: Kind = {
  open: bareParley,
  async seed(sql, conversations) {
    const { people, members } = seedRows(conversations)
    const pairs = conversations.filter(({ members: { length } }) => length === 2)
    const groups = conversations.filter(({ members: { length } }) => length !== 2)
    await sql`
      insert into people (id, name, role)
      select id, name, 'customer' from unnest(${people.ids}::text[], ${people.names}::text[]) p (id, name)
      on conflict do nothing`
    await sql`
      insert into conversations (id, opened_by, pair_low, pair_high)
      select id, a, least(a collate "C", b), greatest(a collate "C", b)
      from unnest(
        ${pairs.map(({ id }) => id)}::uuid[],
        ${pairs.map(({ members: [a = ''] }) => a)}::text[],
        ${pairs.map(({ members: [, b = ''] }) => b)}::text[]
      ) pair (id, a, b)`
    await sql`
      insert into conversations (id, opened_by, open_key)
      select id, opener, id
      from unnest(
        ${groups.map(({ id }) => id)}::uuid[],
        ${groups.map(({ members: [opener = ''] }) => opener)}::text[]
      ) one (id, opener)`
    await sql`
      insert into participants (conversation_id, user_id)
      select * from unnest(${members.conversationIds}::uuid[], ${members.userIds}::text[])`
    // As the autovacuum does: told that `messages` is empty, Postgres would plan for that.
    await sql`analyze people, conversations, participants`
  },
  stored: (sql, ids) => sql<StoredText[]>`
    select conversation_id, text from messages where conversation_id = any(${ids}::uuid[])`,
}
