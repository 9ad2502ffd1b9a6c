import type { Participant } from '@parley/protocol/participant'

/** Without accents and case, as people type when they are in a hurry. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** Where the words of a name begin. */
function wordStarts(name: string): number[] {
  return [...name.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)].map(({ index }) => index)
}

/** Those of whose name some word begins so; first those whose first word does. */
export function matchingPeople(
  people: readonly Participant[],
  query: string,
  most: number,
): readonly Participant[] {
  const sought = plain(query)
  const found = people.flatMap(person => {
    const name = plain(person.user.name)
    const at = wordStarts(name).findIndex(start => name.startsWith(sought, start))
    return at < 0 ? [] : [{ person, at }]
  })
  return found
    .sort((a, b) => a.at - b.at)
    .slice(0, most)
    .map(({ person }) => person)
}
