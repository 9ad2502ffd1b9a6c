/**
 * Gives one person, who is there already, many conversations of a pair with customers who are
 * made for it, and one of them a long history: all by Postgres itself, the newest a minute ago.
 * Each message begins with the numbers of its conversation and its own, as `2/60: `.
 */
import type { Sql } from '@parley/db/database'
import type { Person } from '../server/hostToken.ts'

interface Wanted {
  userId: string
  /** Of the names of the customers, which tells those of several calls apart. */
  prefix: string
  conversations: number
  messagesEach: number
  /** Messages of the first of them. */
  long: number
}

const words =
  'Could you come on Tuesday between nine and eleven? The tap in the kitchen still drips, and I would like to talk about the price of a new one before you order it. '

/** Whom the nth of them is with, as a token names them. */
export function customerOf(prefix: string, nth: number): Person {
  return { userId: `${prefix}-${nth}`, name: `Customer ${nth}`, role: 'customer' }
}

/** @returns their ids, the long one first, then by the latest activity */
export async function giveConversations(sql: Sql, wanted: Wanted): Promise<string[]> {
  const { userId, prefix, conversations, messagesEach, long } = wanted
  const ids = await sql.begin(async tx => {
    await tx`
      create temporary table given on commit drop as
      select n, ${prefix}::text || '-' || n as customer, md5(${prefix}::text || ' ' || n)::uuid as id,
        case when n = 1 then ${long}::int else ${messagesEach}::int end as last_seq,
        now() - n * interval '1 minute' as at
      from generate_series(1, ${conversations}::int) n`
    await tx`
      insert into people (id, name, role)
      select customer, 'Customer ' || n, 'customer' from given`
    await tx`
      insert into conversations
        (id, version, last_seq, opened_by, pair_low, pair_high, created_at, updated_at)
      select id, last_seq + 3, last_seq, customer,
        least(customer collate "C", ${userId}), greatest(customer collate "C", ${userId}),
        at - interval '400 days', at
      from given`
    await tx`
      insert into participants (conversation_id, user_id, version, read_seq, delivered_seq, joined_at)
      select id, person, last_seq + 2 + nth, last_seq, last_seq, at - interval '400 days'
      from given, lateral (values (customer, 0), (${userId}, 1)) two (person, nth)`
    await tx`
      insert into messages (conversation_id, seq, version, sender_id, client_id, text, created_at)
      select id, seq, seq + 1, case when seq % 3 = 0 then ${userId} else customer end,
        md5(id || '/' || seq)::uuid,
        left(n || '/' || seq || ': ' || ${words}, 16 + (seq * 37) % ${words.length}::int),
        at - (last_seq - seq) * least(interval '10 minutes', interval '390 days' / last_seq)
      from given, generate_series(1, last_seq) seq`
    const rows = await tx<{ id: string }[]>`select id from given order by n`
    return rows.map(({ id }) => id)
  })
  await sql`analyze`
  return ids
}
