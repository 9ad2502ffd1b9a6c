/** What one does about a conversation for oneself: shown at once, and told when it was refused. */
import type { Client } from '@parley/client/client'
import type { Listed } from '@parley/client/listed'
import { dismissNotice, tell, warn } from '../parts/notices.ts'
import { reasonOf } from '../parts/reasonOf.ts'
import { words } from '../words/words.ts'
import { conversationName } from './conversationName.ts'

type Wishes = Parameters<ReturnType<Client['conversation']>['setMine']>[0]

export function isUnread({ unreadCount, markedUnread }: Listed): boolean {
  return unreadCount > 0 || markedUnread
}

export function setMine(client: Client, id: string, wishes: Wishes): void {
  if (wishes.archived === false) dismissNotice() // that it is archived
  client
    .conversation(id)
    .setMine(wishes)
    .catch(error => warn(words.message.refused(reasonOf(error))))
}

/** There is a way back, for it leaves the list. */
export function archive(client: Client, conversation: Listed): void {
  const { id } = conversation
  tell(words.conversations.nowArchived(conversationName(conversation)), {
    label: words.message.undo,
    onAct: () => setMine(client, id, { archived: false }),
  })
  setMine(client, id, { archived: true })
}

export function markRead(client: Client, { id, lastMessage, markedUnread }: Listed): void {
  if (markedUnread) setMine(client, id, { unread: false })
  if (lastMessage) client.conversation(id).markRead(lastMessage.seq)
}
