import type { Listed } from '@parley/client/listed'
import { isGroup } from '../group/isGroup.ts'
import { words } from '../words/words.ts'

type Named = Pick<Listed, 'title' | 'others' | 'participants'>

/** What a conversation is called: its title, or the people in it. */
export function conversationName(conversation: Named): string {
  const { title, others } = conversation
  if (title && seen(title) === title) return title
  if (others.length === 0) return words.conversations.alone
  const names = others.map(({ user }) => seen(user.name))
  return isGroup(conversation) ? words.group.named(names) : words.list(names)
}

/** Letters that are drawn as nothing are letters too. */
const visible = /(?![\p{Default_Ignorable_Code_Point}\u2800])[\p{L}\p{N}\p{P}\p{S}]/u

/** The server takes no name without something to see; one from before would be a hole in the list. */
function seen(name: string): string {
  return visible.test(name) ? name : words.somebody
}
