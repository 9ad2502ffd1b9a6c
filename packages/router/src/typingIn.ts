import type { Caller, Core } from '@parley/core/core'
import { follow } from '@parley/core/typing/follow'
import type { Connection } from './context.ts'
import { outgoingError } from './errors.ts'

interface Follower {
  core: Core
  caller: Caller
  connection: Connection
}

/** Who of the others types in a conversation, as a subscription. */
export async function* typingIn(
  { core, caller, connection }: Follower,
  conversationId: string,
  signal = new AbortController().signal,
) {
  try {
    yield* follow(core, caller, conversationId, { signal, writable: () => connection.writable() })
  } catch (error) {
    throw outgoingError(error)
  }
}
