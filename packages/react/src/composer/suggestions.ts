/** What is offered for what was typed: pure. */
import type { Participant } from '@parley/protocol/participant'
import type { EmojiFinder } from '../emoji/emojiFinder.ts'
import { type Tone, toned } from '../emoji/skinTone.ts'
import type { Asked } from './askedAt.ts'
import { matchingPeople } from './matchingPeople.ts'

export type Suggestion =
  | { kind: 'emoji'; key: string; emoji: string; name: string }
  | { kind: 'mention'; key: string; person: Participant }

interface Source {
  people: readonly Participant[]
  /** Nothing until it was fetched. */
  finder: EmojiFinder | undefined
  tone: Tone
}

const most = 8

export function suggestionsFor(asked: Asked, { people, finder, tone }: Source): Suggestion[] {
  if (asked.kind === 'mention')
    return matchingPeople(people, asked.query, most).map(person => ({
      kind: 'mention',
      key: person.userId,
      person,
    }))
  const found = finder?.findEmoji(asked.query, most) ?? []
  return found.map(one => ({
    kind: 'emoji',
    key: one.emoji,
    emoji: toned(one, tone),
    name: fittingName(one.names, asked.query),
  }))
}

/** The name that was begun, or else the usual one. */
function fittingName(names: readonly string[], query: string): string {
  return names.find(name => name.startsWith(query.toLowerCase())) ?? names[0] ?? ''
}
