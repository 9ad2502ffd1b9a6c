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

/** Letters that fill a line with nothing are letters all the same. */
const fillers = /[\u115f\u1160\u2800\u3164\uffa0]/gu

/** A name of nothing but spaces, marks and what has no width would be a hole in the list. */
function seen(name: string): string {
  return /[^\p{C}\p{Z}\p{M}]/u.test(name.replace(fillers, '')) ? name : words.somebody
}
