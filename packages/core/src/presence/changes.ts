import type { Presence } from '@parley/protocol/presence'
import type { Caller, Core } from '../core.ts'
import type { Subscriber } from '../delivery/follow.ts'

/**
 * The present state of each person asked for, in order, then whatever becomes different. Of
 * nobody it tells nothing, until it is ended.
 */
export async function* changes(
  { presence: { board } }: Core,
  { userId }: Caller,
  userIds: readonly string[],
  { signal, writable }: Subscriber,
): AsyncGenerator<Presence, void, undefined> {
  let wake = () => {}
  let stopWaiting = () => {}
  const leave = () => {
    wake()
    stopWaiting()
  }
  const watching = board.join(userId, userIds, () => wake())
  signal.addEventListener('abort', leave)
  try {
    while (!signal.aborted) {
      if (!watching.isFilled()) {
        await new Promise<void>(resolve => {
          wake = resolve
        })
      }
      if (signal.aborted) return
      // Whoever has gone does not wait for a reader that stands still.
      await new Promise<void>(resolve => {
        stopWaiting = resolve
        void writable().then(resolve)
      })
      if (signal.aborted) return
      const presence = watching.take()
      if (presence) yield presence
    }
  } finally {
    signal.removeEventListener('abort', leave)
    board.leave(watching)
  }
}
