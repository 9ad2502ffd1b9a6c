import type { Message } from '@parley/protocol/message'
import type { User } from '@parley/protocol/user'

/** What is asked about before it is done, or shown over the conversation. */
export type Asked =
  | { kind: 'stopBulk' }
  | { kind: 'block'; person: User }
  /** Who has read it. */
  | { kind: 'readBy'; message: Message }
  /** Any emoji, to react with. */
  | { kind: 'react'; message: Message }
