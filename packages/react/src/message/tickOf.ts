import type { Message } from '@parley/protocol/message'
import type { Participant } from '@parley/protocol/participant'
import type { words } from '../words/words.ts'

export type Tick = keyof typeof words.message.ticks

/** How far one's own message has come: read, or at least delivered, by everybody else. */
export function tickOf({ seq }: Pick<Message, 'seq'>, others: readonly Participant[]): Tick {
  const present = others.filter(other => !other.leftAt)
  if (present.length === 0) return 'sent'
  if (present.every(other => other.readSeq >= seq)) return 'read'
  if (present.every(other => other.deliveredSeq >= seq)) return 'delivered'
  return 'sent'
}
