/** The Socket.IO peer as a contestant. */
import { bareSocketIo } from '../devices/bare/bareSocketIo.ts'
import type { Kind, StoredText } from './contestant.ts'
import { seedRows } from './seedRows.ts'

export const socketIo: Kind = {
  open: bareSocketIo,
  async seed(sql, conversations) {
    const { people, conversationIds, members } = seedRows(conversations)
    await sql`
      insert into users (id, name)
      select * from unnest(${people.ids}::text[], ${people.names}::text[])
      on conflict do nothing`
    await sql`
      insert into chats (id, title) select id, 'A chat' from unnest(${conversationIds}::uuid[]) id`
    await sql`
      insert into members (chat_id, user_id)
      select * from unnest(${members.conversationIds}::uuid[], ${members.userIds}::text[])`
    await sql`analyze users, chats, members`
  },
  stored: (sql, ids) => sql<StoredText[]>`
    select chat_id as conversation_id, text from messages where chat_id = any(${ids}::uuid[])`,
}
