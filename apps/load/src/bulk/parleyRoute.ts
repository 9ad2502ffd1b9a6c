/** `bulk.send`, followed by `bulk.progress` where it is not over with the answer. */
import { randomUUID } from 'node:crypto'
import { broadcast } from '@parley/protocol/bulk'
import * as z from 'zod/mini'
import type { BareDevice } from '../devices/bare/bareDevice.ts'
import { openWire, type Wire } from '../devices/wire.ts'
import type { Contestant } from '../versus/contestant.ts'
import { personOf } from '../versus/conversation.ts'
import { countOwn, type Route, type Stored, wordsToAll } from './route.ts'

const report = z.object({
  items: z.array(z.object({ userId: z.string(), state: z.string() })),
  nextCursor: z.optional(z.string()),
})
const pageMost = 1000

export function parleyRoute(contestant: Contestant): Route {
  return {
    contestant,
    text: `Good morning {{customer.name}}! ${wordsToAll}`,
    textFor: userId => `Good morning ${personOf(userId).name}! ${wordsToAll}`,
    async open(senderId, onFailed) {
      const { onDelivered, own } = countOwn()
      const device = await contestant.open(senderId, { onDelivered, onFailed })
      const wire = openWire(contestant.url, await contestant.token(senderId))
      return {
        own,
        async broadcast(userIds, text) {
          const answer = await device.act('bulk.send', {
            idempotencyKey: randomUUID(),
            recipients: { userIds },
            content: { type: 'text', text },
          })
          const { id, status, results } = broadcast.parse(answer)
          if (status === 'finished' && results.length > 0) {
            return { id, reported: async () => results.map(({ userId }) => userId) }
          }
          await untilFinished(wire, id)
          return { id, reported: () => readReport(device, id) }
        },
        async close() {
          wire.close()
          await device.close()
        },
      }
    },
    stored: (senderId, tag) => contestant.sql<Stored[]>`
      select case when c.pair_low = m.sender_id then c.pair_high else c.pair_low end as user_id,
        m.text, extract(epoch from m.created_at)::float8 * 1000 as at
      from messages m join conversations c on c.id = m.conversation_id
      where m.sender_id = ${senderId} and m.bulk and m.text like ${`${tag} %`}`,
  }
}

function untilFinished(wire: Wire, broadcastId: string): Promise<void> {
  return new Promise((resolve, reject) => {
    wire.subscription(
      'bulk.progress',
      { broadcastId },
      {
        onData(data) {
          const { status } = broadcast.parse(data)
          if (status === 'finished') resolve()
          else if (status === 'cancelled') reject(new Error('the broadcast was cancelled'))
        },
        onError: reject,
      },
    )
  })
}

/** Everybody that it says was sent to, whatever became of it then. */
async function readReport(device: BareDevice, broadcastId: string): Promise<string[]> {
  const reported: string[] = []
  for (let cursor: string | undefined; ; ) {
    const answer = await device.ask('bulk.report', { broadcastId, limit: pageMost, cursor })
    const { items, nextCursor } = report.parse(answer)
    const sent = items.filter(({ state }) => ['sent', 'delivered', 'read'].includes(state))
    reported.push(...sent.map(({ userId }) => userId))
    if (nextCursor === undefined) return reported
    cursor = nextCursor
  }
}
