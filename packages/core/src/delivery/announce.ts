import type { Bus } from '@parley/bus/bus'
import type { Change } from '@parley/protocol/change'
import type { MemberList, MembersAt } from './members.ts'

/**
 * Tells the participants of a conversation, after the commit, what has changed in it: at once
 * when it is known who they are, which is nearly always, and otherwise when that was read.
 * Changes of one act keep their order.
 */
export type Announce = (membersVersion: number, ...changes: Change[]) => Promise<void> | undefined

export function createAnnounce(membersAt: MembersAt, bus: Bus): Announce {
  function tell(members: MemberList, change: Change): void {
    const seq = 'message' in change ? change.message.seq : Number.POSITIVE_INFINITY
    if (seq > members.allSeeAfter) {
      bus.publish(members.userIds, change)
      return
    }
    const those = (see: boolean) =>
      members.people.filter(({ afterSeq }) => afterSeq < seq === see).map(({ userId }) => userId)
    const { conversationId, version } = change
    bus.publish(those(true), change)
    bus.publish(those(false), { conversationId, version })
  }

  return (membersVersion, ...changes) => {
    const [first] = changes
    if (!first) return undefined
    const members = membersAt(first.conversationId, membersVersion)
    const tellAll = (list: MemberList) => {
      for (const change of changes) tell(list, change)
    }
    if (members instanceof Promise) return members.then(tellAll)
    tellAll(members)
    return undefined
  }
}
