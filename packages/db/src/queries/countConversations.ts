import type { Runner } from '../database.ts'

/** How many conversations these people take part in, each counted once. */
export async function countConversations(sql: Runner, userIds: string[]): Promise<number> {
  const [row] = await sql<[{ conversations: number }]>`
    select count(distinct conversation_id)::int as conversations from participants
    where user_id = any(${userIds}) and left_at is null`
  return row.conversations
}
