import type { Runner } from '../database.ts'

/** Those of `sessionIds` that were neither revoked nor have expired. */
export async function livingSessions(sql: Runner, sessionIds: string[]): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select id from auth_sessions where id = any(${sessionIds}) and expires_at > now()`
  return rows.map(({ id }) => id)
}

/**
 * Forgets what a user has no use for: expired sessions and those beyond the newest `keep`.
 * @returns the ids of those that were still good
 */
export async function thinOutSessions(
  sql: Runner,
  userId: string,
  keep: number,
): Promise<string[]> {
  const rows = await sql<{ id: string; living: boolean }[]>`
    delete from auth_sessions
    where user_id = ${userId} and (expires_at <= now() or id in (
      select id from auth_sessions where user_id = ${userId} and expires_at > now()
      order by created_at desc, id offset ${keep}
    ))
    returning id, expires_at > now() as living`
  return rows.filter(({ living }) => living).map(({ id }) => id)
}

/** @returns whether there was such a session */
export async function endSession(sql: Runner, sessionId: string): Promise<boolean> {
  const rows = await sql`delete from auth_sessions where id = ${sessionId} returning id`
  return rows.length > 0
}

/** Signs a user out everywhere. @returns the ids of the sessions that ended */
export async function endSessions(sql: Runner, userId: string): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    delete from auth_sessions where user_id = ${userId} returning id`
  return rows.map(({ id }) => id)
}
