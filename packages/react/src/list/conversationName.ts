import type { Listed } from '@parley/client/listed'
import { isGroup } from '../group/isGroup.ts'
import { words } from '../words/words.ts'

type Named = Pick<Listed, 'title' | 'others' | 'participants'>

/** What a conversation is called: its title, or the people in it. */
export function conversationName(conversation: Named): string {
  const { title, others } = conversation
  if (title) return title
  if (others.length === 0) return words.conversations.alone
  const names = others.map(({ user }) => user.name)
  return isGroup(conversation) ? words.group.named(names) : words.list(names)
}
