import type { Runner } from '../database.ts'
import { otherOfPair } from './blocks.ts'

interface TypingPlace {
  membersVersion: number
  /** One of the two of this pair has blocked the other one. */
  isBlocked: boolean
}

/** What has to be known to tell that somebody types; nothing of who does not take part. */
export async function typingPlace(
  sql: Runner,
  conversationId: string,
  userId: string,
): Promise<TypingPlace | undefined> {
  const [row] = await sql<TypingPlace[]>`
    select c.members_version, exists (
      select from blocks b, (select ${otherOfPair(sql, userId)} as id) other
      where b.blocked_id in (${userId}, other.id) and b.blocker_id in (${userId}, other.id)
    ) as is_blocked
    from participants me join conversations c on c.id = me.conversation_id
    where me.conversation_id = ${conversationId} and me.user_id = ${userId} and me.left_at is null`
  return row
}
