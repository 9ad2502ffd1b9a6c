/** Whether what was done to messages and acknowledged is what Postgres holds. */
import type { Act } from './ledger.ts'
import type { StoredConversation, StoredMessage } from './stored.ts'

/**
 * The last act of a kind decides; one whose outcome nobody was told may have been done as
 * well. A removal outlasts whatever came before it.
 */
export function actsAgainstStored(
  acts: readonly Act[],
  stored: readonly StoredConversation[],
): string[] {
  const problems: string[] = []
  const rows = new Map<string, StoredMessage>()
  for (const { id, messages } of stored)
    for (const row of messages) rows.set(`${id}.${row.seq}`, row)
  for (const [first, ...more] of groupsOf(acts)) {
    if (!first) continue
    const group = [first, ...more]
    const { kind, messageId, what, person } = first
    const row = rows.get(messageId)
    const last = group.findLastIndex(({ outcome }) => outcome === 'acknowledged')
    if (last < 0) continue
    if (!row) {
      problems.push(`lost: ${kind} of ${messageId}, which is not stored`)
      continue
    }
    if (kind === 'remove' && !row.isRemoved) problems.push(`lost: the removal of ${messageId}`)
    if (row.isRemoved) continue
    const possible = group.slice(last)
    if (kind === 'edit' && !possible.some(act => act.what === row.text))
      problems.push(`lost: the edit of ${messageId}: ${row.text} instead of ${possible[0]?.what}`)
    const stands = row.reactions.some(
      ({ emoji, userIds }) => emoji === what && userIds.includes(person),
    )
    if (kind === 'react' && !possible.some(({ on }) => on === stands))
      problems.push(`lost: ${person}'s reaction ${what} on ${messageId}`)
  }
  return problems
}

function groupsOf(acts: readonly Act[]): Act[][] {
  const groups = new Map<string, Act[]>()
  for (const act of acts) {
    const subject = subjectOf(act)
    const group = groups.get(subject)
    if (group) group.push(act)
    else groups.set(subject, [act])
  }
  return [...groups.values()]
}

/** Acts on the same subject overwrite each other. */
function subjectOf({ kind, messageId, person, what }: Act): string {
  return kind === 'react' ? `${kind} ${messageId} ${person} ${what}` : `${kind} ${messageId}`
}
