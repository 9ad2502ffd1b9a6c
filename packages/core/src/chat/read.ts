import { JsonText } from '@parley/db/jsonText'
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
  const page = await listConversations(core.sql, userId, { limit, archived, after })
  const { text } = page.items
  const nextCursor = page.next ? `,"nextCursor":${JSON.stringify(formatListCursor(page.next))}` : ''
  return new JsonText<ListPage>(`{"items":${text}${nextCursor}}`)
}

interface ListPage {
  items: Conversation[]
  nextCursor?: string
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
