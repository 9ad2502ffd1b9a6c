import type { Runner } from '../database.ts'

/**
 * Makes messages as old as is said, and the conversation as old as its newest one. For what is
 * filled in before anybody looks: those who follow the conversation are not told.
 *
 * @param moments by the `clientId` of a message
 */
export async function backdate(
  sql: Runner,
  conversationId: string,
  moments: ReadonlyMap<string, Date>,
): Promise<void> {
  const given = [...moments.values()].map(moment => moment.toISOString())
  await sql`
    update messages m set created_at = given.at::timestamptz
    from unnest(${[...moments.keys()]}::uuid[], ${given}::text[])
      as given (client_id, at)
    where m.conversation_id = ${conversationId} and m.client_id = given.client_id`
  await sql`
    update conversations c set updated_at = (
      select max(m.created_at) from messages m where m.conversation_id = c.id
    )
    where c.id = ${conversationId}`
}
