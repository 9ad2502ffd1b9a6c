import type { Runner } from '../database.ts'

/** The members: participants who have not left, and after which message each may see. */
export interface Members {
  membersVersion: number
  people: { userId: string; afterSeq: number }[]
}

/** The members of a conversation with the version of the list, read in one snapshot. */
export async function membersOf(sql: Runner, conversationId: string): Promise<Members> {
  const rows = await sql<{ membersVersion: number; userId: string; afterSeq: number }[]>`
    select c.members_version, p.user_id, p.after_seq
    from conversations c join participants p on p.conversation_id = c.id
    where c.id = ${conversationId} and p.left_at is null`
  const people = rows.map(({ userId, afterSeq }) => ({ userId, afterSeq }))
  return { membersVersion: rows[0]?.membersVersion ?? 0, people }
}

/** Those of `userIds` who take part. */
export async function participantsAmong(
  sql: Runner,
  conversationId: string,
  userIds: string[],
): Promise<string[]> {
  const rows = await sql<{ userId: string }[]>`
    select user_id from participants
    where conversation_id = ${conversationId} and user_id = any(${userIds}) and left_at is null`
  return rows.map(({ userId }) => userId)
}
