import type { Message } from '@parley/protocol/message'
import { indexOfSeq } from '@parley/protocol/replica/messages'

/** What others have said, and what became of the group, after a message. */
export function newsAfter(tail: readonly Message[], seq: number, me: string): readonly Message[] {
  return tail.slice(indexOfSeq(tail, seq + 1)).filter(each => isNews(each, me))
}

/** How many messages of others came after a message. */
export function countAfter(tail: readonly Message[], seq: number, me: string): number {
  let count = 0
  for (let at = tail.length - 1; at >= 0; at -= 1) {
    const message = tail[at]
    if (!message || message.seq <= seq) break
    if (message.senderId !== me && !message.removedAt) count += 1
  }
  return count
}

function isNews({ senderId, content, event }: Message, me: string): boolean {
  return senderId !== me && (content !== undefined || event !== undefined)
}
