import type { HistoryInput, SentMessage } from './events.ts'
import { mustBeMember } from './mustBeMember.ts'
import type { Sql } from './tables.ts'

/** A page of 50, the newest first, by key: no offset, which would read all that it skips. */
export async function history(
  sql: Sql,
  userId: string,
  { chatId, before }: HistoryInput,
): Promise<SentMessage[]> {
  await mustBeMember(sql, chatId, userId)
  return sql<SentMessage[]>`
    select id, chat_id, sender_id, text, created_at from messages
    where chat_id = ${chatId} and id < ${before} order by id desc limit 50`
}
