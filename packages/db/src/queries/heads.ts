import type { Participant } from '@parley/protocol/participant'
import type { Runner } from '../database.ts'
import { ownParticipantOf, type ParticipantRow } from '../rows/participant.ts'

/** One conversation of one person: how far it goes, and the person's own row in it. */
export interface Head {
  conversationId: string
  version: number
  participant: Participant
}

/**
 * The conversations of these people that changed in a transaction at or after `horizon`, and
 * the horizon to ask from next time: everything that committed before it is in this answer.
 *
 * @param horizon a transaction id; '0' for all
 */
export async function headsSince(
  sql: Runner,
  people: string[],
  horizon: string,
): Promise<{ heads: Head[]; horizon: string }> {
  const rows = await sql<
    ({ horizon: string; headVersion: number } & (ParticipantRow | { userId: null }))[]
  >`
    with changed as (
      select p.conversation_id, p.user_id
      from conversations c join participants p on p.conversation_id = c.id
      where c.changed_xid >= ${horizon}::xid8 and p.user_id = any(${people})
      union
      select conversation_id, user_id from participants
      where changed_xid >= ${horizon}::xid8 and user_id = any(${people})
    )
    select pg_snapshot_xmin(pg_current_snapshot())::text as horizon, head.*
    from (select) nothing
    left join (
      select c.version as head_version, p.*, u.name, u.role, u.picture
      from changed
      join participants p using (conversation_id, user_id)
      join conversations c on c.id = p.conversation_id
      join people u on u.id = p.user_id
    ) head on true`
  const heads = rows.flatMap(row =>
    row.userId === null
      ? []
      : [
          {
            conversationId: row.conversationId,
            version: row.headVersion,
            participant: ownParticipantOf(row),
          },
        ],
  )
  return { heads, horizon: rows[0]?.horizon ?? horizon }
}

/** Which database this is, and the horizon of this moment. */
export async function presentMoment(sql: Runner): Promise<{ epoch: string; horizon: string }> {
  await sql`insert into installation default values on conflict do nothing`
  const [row] = await sql<{ epoch: string; horizon: string }[]>`
    select epoch, pg_snapshot_xmin(pg_current_snapshot())::text as horizon from installation`
  if (!row) throw new Error('an installation has its row')
  return row
}
