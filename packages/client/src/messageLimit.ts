import { limits } from '@parley/protocol/limits'
import { insist, type Means } from './insist.ts'
import type { Calls } from './transport.ts'

/**
 * How many messages a minute the server takes. Asked for once, when the first message goes;
 * until then the usual limit is taken for granted.
 */
export function messageLimit(means: Means, calls: Pick<Calls, 'limits'>): () => number {
  let known: number = limits.messagesPerMinute
  let isAsked = false
  return () => {
    if (!isAsked) {
      isAsked = true
      insist(means, calls.limits).then(
        answer => {
          known = answer.messagesPerMinute
        },
        () => {}, // The server refuses what is too much.
      )
    }
    return known
  }
}
