import type { User } from '@parley/protocol/user'
import type { Runner } from '../database.ts'
import { userOf } from '../rows/user.ts'
import type { PersonRow } from './people.ts'

export async function block(sql: Runner, blockerId: string, blockedId: string): Promise<void> {
  await sql`
    insert into blocks (blocker_id, blocked_id) values (${blockerId}, ${blockedId})
    on conflict do nothing`
}

export async function unblock(sql: Runner, blockerId: string, blockedId: string): Promise<void> {
  await sql`delete from blocks where blocker_id = ${blockerId} and blocked_id = ${blockedId}`
}

/** Whom this person has blocked, the last one first. */
export async function blockedBy(sql: Runner, userId: string, limit: number): Promise<User[]> {
  const rows = await sql<PersonRow[]>`
    select u.* from blocks b join people u on u.id = b.blocked_id
    where b.blocker_id = ${userId}
    order by b.created_at desc, u.id
    limit ${limit}`
  return rows.map(userOf)
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

/** Those of `userIds` who have blocked `userId` and take part in no conversation with them. */
export async function strangersWhoBlock(
  sql: Runner,
  userId: string,
  userIds: string[],
): Promise<string[]> {
  const rows = await sql<{ blockerId: string }[]>`
    select b.blocker_id from blocks b
    where b.blocked_id = ${userId} and b.blocker_id = any(${userIds}) and not exists (
      select from participants theirs
      cross join lateral (
        select from participants mine
        where mine.conversation_id = theirs.conversation_id
          and mine.user_id = ${userId} and mine.left_at is null offset 0
      ) mine
      where theirs.user_id = b.blocker_id and theirs.left_at is null offset 0
    )`
  return rows.map(({ blockerId }) => blockerId)
}

/** Whether the other one of a pair has blocked this person; in a group nobody can. */
export async function isBlockedInPair(
  sql: Runner,
  conversationId: string,
  userId: string,
): Promise<boolean> {
  const [row] = await sql<{ blocked: boolean }[]>`
    select exists (
      select from conversations c join blocks b on b.blocker_id = ${otherOfPair(sql, userId)}
      where c.id = ${conversationId} and b.blocked_id = ${userId}
    ) as blocked`
  return row?.blocked ?? false
}

/** The other one of the pair `c`; null in a group. */
export function otherOfPair(sql: Runner, userId: string) {
  return sql`case when c.pair_low = ${userId} then c.pair_high else c.pair_low end`
}
