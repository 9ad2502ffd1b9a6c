import { lockConversation, raiseVersion } from '@parley/db/queries/lockConversation'
import { memberCount, positionOf, raisePosition } from '@parley/db/queries/positions'
import type { PositionInput } from '@parley/protocol/chatInputs'
import { limits } from '@parley/protocol/limits'
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

interface Marked {
  conversationId: string
  readSeq: number
  deliveredSeq: number
}

async function mark(core: Core, { userId }: Caller, to: Marked): Promise<void> {
  const { conversationId } = to
  const stands = await positionOf(core.sql, conversationId, userId)
  if (!stands) throw notFound('conversation')
  const readSeq = Math.min(to.readSeq, stands.lastSeq)
  const deliveredSeq = Math.min(to.deliveredSeq, stands.lastSeq)
  if (readSeq <= stands.readSeq && deliveredSeq <= stands.deliveredSeq) return

  const raised = await core.sql.begin(async tx => {
    const locked = await lockConversation(tx, conversationId, userId)
    if (!locked) throw notFound('conversation')
    const shared = (await memberCount(tx, conversationId)) <= limits.sharedPositionsMax
    const version = shared ? await raiseVersion(tx, conversationId) : null
    const row = { conversationId, userId, readSeq, deliveredSeq, version }
    return { locked, version, participant: await raisePosition(tx, row) }
  })
  const { locked, version, participant } = raised
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

function withoutMine(own: Participant): Participant {
  const { archived: _a, muted: _m, pinned: _p, mineVersion: _v, ...shared } = own
  return shared
}
