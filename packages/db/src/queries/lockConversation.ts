import type { Transaction } from '../database.ts'
import type { conversations } from '../schema/conversations.ts'

export type Locked = Pick<
  typeof conversations.$inferSelect,
  'version' | 'lastSeq' | 'membersVersion' | 'openedBy' | 'title'
> & { isPair: boolean }

/**
 * Locks a conversation that this person takes part in; nothing when they do not. Its own row is
 * answered as it is under the lock. Whatever else is read under it must be read by a later
 * statement: this one's snapshot is older than the lock that it waited for.
 */
export async function lockConversation(
  tx: Transaction,
  conversationId: string,
  userId: string,
): Promise<Locked | undefined> {
  const [row] = await tx<Locked[]>`
    select c.version, c.last_seq, c.members_version, c.opened_by, c.title,
      c.pair_low is not null as is_pair
    from conversations c
    where c.id = ${conversationId} and exists (
      select from participants p
      where p.conversation_id = c.id and p.user_id = ${userId} and p.left_at is null
    )
    for no key update of c`
  return row
}

/** Takes the next version of a locked conversation. */
export async function raiseVersion(tx: Transaction, conversationId: string): Promise<number> {
  const [row] = await tx<{ version: number }[]>`
    update conversations set version = version + 1, changed_xid = pg_current_xact_id()
    where id = ${conversationId}
    returning version`
  if (!row) throw new Error('a locked conversation exists')
  return row.version
}
