/** What merging one change costs, by how many messages are held: a new message, and an edit of one in the middle. */
import type { Change } from '@parley/protocol/change'
import { mergeChanges } from '@parley/protocol/replica/merge'
import { type Replica, replicaOf } from '@parley/protocol/replica/replica'

const conversationId = '00000000-0000-7000-8000-000000000001'
const createdAt = '2026-01-01T00:00:00.000Z'

export interface MergeCost {
  held: number
  appendMicros: number
  editMicros: number
}

const times = 2000

export function mergeCost(held: number): MergeCost {
  const replica = replicaWith(held)
  return {
    held,
    appendMicros: microsEach(replica, at => change(held + at + 1, held + at + 1)),
    editMicros: microsEach(replica, at => change(Math.ceil(held / 2), held + at + 1)),
  }
}

/** One change after the other, as from frames that carry one each; the best of three, since the first warms up. */
function microsEach(replica: Replica, next: (at: number) => Change): number {
  const each = [1, 2, 3].map(() => {
    const changes = Array.from({ length: times }, (_, at) => [next(at)])
    const begun = performance.now()
    changes.reduce(mergeChanges, replica)
    return ((performance.now() - begun) * 1000) / times
  })
  return Math.min(...each)
}

function replicaWith(messages: number): Replica {
  const empty = replicaOf(
    {
      id: conversationId,
      version: 0,
      lastSeq: 0,
      participants: [],
      unreadCount: 0,
      updatedAt: createdAt,
    },
    'me',
  )
  const changes = Array.from({ length: messages }, (_, at) => change(at + 1, at + 1))
  return mergeChanges({ ...empty, from: 1, complete: true }, changes)
}

function change(seq: number, version: number): Change {
  const id = `00000000-0000-7000-9000-${String(seq).padStart(12, '0')}`
  const content = { type: 'text' as const, text: `message ${seq} at ${version}` }
  const message = { id, conversationId, seq, version, clientId: id, senderId: 'other', content }
  return { conversationId, version, message: { ...message, reactions: [], createdAt } }
}
