import type { Listed } from '@parley/client/listed'
import { words } from '../words/words.ts'

/** What a conversation is called: its title, or the other people in it. */
export function conversationName({ title, others }: Pick<Listed, 'title' | 'others'>): string {
  if (title) return title
  if (others.length === 0) return words.conversations.alone
  return words.list(others.map(({ user }) => user.name))
}
