import type { Participant } from '@parley/protocol/participant'
import type { Fragment, Runner } from '../database.ts'
import { ownParticipantOf, type ParticipantRow } from '../rows/participant.ts'

/** One conversation of one person: how far it goes, and the person's own row in it. */
export interface Head {
  conversationId: string
  version: number
  participant: Participant
}

/** Heads, and the horizon to ask from next time: all that committed before it is in them. */
export interface Heads {
  heads: Head[]
  horizon: string
}

/**
 * The conversations of a person that changed in a transaction at or after `horizon`. Whoever
 * has left is told of that, by their own row, and of nothing after it.
 *
 * @param horizon a transaction id; '0' for all
 */
export function headsOf(sql: Runner, userId: string, horizon: string): Promise<Heads> {
  return read(
    sql,
    sql`
      select p.conversation_id, p.user_id
      from participants p join conversations c on c.id = p.conversation_id
      where p.user_id = ${userId}
        and (p.changed_xid >= ${horizon}::xid8
          or c.changed_xid >= ${horizon}::xid8 and p.left_at is null)`,
  )
}

/**
 * The same for many people at once, from what has changed rather than from whom it concerns,
 * so that a sweep costs nothing while nothing changes, however many are connected.
 */
export function headsAmong(sql: Runner, people: string[], horizon: string): Promise<Heads> {
  return read(
    sql,
    sql`
      (with recent as materialized (
        select id from conversations where changed_xid >= ${horizon}::xid8
      ), own as materialized (
        select conversation_id, user_id from participants where changed_xid >= ${horizon}::xid8
      ), connected as materialized (
        select unnest(${people}::text[]) as user_id
      )
      select p.conversation_id, p.user_id
      from recent
      join participants p on p.conversation_id = recent.id and p.left_at is null
      join connected on connected.user_id = p.user_id
      union
      select own.conversation_id, own.user_id from own join connected using (user_id))`,
  )
}

/**
 * The horizon is one past the last change that this snapshot sees, or the oldest transaction that
 * still runs. Not simply the latter: the numbers of transactions that were rolled back, such as
 * those of refused acts, are used again after a crash, and a cursor beyond them would never see
 * what they bring. What is seen here is on the disk, so its number is gone for good.
 */
async function read(sql: Runner, changed: Fragment): Promise<Heads> {
  const rows = await sql<
    ({ horizon: string; conversationId: string; headVersion: number } & (
      | ParticipantRow
      | { userId: null }
    ))[]
  >`
    with changed as materialized (${changed})
    select least(
      pg_snapshot_xmin(pg_current_snapshot())::text::numeric,
      coalesce(greatest(
        (select changed_xid::text::numeric from conversations order by changed_xid desc limit 1),
        (select changed_xid::text::numeric from participants order by changed_xid desc limit 1)
      ) + 1, 0)
    )::text as horizon, head.*
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
  return { heads, horizon: rows[0]?.horizon ?? '0' }
}

/** The horizon of this moment, as `read` says it. */
export async function presentHorizon(sql: Runner): Promise<string> {
  const [row] = await sql<{ horizon: string }[]>`
    select least(
      pg_snapshot_xmin(pg_current_snapshot())::text::numeric,
      coalesce(greatest(
        (select changed_xid::text::numeric from conversations order by changed_xid desc limit 1),
        (select changed_xid::text::numeric from participants order by changed_xid desc limit 1)
      ) + 1, 0)
    )::text as horizon`
  return row?.horizon ?? '0'
}
