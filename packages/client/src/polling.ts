/** Looks again and again, where a subscription would take up a connection of its own. */
import type { Presence } from '@parley/protocol/presence'
import type { Clock } from './clock.ts'
import { Refused } from './refused.ts'
import type { Transport } from './transport.ts'

const everyMs = 20_000

/** What is asked at once and every 20 seconds, as a subscription that ends when no answer comes. */
export function polling(
  clock: Clock,
  ask: (userIds: readonly string[]) => Promise<Presence[]>,
): Transport['presence'] {
  return (userIds, listener) => {
    let isOver = false
    let stop = () => {}

    async function look(): Promise<void> {
      try {
        const answers = await ask(userIds)
        if (isOver) return
        for (const answer of answers) listener.next(answer)
        stop = clock.after(everyMs, look)
      } catch (error) {
        if (!isOver) listener.ended(error instanceof Refused ? error : undefined)
      }
    }

    look()
    return () => {
      isOver = true
      stop()
    }
  }
}
