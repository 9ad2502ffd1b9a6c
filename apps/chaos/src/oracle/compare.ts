/**
 * The three lists side by side: what was acknowledged, what Postgres holds, what everybody
 * shows. Each difference is a sentence that begins with its kind.
 */
import type { Outgoing } from '@parley/client/outbox'
import type { Message } from '@parley/protocol/message'
import type { Participant } from '@parley/protocol/participant'
import type { Entry } from './ledger.ts'
import { tagOf } from './ledger.ts'
import type { StoredConversation, StoredMessage } from './stored.ts'

/** One conversation as one person's screen shows it. */
export interface Shown {
  userId: string
  conversationId: string
  messages: readonly Message[]
  participants: readonly Participant[]
  outgoing: readonly Outgoing[]
}

/** Acknowledged and not stored, stored twice, stored without having been entered, out of order. */
export function againstStored(
  entries: Iterable<Entry>,
  stored: readonly StoredConversation[],
): string[] {
  const problems: string[] = []
  const rows = new Map<string, StoredMessage>()
  const places = new Map<string, string>()
  const tags = new Set<string>()
  for (const { id, messages } of stored) {
    for (const row of messages) {
      const where = `${id}.${row.seq}`
      const tag = row.text === null ? undefined : tagOf(row.text)
      if (rows.has(row.clientId) || (tag !== undefined && tags.has(tag)))
        problems.push(`doubled: ${tag ?? row.clientId} is stored again at ${where}`)
      if (tag !== undefined) tags.add(tag)
      rows.set(row.clientId, row)
      places.set(row.clientId, id)
    }
    messages.forEach(({ seq }, at) => {
      if (seq !== at + 1) problems.push(`out of order: ${id} has ${seq} in place ${at + 1}`)
    })
  }
  /** The last place of each sender in each conversation. */
  const last = new Map<string, number>()
  const entered = new Set<string>()
  for (const { clientId, tag, conversationId, sender, acknowledgedAt } of entries) {
    entered.add(clientId)
    const row = rows.get(clientId)
    if (!row) {
      if (acknowledgedAt !== undefined) problems.push(`lost: ${tag} was acknowledged`)
      continue
    }
    if (places.get(clientId) !== conversationId || row.senderId !== sender)
      problems.push(`different: ${tag} is stored elsewhere`)
    const queue = `${sender} ${conversationId}`
    if (row.seq < (last.get(queue) ?? 0)) problems.push(`out of order: ${tag} was overtaken`)
    last.set(queue, row.seq)
  }
  for (const clientId of rows.keys())
    if (!entered.has(clientId)) problems.push(`doubled: ${clientId} was never entered`)
  return problems
}

/** What a screen shows, against the rows; and what still waits to be sent, told apart. */
export function againstShown(shown: Shown, stored: StoredConversation): string[] {
  const who = `${shown.userId} in ${stored.id}`
  const problems = shown.outgoing.map(({ text, state }) =>
    state.kind === 'failed'
      ? `given up: ${tagOf(text)} of ${who} (${state.reason})`
      : `not sent yet: ${tagOf(text)} of ${who} is ${state.kind}`,
  )
  const held = new Map(shown.messages.map(message => [message.seq, message]))
  if (held.size < shown.messages.length) problems.push(`doubled: ${who} shows a message twice`)
  if (shown.messages.some(({ seq }, at) => seq < (shown.messages[at - 1]?.seq ?? 0)))
    problems.push(`out of order: ${who}`)
  for (const row of stored.messages) {
    const message = held.get(row.seq)
    if (!message) problems.push(`not shown: ${who} misses ${row.seq}`)
    else if (faceOf(message) !== faceOfStored(row))
      problems.push(`different: ${who} shows ${faceOf(message)} instead of ${faceOfStored(row)}`)
  }
  if (shown.messages.length > stored.messages.length)
    problems.push(`lost: ${who} shows more than is stored`)
  const positions = positionsOf(shown.participants)
  if (positions !== positionsOf(stored.positions))
    problems.push(
      `different: ${who} shows positions ${positions} instead of ${positionsOf(stored.positions)}`,
    )
  return problems
}

function faceOf(message: Message): string {
  const { seq, version, clientId, senderId, content, reactions } = message
  const isEdited = message.editedAt !== undefined
  const isRemoved = message.removedAt !== undefined
  const text = content?.text ?? null
  return JSON.stringify([
    seq,
    version,
    clientId,
    senderId,
    text,
    isEdited,
    isRemoved,
    reactions.map(reactionOf),
  ])
}

function faceOfStored(row: StoredMessage): string {
  const { seq, version, clientId, senderId, text, isEdited, isRemoved, reactions } = row
  return JSON.stringify([
    seq,
    version,
    clientId,
    senderId,
    text,
    isEdited,
    isRemoved,
    reactions.map(reactionOf),
  ])
}

const reactionOf = ({ emoji, userIds }: Message['reactions'][number]) => [emoji, userIds]

type Position = Pick<Participant, 'userId' | 'readSeq' | 'deliveredSeq'>

function positionsOf(positions: readonly Position[]): string {
  return positions
    .map(({ userId, readSeq, deliveredSeq }) => `${userId} ${readSeq}/${deliveredSeq}`)
    .toSorted()
    .join(', ')
}
