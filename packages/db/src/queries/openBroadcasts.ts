import type { Runner } from '../database.ts'

/** Broadcasts that are not over: for later, due and not begun, begun. */
export interface OpenBroadcasts {
  scheduled: number
  waiting: number
  running: number
}

export async function openBroadcasts(sql: Runner): Promise<OpenBroadcasts> {
  const [row] = await sql<[OpenBroadcasts]>`
    select
      count(*) filter (where started_at is null and due_at > now())::int as scheduled,
      count(*) filter (where started_at is null and due_at <= now())::int as waiting,
      count(started_at)::int as running
    from broadcasts where finished_at is null`
  return row
}
