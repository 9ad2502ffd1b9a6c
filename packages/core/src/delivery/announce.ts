import type { Bus } from '@parley/bus/bus'
import type { Sql } from '@parley/db/database'
import type { Change } from '@parley/protocol/change'
import { createMemberLists } from './members.ts'

/** Tells the participants of a conversation, after the commit, what has changed in it. */
export type Announce = (membersVersion: number, change: Change) => Promise<void>

export function createAnnounce(sql: Sql, bus: Bus): Announce {
  const membersAt = createMemberLists(sql)

  return async (membersVersion, change) => {
    const people = await membersAt(change.conversationId, membersVersion)
    const seq = 'message' in change ? change.message.seq : Number.POSITIVE_INFINITY
    const seeing = people.filter(({ afterSeq }) => afterSeq < seq)
    bus.publish(
      seeing.map(({ userId }) => userId),
      change,
    )
    if (seeing.length === people.length) return
    const { conversationId, version } = change
    bus.publish(
      people.filter(({ afterSeq }) => afterSeq >= seq).map(({ userId }) => userId),
      { conversationId, version },
    )
  }
}
