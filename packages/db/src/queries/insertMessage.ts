import type { Message } from '@parley/protocol/message'
import type { Runner } from '../database.ts'
import { type MessageRow, messageOf } from '../rows/message.ts'
import { otherOfPair } from './blocks.ts'

/** A message to be sent. */
export interface Outgoing {
  conversationId: string
  senderId: string
  clientId: string
  text: string
  /** Whoever of them does not take part is left out. */
  mentions: string[] | null
  /** The `seq` of the quoted message. */
  replyTo: number | null
  /** One of many, in a broadcast. Only `insertMessages` writes such. */
  bulk?: boolean
}

/** A stored message, which members were there then, and whether its sender still is. */
export interface Stored {
  message: Message
  membersVersion: number
  isThere: boolean
}

/** Whether this person has sent a message with this `clientId`, anywhere. */
export async function wasSent(sql: Runner, senderId: string, clientId: string): Promise<boolean> {
  const [row] = await sql<{ sent: boolean }[]>`
    select exists (
      select from messages where sender_id = ${senderId} and client_id = ${clientId}
    ) as sent`
  return row?.sent ?? false
}

/**
 * Sends in one statement: looks for the same `clientId`, locks the conversation and then the
 * sender's own row, counts up, inserts. Nothing is returned when the sender may not write
 * there or quotes what they cannot see.
 *
 * The statement's snapshot is older than the lock that it waited for; `for share` reads the
 * sender's row as it is now, so nobody writes after being removed. With `skip` it waits for neither
 * and answers nothing where one is locked; it waits only for the same `clientId` being written.
 */
export async function insertMessage(
  sql: Runner,
  outgoing: Outgoing,
  locked: 'wait' | 'skip' = 'wait',
): Promise<Stored | undefined> {
  const { conversationId, senderId, clientId, text, mentions, replyTo } = outgoing
  const orNot = locked === 'skip' ? sql`skip locked` : sql``
  const [row] = await sql<(MessageRow & Omit<Stored, 'message'>)[]>`
    with stored as (
      select m.*, c.members_version, exists (
        select from participants p
        where p.conversation_id = c.id and p.user_id = m.sender_id and p.left_at is null
      ) as is_there
      from messages m join conversations c on c.id = m.conversation_id
      where m.sender_id = ${senderId} and m.client_id = ${clientId}
    ), locked as (
      select c.id from conversations c
      where c.id = ${conversationId}
        and not exists (select from stored)
        and exists (
          select from participants p
          where p.conversation_id = c.id and p.user_id = ${senderId} and p.left_at is null
        )
        and not exists (
          select from blocks b
          where b.blocked_id = ${senderId}
            and b.blocker_id = ${otherOfPair(sql, senderId)}
        )
      for no key update ${orNot}
    ), sender as (
      select p.conversation_id from participants p join locked on locked.id = p.conversation_id
      where p.user_id = ${senderId} and p.left_at is null
        and (${replyTo}::int is null or exists (
          select from messages quoted
          where quoted.conversation_id = p.conversation_id
            and quoted.seq = ${replyTo} and quoted.seq > p.after_seq
        ))
      for share of p ${orNot}
    ), counted as (
      update conversations c
      set last_seq = c.last_seq + 1, version = c.version + 1,
          updated_at = greatest(c.updated_at, clock_timestamp()), changed_xid = pg_current_xact_id()
      from sender where c.id = sender.conversation_id
      returning c.id, c.last_seq, c.version, c.updated_at, c.members_version
    ), inserted as (
      insert into messages
        (conversation_id, seq, version, sender_id, client_id, text, mentions, reply_to, created_at)
      select id, last_seq, version, ${senderId}, ${clientId}, ${text}, (
          select array_agg(p.user_id) from participants p
          where p.conversation_id = counted.id and p.user_id = any(${mentions}::text[])
            and p.left_at is null
        ), ${replyTo}, updated_at
      from counted
      returning *
    )
    select inserted.*, counted.members_version, true as is_there
    from inserted, counted
    union all
    select * from stored`
  if (!row) return undefined
  return { message: messageOf(row), membersVersion: row.membersVersion, isThere: row.isThere }
}
