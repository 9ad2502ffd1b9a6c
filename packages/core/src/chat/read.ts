import { changesSince as readChanges } from '@parley/db/queries/changesSince'
import { history as readHistory } from '@parley/db/queries/history'
import { getConversation, listConversations } from '@parley/db/queries/readConversations'
import type { ChangesSinceInput, HistoryInput, ListInput } from '@parley/protocol/chatInputs'
import type { Conversation } from '@parley/protocol/conversation'
import type { Caller, Core } from '../core.ts'
import { notFound } from '../notFound.ts'
import { formatListCursor, parseListCursor } from './listCursor.ts'

/** A page of one's conversations, the newest activity first. */
export async function list(core: Core, { userId }: Caller, { limit, archived, cursor }: ListInput) {
  const after = parseListCursor(cursor)
  const page = { limit, archived, after }
  const { items, hasMore } = await listConversations(core.sql, userId, page)
  const last = hasMore ? items.at(-1) : undefined
  return { items, ...(last && { nextCursor: formatListCursor(last) }) }
}

export async function get(
  core: Core,
  { userId }: Caller,
  conversationId: string,
): Promise<Conversation> {
  const conversation = await getConversation(core.sql, userId, conversationId)
  if (!conversation) throw notFound('conversation')
  return conversation
}

/** A page of messages, ascending, and the version at which it was read. */
export async function history(core: Core, { userId }: Caller, input: HistoryInput) {
  const page = await readHistory(core.sql, userId, input)
  if (!page) throw notFound('conversation')
  return page
}

/** What has changed in a conversation since a version; costs what changed, not what happened. */
export async function changesSince(
  core: Core,
  { userId }: Caller,
  { conversationId, version }: ChangesSinceInput,
) {
  const answer = await readChanges(core.sql, userId, conversationId, version)
  if (!answer) throw notFound('conversation')
  return answer
}
