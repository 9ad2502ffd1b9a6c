import type { Runner } from '../database.ts'

export async function block(sql: Runner, blockerId: string, blockedId: string): Promise<void> {
  await sql`
    insert into blocks (blocker_id, blocked_id) values (${blockerId}, ${blockedId})
    on conflict do nothing`
}

export async function unblock(sql: Runner, blockerId: string, blockedId: string): Promise<void> {
  await sql`delete from blocks where blocker_id = ${blockerId} and blocked_id = ${blockedId}`
}

/** Those of `userIds` who have blocked `userId`. */
export async function blockersAmong(
  sql: Runner,
  userId: string,
  userIds: string[],
): Promise<string[]> {
  const rows = await sql<{ blockerId: string }[]>`
    select blocker_id from blocks where blocked_id = ${userId} and blocker_id = any(${userIds})`
  return rows.map(({ blockerId }) => blockerId)
}
