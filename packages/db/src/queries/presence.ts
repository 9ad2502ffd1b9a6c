import type { Runner } from '../database.ts'

/** One person who looks at another. */
export interface Look {
  viewer: string
  target: string
}

/** A look that is allowed, with when the target was last seen, as far as that was written. */
export type Allowed = Look & { lastSeen: string | null }

/**
 * Those of many looks that are allowed: at oneself, or at somebody with whom one is in a
 * conversation, where both show when they are online and the other one has not blocked one.
 *
 * That two people share a conversation is found from the side with fewer people: from what they
 * take part in, whoever else is there. So one reader of 200 people costs that reader's
 * conversations, and one person whom 200 look at costs theirs.
 */
export async function allowedAmong(sql: Runner, looks: readonly Look[]): Promise<Allowed[]> {
  const viewers = looks.map(({ viewer }) => viewer)
  const targets = looks.map(({ target }) => target)
  const fromViewers = new Set(viewers).size <= new Set(targets).size
  const [near, far] = fromViewers ? [viewers, targets] : [targets, viewers]
  const own = looks.flatMap(({ viewer, target }) => (viewer === target ? [viewer] : []))
  const viewer = fromViewers ? sql`look.near` : sql`look.far`
  const target = fromViewers ? sql`look.far` : sql`look.near`
  const seen = fromViewers ? sql`other.last_seen` : sql`look.last_seen`
  return sql<Allowed[]>`
    select id as viewer, id as target, last_seen from people where id = any(${own}::text[])
    union all
    select ${viewer} as viewer, ${target} as target, ${seen}
    from (
      select distinct one.id as near, far.id as far, one.last_seen
      from (select distinct unnest(${[...new Set(near)]}::text[]) as id) near
      cross join lateral (
        select id, last_seen from people where people.id = near.id and show_online offset 0
      ) one
      cross join lateral (
        select p.conversation_id from participants p
        where p.user_id = one.id and p.left_at is null offset 0
      ) mine
      cross join lateral (
        select p.user_id as id from participants p
        where p.conversation_id = mine.conversation_id and p.left_at is null offset 0
      ) far
      where one.id <> far.id
        and ((one.id, far.id) in (
          select n, f from unnest(${near}::text[], ${far}::text[]) asked (n, f)
        )) is true
    ) look
    cross join lateral (
      select last_seen from people where people.id = look.far and show_online offset 0
    ) other
    where (
      select true from blocks b where b.blocked_id = ${viewer} and b.blocker_id = ${target}
    ) is null`
}

/** When somebody was there. */
export interface Sighting {
  userId: string
  agoMs: number
  /** Nothing is written when one that is younger by less than this is known already. */
  unlessWithinMs: number
}

/** Writes when people were there, by Postgres's clock; a later moment is never replaced. */
export async function noteSightings(sql: Runner, sightings: readonly Sighting[]): Promise<void> {
  await sql`
    with seen as (
      select id, max(now() - ago_ms * interval '1 ms') as at,
        min(within_ms) * interval '1 ms' as within
      from unnest(
        ${sightings.map(({ userId }) => userId)}::text[],
        ${sightings.map(({ agoMs }) => agoMs)}::float8[],
        ${sightings.map(({ unlessWithinMs }) => unlessWithinMs)}::float8[]
      ) told (id, ago_ms, within_ms)
      group by id
    )
    update people p set last_seen = due.at
    -- In the order of their ids, so that two nodes do not wait for each other in a circle.
    from (
      select known.id, seen.at from (select * from seen order by id) seen
      cross join lateral (
        select id from people
        where people.id = seen.id
          and (last_seen is null or last_seen < seen.at - seen.within)
        offset 0 for no key update
      ) known
      offset 0
    ) due
    where p.id = due.id`
}
