/** Pairs who talk at a fixed rate, while nothing else happens and while something does. */
import { createLatencies } from '../measure/latencies.ts'
import { atPace } from '../measure/pace.ts'
import type { Contestant } from '../versus/contestant.ts'
import { pairsOf } from '../versus/conversation.ts'
import { mistakesOf } from '../versus/mistakes.ts'
import { openSide } from '../versus/side.ts'

function nothingYet() {
  return { acknowledged: createLatencies(), delivered: createLatencies(), latenessMs: 0 }
}

export type Talked = ReturnType<typeof nothingYet>

export async function openTalk(contestant: Contestant, pairs: number, perSecond: number) {
  const side = await openSide(contestant, pairsOf(pairs))
  /** Of each message: who sent it, when, and in which window. */
  const sent: { by: number; at: number; window: Talked }[] = []
  side.listen({
    acknowledged(message) {
      const one = sent[message]
      one?.window.acknowledged.record(performance.now() - one.at)
    },
    delivered(message, _conversation, member) {
      const one = sent[message]
      if (one && member !== one.by) one.window.delivered.record(performance.now() - one.at)
    },
  })

  return {
    /** Talks until the act is over. @returns how long messages took meanwhile */
    async during(act: () => Promise<unknown>): Promise<Talked> {
      const window = nothingYet()
      let isOver = false
      const sendOne = () => {
        const by = Math.floor(sent.length / pairs) % 2
        const at = performance.now()
        const message = side.send(sent.length % pairs, by)
        sent[message] = { by, at, window }
      }
      const [lateness] = await Promise.all([
        atPace({ perSecond, isOver: () => isOver, act: sendOne }),
        act().finally(() => {
          isOver = true
        }),
      ])
      await side.settled()
      window.latenessMs = lateness.percentile(99)
      return window
    },
    /** @returns what the server got wrong, in sentences */
    async mistakes(): Promise<string[]> {
      const { wrong, refused } = await side.compare()
      const refusals = new Array(refused.count).fill(refused.reason)
      return mistakesOf(contestant.name, wrong, [...side.failures, ...refusals])
    },
    close: side.close,
  }
}
