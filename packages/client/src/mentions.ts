/** Who is meant by an `@name` in a text: pure. A name stands until something of it is changed. */
import { userId } from '@parley/protocol/ids'
import { limits } from '@parley/protocol/limits'
import * as z from 'zod/mini'

const mention = z.object({ userId, name: z.string() })
export type Mention = Readonly<z.infer<typeof mention>>

const kept = z.array(mention)

/** Those whose `@name` stands in the text. Where one name begins another one, the longer is meant. */
export function standing(text: string, mentions: readonly Mention[]): readonly Mention[] {
  const found = new Set<Mention>()
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const here = mentions.filter(({ name }) => name !== '' && standsAt(text, at + 1, name))
    const longest = Math.max(...here.map(({ name }) => name.length))
    for (const one of here) if (one.name.length === longest) found.add(one)
  }
  return [...found].slice(0, limits.mentionsMax)
}

/** Their ids, as a message carries them; nothing when nobody is meant. */
export function mentionedIn(text: string, mentions: readonly Mention[]): string[] | undefined {
  const ids = [...new Set(standing(text, mentions).map(({ userId }) => userId))]
  return ids.length > 0 ? ids : undefined
}

/** One more, once for each person and name. */
export function withMention(mentions: readonly Mention[], added: Mention): readonly Mention[] {
  const isKnown = mentions.some(
    ({ userId, name }) => userId === added.userId && name === added.name,
  )
  return isKnown ? mentions : [...mentions, added]
}

export function mentionsToText(mentions: readonly Mention[]): string {
  return mentions.length > 0 ? JSON.stringify(mentions) : ''
}

/** What was kept by whatever release; nothing when it cannot be read. */
export function mentionsFromText(text: string): readonly Mention[] {
  try {
    return kept.safeParse(JSON.parse(text)).data ?? []
  } catch {
    return []
  }
}

function standsAt(text: string, at: number, name: string): boolean {
  if (!text.startsWith(name, at)) return false
  return !/^[\p{L}\p{M}\p{N}_]/u.test(text.slice(at + name.length, at + name.length + 2))
}
