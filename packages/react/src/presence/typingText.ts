import type { Listed } from '@parley/client/listed'
import { words } from '../words/words.ts'

/** Who of a conversation is typing, as a sentence with their first names where those tell who. */
export function typingText(
  typing: readonly string[],
  { others }: Pick<Listed, 'others'>,
): string | undefined {
  const firstNames = others.map(({ user }) => firstOf(user.name))
  const names = typing.flatMap(id => {
    const name = others.find(({ userId }) => userId === id)?.user.name
    if (name === undefined) return []
    const first = firstOf(name)
    return firstNames.filter(one => one === first).length > 1 ? name : first
  })
  const [first, second] = names
  if (first === undefined) return undefined
  if (second === undefined) return words.typing.one(first)
  return names.length === 2 ? words.typing.two(first, second) : words.typing.many(names.length)
}

function firstOf(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name
}
