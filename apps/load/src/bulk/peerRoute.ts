/** The peer's `bulk`, which is over when it is answered. */
import { randomUUID } from 'node:crypto'
import * as z from 'zod/mini'
import type { Contestant } from '../versus/contestant.ts'
import { countOwn, type Route, type Stored, wordsToAll } from './route.ts'

const answered = z.object({
  results: z.array(z.object({ userId: z.string() })),
  errors: z.array(z.object({ error: z.string() })),
})

export function peerRoute(contestant: Contestant): Route {
  const text = `Good morning! ${wordsToAll}`
  return {
    contestant,
    text,
    textFor: () => text,
    async open(senderId, onFailed) {
      const { onDelivered, own } = countOwn()
      const device = await contestant.open(senderId, { onDelivered, onFailed })
      return {
        own,
        async broadcast(userIds, words) {
          const { results, errors } = answered.parse(
            await device.act('bulk', { userIds, text: words }),
          )
          for (const { error } of errors) onFailed(error)
          return { id: randomUUID(), reported: async () => results.map(({ userId }) => userId) }
        },
        close: device.close,
      }
    },
    stored: (senderId, tag) => contestant.sql<Stored[]>`
      select other.user_id, m.text, extract(epoch from m.created_at)::float8 * 1000 as at
      from messages m
      join members other on other.chat_id = m.chat_id and other.user_id <> m.sender_id
      where m.sender_id = ${senderId} and m.text like ${`${tag} %`}`,
  }
}
