/** What Postgres holds, read straight from its tables. */
import type { Sql } from '@parley/db/database'
import type { Reaction } from '@parley/protocol/message'

export interface StoredMessage {
  seq: number
  version: number
  clientId: string
  senderId: string
  text: string | null
  reactions: Reaction[]
  isEdited: boolean
  isRemoved: boolean
}

export interface StoredConversation {
  id: string
  version: number
  lastSeq: number
  messages: StoredMessage[]
  positions: { userId: string; readSeq: number; deliveredSeq: number }[]
}

export async function readStored(sql: Sql, ids: readonly string[]): Promise<StoredConversation[]> {
  return await sql<StoredConversation[]>`
    select c.id, c.version, c.last_seq, coalesce(m.all, '[]') as messages, p.all as positions
    from conversations c
    left join lateral (
      select jsonb_agg(jsonb_build_object(
        'seq', seq, 'version', version, 'clientId', client_id, 'senderId', sender_id,
        'text', text, 'reactions', reactions,
        'isEdited', edited_at is not null, 'isRemoved', removed_at is not null
      ) order by seq) as all
      from messages where conversation_id = c.id
    ) m on true
    join lateral (
      select jsonb_agg(jsonb_build_object(
        'userId', user_id, 'readSeq', read_seq, 'deliveredSeq', delivered_seq
      ) order by user_id collate "C") as all
      from participants where conversation_id = c.id
    ) p on true
    where c.id = any(${[...ids]}::uuid[])`
}
