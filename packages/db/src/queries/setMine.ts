import type { SetMineInput } from '@parley/protocol/chatInputs'
import type { Participant } from '@parley/protocol/participant'
import type { Runner } from '../database.ts'
import { ownParticipantOf, type ParticipantRow } from '../rows/participant.ts'

/**
 * Changes what is a person's own in a conversation, and tells the version that the
 * conversation stands at; nothing when they do not take part.
 */
export async function setMine(
  sql: Runner,
  userId: string,
  { conversationId, archived, muted, pinned, unread }: SetMineInput,
): Promise<{ participant: Participant; version: number } | undefined> {
  const [row] = await sql<(ParticipantRow & { conversationVersion: number })[]>`
    update participants p
    set archived = coalesce(${archived ?? null}, p.archived),
        muted = coalesce(${muted ?? null}, p.muted),
        pinned = coalesce(${pinned ?? null}, p.pinned),
        marked_unread = coalesce(${unread ?? null}, p.marked_unread),
        mine_version = p.mine_version + 1,
        changed_xid = pg_current_xact_id()
    from people u, conversations c
    where p.conversation_id = ${conversationId} and p.user_id = ${userId} and p.left_at is null
      and u.id = p.user_id and c.id = p.conversation_id
    returning p.*, u.name, u.role, u.picture, c.version as conversation_version`
  return row && { participant: ownParticipantOf(row), version: row.conversationVersion }
}
