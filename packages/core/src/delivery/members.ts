import type { Sql } from '@parley/db/database'
import { type Members, membersOf } from '@parley/db/queries/members'
import { LRUCache } from 'lru-cache'

/** The members of a conversation, ready to be told. */
export interface MemberList extends Members {
  userIds: readonly string[]
  /** Whatever comes after this message, all of them see. */
  allSeeAfter: number
}

/** The members as they are at this version of their list or a later one. */
export type MembersAt = (
  conversationId: string,
  membersVersion: number,
) => MemberList | Promise<MemberList>

/**
 * Who takes part in a conversation, remembered for as long as its `members_version` stands;
 * every act answers with that version, so nothing here has to be told of a change. It is a
 * promise only when the database has to be asked, once for all who wait.
 */
export function createMemberLists(sql: Sql): MembersAt {
  const lists = new LRUCache<string, MemberList>({
    maxSize: 500_000,
    sizeCalculation: ({ people }) => people.length + 1,
  })
  const asked = new Map<string, Promise<MemberList>>()

  async function read(conversationId: string): Promise<MemberList> {
    const members = await membersOf(sql, conversationId)
    const list = {
      userIds: members.people.map(({ userId }) => userId),
      allSeeAfter: members.people.reduce((last, { afterSeq }) => Math.max(last, afterSeq), 0),
      ...members, // last, as whatever every message reads
    }
    lists.set(conversationId, list)
    return list
  }

  async function fresh(conversationId: string, membersVersion: number): Promise<MemberList> {
    const asking = asked.get(conversationId)
    const other = asking && (await asking)
    // What was asked before the act may be older than it.
    if (other && other.membersVersion >= membersVersion) return other
    const reading = read(conversationId)
    asked.set(conversationId, reading)
    return reading.finally(() => {
      if (asked.get(conversationId) === reading) asked.delete(conversationId)
    })
  }

  return (conversationId, membersVersion) => {
    const known = lists.get(conversationId)
    // A list that is newer than the act is right too: who has gone since need not be told.
    if (known && known.membersVersion >= membersVersion) return known
    return fresh(conversationId, membersVersion)
  }
}
