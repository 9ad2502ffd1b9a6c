/** Gives the peer the same rows as Parley has, so that both read as much out of as much. */
import type { Sql } from '@parley/db/database'

/** Messages with ids in the order of time, as the peer would have numbered them. */
const numbered = `
  create temporary table numbered as
  select row_number() over (order by created_at, conversation_id, seq) as id,
    conversation_id, seq, sender_id, text, created_at
  from messages;
  create index on numbered (conversation_id, seq);
  analyze numbered`

/** The peer's tables, and what belongs into them. */
const tables = {
  users: 'select id, name from people',
  chats: `select c.id, 'A chat' as title, n.id as last_message_id, c.updated_at
    from conversations c
    left join numbered n on n.conversation_id = c.id and n.seq = c.last_seq`,
  members: `select p.conversation_id as chat_id, p.user_id, coalesce(n.id, 0) as last_read_id
    from participants p
    left join numbered n on n.conversation_id = p.conversation_id and n.seq = p.read_seq`,
  messages: `select id, conversation_id as chat_id, sender_id, text, created_at
    from numbered order by id`,
}

/** @param parley of one connection, since it makes a temporary table */
export async function copyRows(parley: Sql, peer: Sql): Promise<void> {
  await parley.unsafe(numbered).simple()
  for (const [table, rows] of Object.entries(tables)) {
    const parts = parley.unsafe<{ rows: string }[]>(
      `select json_agg(r)::text as rows
      from (select *, (row_number() over () - 1) / 10000 as part from (${rows}) all_rows) r
      group by part order by part`,
    )
    for await (const [part] of parts.cursor(1)) {
      await peer.unsafe(
        `insert into ${table} overriding system value
        select * from json_populate_recordset(null::${table}, $1::text::json)`,
        [part?.rows ?? '[]'],
      )
    }
  }
  await parley`drop table numbered`
  await peer`select setval(pg_get_serial_sequence('messages', 'id'), max(id)) from messages`
  await peer`vacuum analyze`
}
