import type { Message } from '@parley/protocol/message'
import type { Participant } from '@parley/protocol/participant'
import { mergeChanges } from '@parley/protocol/replica/merge'
import { replicaOf } from '@parley/protocol/replica/replica'
import { unreadCount } from '@parley/protocol/replica/unread'
import { expect, test } from 'vitest'
import { listedOf } from './listed.ts'

const id = '00000000-0000-4000-8000-000000000001'
const at = '2026-11-03T12:00:00.000Z'

function participant(userId: string, readSeq = 0): Participant {
  const user = { id: userId, name: userId, role: 'customer' as const }
  return { userId, user, version: 1, readSeq, deliveredSeq: readSeq, joinedAt: at }
}

function message(seq: number, senderId: string, mentions: string[]): Message {
  const content = { type: 'text' as const, text: 'Hello', mentions }
  const own = { id: `${id}:${seq}`, clientId: id, conversationId: id, senderId, content }
  return { ...own, seq, version: seq + 1, reactions: [], createdAt: at }
}

/** How the list shows it to me, who has read so far. */
function listedAfter(messages: Message[], readSeq: number) {
  const participants = [participant('me', readSeq), participant('Ann')]
  const opened = { id, version: 1, lastSeq: 0, participants, unreadCount: 0, updatedAt: at }
  const changes = messages.map(each => ({
    conversationId: id,
    version: each.version,
    message: each,
  }))
  const replica = mergeChanges(replicaOf(opened, 'me'), changes)
  const count = unreadCount(replica, 'me') ?? 0
  return listedOf('me', {
    replica,
    queue: [],
    overlays: [],
    wishes: {},
    unreadCount: count,
    readHere: 0,
  })
}

test('a conversation says that I am mentioned until I have read it', () => {
  const said = [message(1, 'Ann', ['me']), message(2, 'Ann', [])]
  expect(listedAfter(said, 0)).toMatchObject({ unreadCount: 2, mentioned: true })
  expect(listedAfter(said, 1)).toMatchObject({ unreadCount: 1, mentioned: false })
  expect(listedAfter(said, 2)).toMatchObject({ unreadCount: 0, mentioned: false })
})

test('neither naming somebody else nor naming myself is a mention of me', () => {
  const said = [message(1, 'me', ['me']), message(2, 'Ann', ['Bob'])]
  expect(listedAfter(said, 0)).toMatchObject({ unreadCount: 1, mentioned: false })
})
