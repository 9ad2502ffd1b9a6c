import type { Sql } from './tables.ts'

/** The chats whose rooms a device joins when it connects. */
export async function chatsOf(sql: Sql, userId: string): Promise<string[]> {
  const rows = await sql<
    { chatId: string }[]
  >`select chat_id from members where user_id = ${userId}`
  return rows.map(({ chatId }) => chatId)
}

/**
 * All chats of a person, as such servers answer: with the last message, found by its key, and
 * the unread ones, counted. In one statement; many would ask again for each chat. It tells
 * nothing of the other members, whom Parley tells.
 */
export async function list(sql: Sql, userId: string): Promise<object[]> {
  return sql<object[]>`
    select chats.id, chats.title, chats.updated_at, last.id as last_id,
      last.sender_id as last_sender_id, last.text as last_text,
      last.created_at as last_created_at, unread.count
    from members me
    join chats on chats.id = me.chat_id
    left join messages last on last.id = chats.last_message_id
    cross join lateral (
      select count(*)::int from messages m
      where m.chat_id = me.chat_id and m.id > me.last_read_id and m.sender_id <> me.user_id
    ) unread
    where me.user_id = ${userId}
    order by chats.updated_at desc`
}
