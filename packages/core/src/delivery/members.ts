import type { Sql } from '@parley/db/database'
import { type Members, membersOf } from '@parley/db/queries/members'
import { LRUCache } from 'lru-cache'

/**
 * Who takes part in a conversation, remembered for as long as its `members_version` stands;
 * every act answers with that version, so nothing here has to be told of a change.
 */
export function createMemberLists(sql: Sql) {
  const lists = new LRUCache<string, Members>({
    maxSize: 500_000,
    sizeCalculation: ({ people }) => people.length + 1,
  })

  return async function membersAt(conversationId: string, membersVersion: number) {
    const known = lists.get(conversationId)
    if (known && known.membersVersion >= membersVersion) return known.people
    // A list that is newer than the act is right too: who has gone since need not be told.
    const fresh = await membersOf(sql, conversationId)
    lists.set(conversationId, fresh)
    return fresh.people
  }
}
