import type { Sql } from './tables.ts'

/** Asked each time, since somebody may have been removed: one row by its primary key. */
export async function mustBeMember(sql: Sql, chatId: string, userId: string): Promise<void> {
  const [member] = await sql`
    select 1 from members where chat_id = ${chatId} and user_id = ${userId}`
  if (!member) throw new Error('There is no such chat.')
}
