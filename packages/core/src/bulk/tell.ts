import type { Bus } from '@parley/bus/bus'
import { rightsOf } from '../presence/rights.ts'
import type { Chunk } from './chunk.ts'

/** Tells of a chunk after its commit: its messages to the two of each, how far it is to the sender. */
export function tell(bus: Bus, { broadcast: { id, senderId }, delivered }: Chunk): void {
  for (const { userId, message, isNew } of delivered) {
    const { conversationId, version } = message
    const both = [senderId, userId]
    if (isNew) bus.publish(both, { conversationId, version: 1, head: true })
    bus.publish(both, { conversationId, version, message })
    if (isNew) bus.stir(rightsOf(userId))
  }
  // Whoever looks at another one of them already may see them now.
  if (delivered.some(({ isNew }) => isNew)) bus.stir(rightsOf(senderId))
  bus.signal([senderId], { broadcast: { id } })
}
