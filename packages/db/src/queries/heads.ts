import type { Participant } from '@parley/protocol/participant'
import type { Runner } from '../database.ts'
import { ownParticipantOf, type ParticipantRow } from '../rows/participant.ts'

/** One conversation of one person: how far it goes, and the person's own row in it. */
export interface Head {
  conversationId: string
  version: number
  participant: Participant
}

/** What a head of somebody's conversation would tell, without the row: enough to know whether it is news. */
export interface Standing {
  conversationId: string
  userId: string
  version: number
  mineVersion: number
}

/** All that committed before the horizon is told; the next one asks from there. */
interface Horizon {
  horizon: string
}

/**
 * The horizon is one past the last change that this snapshot sees, or the oldest transaction that
 * still runs. Not simply the latter: the numbers of transactions that were rolled back, such as
 * those of refused acts, are used again after a crash, and a cursor beyond them would never see
 * what they bring. What is seen here is on the disk, so its number is gone for good.
 */
function horizonNow(sql: Runner) {
  return sql<Horizon[]>`
    select least(
      pg_snapshot_xmin(pg_current_snapshot())::text::numeric,
      coalesce(greatest(
        (select max(changed_xid) from conversations)::text::numeric,
        (select max(changed_xid) from participants)::text::numeric
      ) + 1, 0)
    )::text as horizon`
}

/** The horizon of this moment. */
export async function presentHorizon(sql: Runner): Promise<string> {
  const [row] = await horizonNow(sql)
  return row?.horizon ?? '0'
}

type HeadRow = ParticipantRow & { conversationId: string; headVersion: number }

/**
 * The conversations of a person that changed in a transaction at or after `horizon`. Whoever
 * has left is told of that, by their own row, and of nothing after it.
 *
 * @param horizon a transaction id; '0' for all
 */
export async function headsOf(
  sql: Runner,
  userId: string,
  horizon: string,
): Promise<Horizon & { heads: Head[] }> {
  const rows = await sql<(Horizon & (HeadRow | { userId: null }))[]>`
    select now.horizon, head.*
    from (${horizonNow(sql)}) now
    left join (
      select ${reached(sql)} as head_version, p.*, u.name, u.role, u.picture
      from participants p
      cross join lateral (select * from conversations c where c.id = p.conversation_id offset 0) c
      join people u on u.id = p.user_id
      where p.user_id = ${userId}
        and (p.changed_xid >= ${horizon}::xid8
          or c.changed_xid >= ${horizon}::xid8 and p.left_at is null)
    ) head on true`
  const heads = rows.flatMap(row => (row.userId === null ? [] : [headOf(row)]))
  return { heads, horizon: rows[0]?.horizon ?? '0' }
}

/**
 * What changed for any of many people, from what has changed rather than from whom it concerns,
 * so that a sweep costs nothing while nothing changes, however many are connected.
 *
 * The statement looks the same to the planner whatever the horizon is, so it is written to be
 * right without any estimate: a range with two ends is few rows, a look by key stays one, and
 * the people are a hash table.
 */
export async function changedAmong(
  sql: Runner,
  people: string[],
  horizon: string,
): Promise<Horizon & { changed: Standing[] }> {
  const recent = sql`
    changed_xid >= ${horizon}::xid8 and changed_xid < pg_snapshot_xmax(pg_current_snapshot())`
  const rows = await sql<(Horizon & (Standing | { userId: null }))[]>`
    select now.horizon, changed.*
    from (${horizonNow(sql)}) now
    left join (
      select one.*
      from (
        select p.*
        from (select * from conversations where ${recent}) c
        cross join lateral (
          select p.conversation_id, p.user_id, c.version, p.mine_version from participants p
          where p.conversation_id = c.id and p.left_at is null offset 0
        ) p
        union all
        select p.conversation_id, p.user_id, ${reached(sql)} as version, p.mine_version
        from (select * from participants where ${recent}) p
        cross join lateral (select * from conversations c where c.id = p.conversation_id offset 0) c
        where p.left_at is not null or c.changed_xid < ${horizon}::xid8
      ) one
      where (one.user_id in (select unnest(${people}::text[]))) is true
    ) changed on true`
  const changed = rows.filter(row => row.userId !== null)
  return { changed, horizon: rows[0]?.horizon ?? '0' }
}

/** The heads of conversations as they stand by now. */
export async function headsAt(
  sql: Runner,
  places: Pick<Standing, 'conversationId' | 'userId'>[],
): Promise<Head[]> {
  if (places.length === 0) return []
  const rows = await sql<HeadRow[]>`
    select ${reached(sql)} as head_version, p.*, u.name, u.role, u.picture
    from unnest(
      ${places.map(({ conversationId }) => conversationId)}::uuid[],
      ${places.map(({ userId }) => userId)}::text[]
    ) place (conversation_id, user_id)
    join participants p using (conversation_id, user_id)
    join conversations c on c.id = p.conversation_id
    join people u on u.id = p.user_id`
  return rows.map(headOf)
}

/** Up to where there is something for `p`: whoever left is told of that and of nothing after it. */
function reached(sql: Runner) {
  return sql`case when p.left_at is null then c.version else p.version end`
}

function headOf(row: HeadRow): Head {
  const { conversationId, headVersion } = row
  return { conversationId, version: headVersion, participant: ownParticipantOf(row) }
}
