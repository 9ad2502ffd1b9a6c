/**
 * One text to many, as one would write it with what is there: for each recipient, one after the
 * other, the chat is found or made, and the message goes the way of every message. In its favour
 * a new chat is one statement and nobody's membership is asked for. It has no plan to go on with
 * when it is killed in the middle.
 */
import { randomUUID } from 'node:crypto'
import type { BulkInput, BulkResult, Server } from './events.ts'
import type { Deliver } from './send.ts'
import type { Sql } from './tables.ts'

interface Parts {
  io: Server
  sql: Sql
  deliver: Deliver
}

export function createBulk({ io, sql, deliver }: Parts) {
  async function sendTo(senderId: string, userId: string, text: string) {
    const rooms = [`user:${senderId}`, `user:${userId}`]
    const known = await findChat(sql, senderId, userId)
    const chatId = known ?? (await createChat(sql, senderId, userId))
    if (known === undefined) io.in(rooms).socketsJoin(`chat:${chatId}`)
    const { id } = await deliver(senderId, { chatId, text }, rooms)
    return { userId, chatId, messageId: id }
  }

  return async (senderId: string, { userIds, text }: BulkInput): Promise<BulkResult> => {
    const told: BulkResult = { results: [], errors: [] }
    for (const userId of userIds) {
      try {
        told.results.push(await sendTo(senderId, userId, text))
      } catch (error) {
        told.errors.push({ userId, error: String(error) })
      }
    }
    return told
  }
}

async function findChat(sql: Sql, one: string, other: string): Promise<string | undefined> {
  const [found] = await sql<{ chatId: string }[]>`
    select theirs.chat_id from members theirs
    join members mine on mine.chat_id = theirs.chat_id and mine.user_id = ${one}
    where theirs.user_id = ${other}`
  return found?.chatId
}

async function createChat(sql: Sql, one: string, other: string): Promise<string> {
  const chatId = randomUUID()
  await sql`
    with made as (insert into chats (id, title) values (${chatId}, 'A chat') returning id)
    insert into members (chat_id, user_id)
    select made.id, user_id from made, unnest(array[${one}, ${other}]) user_id`
  return chatId
}
