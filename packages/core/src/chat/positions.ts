import type { Report } from '@parley/db/queries/positions'
import type { PositionInput } from '@parley/protocol/chatInputs'
import type { Participant } from '@parley/protocol/participant'
import type { Caller, Core } from '../core.ts'
import { announceLater } from './announceLater.ts'

/** Says that one has read up to a message, and so received it. Positions only rise. */
export function markRead(core: Core, { userId }: Caller, { conversationId, seq }: PositionInput) {
  return mark(core, { conversationId, userId, readSeq: seq, deliveredSeq: seq })
}

/** Says that a device of one's own has received up to a message. */
export function markDelivered(
  core: Core,
  { userId }: Caller,
  { conversationId, seq }: PositionInput,
) {
  return mark(core, { conversationId, userId, readSeq: 0, deliveredSeq: seq })
}

async function mark(core: Core, report: Report): Promise<void> {
  const raised = await core.writes.mark(report)
  if (!raised) return
  const { userId, conversationId } = report
  const { version, shared, membersVersion, participant } = raised
  if (shared) {
    const change = { conversationId, version, participant: withoutMine(participant) }
    announceLater(core, membersVersion, change)
  } else {
    core.bus.publish([userId], { conversationId, version, head: true, participant })
  }
}

function withoutMine(own: Participant): Participant {
  const { archived: _a, muted: _m, pinned: _p, markedUnread: _u, ...rest } = own
  const { mineVersion: _v, afterSeq: _s, ...shared } = rest
  return shared
}
