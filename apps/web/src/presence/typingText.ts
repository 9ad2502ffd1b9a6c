import type { Listed } from '@parley/client/listed'
import { words } from '../words/words.ts'

/** Who of a conversation is typing, as a sentence. */
export function typingText(
  typing: readonly string[],
  { others }: Pick<Listed, 'others'>,
): string | undefined {
  const names = typing.flatMap(id => others.find(({ userId }) => userId === id)?.user.name ?? [])
  const [first, second] = names
  if (first === undefined) return undefined
  if (second === undefined) return words.typing.one(first)
  return names.length === 2 ? words.typing.two(first, second) : words.typing.many(names.length)
}
