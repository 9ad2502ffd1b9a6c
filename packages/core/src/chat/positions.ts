import { lockConversation } from '@parley/db/queries/lockConversation'
import { type Position, positionOf, raisePosition } from '@parley/db/queries/positions'
import type { PositionInput } from '@parley/protocol/chatInputs'
import type { Participant } from '@parley/protocol/participant'
import type { Caller, Core } from '../core.ts'
import { notFound } from '../notFound.ts'
import { announceLater } from './announceLater.ts'

/** Says that one has read up to a message, and so received it. Positions only rise. */
export function markRead(core: Core, caller: Caller, { conversationId, seq }: PositionInput) {
  return mark(core, caller, { conversationId, readSeq: seq, deliveredSeq: seq })
}

/** Says that a device of one's own has received up to a message. */
export function markDelivered(core: Core, caller: Caller, { conversationId, seq }: PositionInput) {
  return mark(core, caller, { conversationId, readSeq: 0, deliveredSeq: seq })
}

async function mark(
  core: Core,
  { userId }: Caller,
  { conversationId, ...to }: Position & { conversationId: string },
): Promise<void> {
  const stands = await positionOf(core.sql, conversationId, userId)
  if (!stands) throw notFound('conversation')
  if (!rises(stands, upTo(stands.lastSeq, to))) return

  const done = await core.sql.begin(async tx => {
    const locked = await lockConversation(tx, conversationId, userId)
    if (!locked) throw notFound('conversation')
    const raised = await raisePosition(tx, conversationId, userId, upTo(locked.lastSeq, to))
    return raised && { locked, ...raised }
  })
  if (!done) return
  const { locked, version, participant } = done
  if (version === null) {
    core.bus.publish([userId], { conversationId, version: locked.version, head: true, participant })
  } else {
    announceLater(core, locked.membersVersion, {
      conversationId,
      version,
      participant: withoutMine(participant),
    })
  }
}

function upTo(lastSeq: number, { readSeq, deliveredSeq }: Position): Position {
  return { readSeq: Math.min(readSeq, lastSeq), deliveredSeq: Math.min(deliveredSeq, lastSeq) }
}

function rises(from: Position, to: Position): boolean {
  return to.readSeq > from.readSeq || to.deliveredSeq > from.deliveredSeq
}

function withoutMine(own: Participant): Participant {
  const { archived: _a, muted: _m, pinned: _p, mineVersion: _v, ...shared } = own
  return shared
}
