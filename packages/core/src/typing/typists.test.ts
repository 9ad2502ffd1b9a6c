import type { Message } from '@parley/protocol/message'
import type { Participant } from '@parley/protocol/participant'
import { expect, test } from 'vitest'
import { Typists } from './typists.ts'

const id = '00000000-0000-4000-8000-000000000001'
const moment = '2026-01-01T00:00:00.000Z'

const word = (userId: string, typing: boolean) => ({ conversationId: id, userId, typing })

function message(senderId: string, more: Partial<Message> = {}): Message {
  return {
    id: `${id}.1`,
    conversationId: id,
    seq: 1,
    version: 2,
    clientId: id,
    senderId,
    reactions: [],
    createdAt: moment,
    ...more,
  }
}

function gone(userId: string): Participant {
  const user = { id: userId, name: userId, role: 'customer' as const }
  const joined = { version: 3, readSeq: 0, deliveredSeq: 0, joinedAt: moment }
  return { userId, user, ...joined, leftAt: moment }
}

function heardOf(...people: string[]) {
  const typists = new Typists(id, 'ann', 6000)
  for (const person of people) typists.hear(word(person, true), 0)
  typists.take(0)
  return typists
}

test('[T1] one’s own typing and other conversations are not told', () => {
  const typists = heardOf('ann')
  typists.hear({ ...word('bob', true), conversationId: id.replace(/1$/, '2') }, 0)
  expect(typists.take(0)).toEqual([])
  expect(typists.dueAt()).toBe(Number.POSITIVE_INFINITY)
})

test('[T3] silence ends it, and a renewal puts that off', () => {
  const typists = heardOf('bob', 'cem')
  typists.hear(word('bob', true), 4000)
  expect(typists.take(4000)).toEqual([word('bob', true)])
  expect(typists.dueAt()).toBe(6000)
  expect(typists.take(5999)).toEqual([])
  expect(typists.take(6000)).toEqual([word('cem', false)])
  expect(typists.take(10_000)).toEqual([word('bob', false)])
  expect(typists.take(20_000)).toEqual([])
})

test('[T3] a new message ends it, an older one that changed does not', () => {
  const typists = heardOf('bob')
  const changed = [
    message('bob', { editedAt: moment }),
    message('bob', { removedAt: moment }),
    message('bob', { reactions: [{ emoji: '👍', userIds: ['ann'] }] }),
    message('cem'),
  ]
  for (const one of changed) typists.see({ conversationId: id, version: 2, message: one })
  expect(typists.take(1)).toEqual([])
  typists.see({ conversationId: id, version: 2, message: message('bob') })
  expect(typists.take(1)).toEqual([word('bob', false)])
})

test('[T3] [T7] leaving ends one’s typing, and all of it for oneself', () => {
  const typists = heardOf('bob', 'cem')
  typists.see({ conversationId: id, version: 3, participant: gone('bob') })
  expect(typists.take(1)).toEqual([word('bob', false)])
  expect(typists.isOver).toBe(false)
  typists.see({ conversationId: id, version: 4, head: true, participant: gone('ann') })
  expect(typists.isOver).toBe(true)
})

test('[T6] a slow reader is told the last word about each, of no more people than there can be', () => {
  const typists = heardOf()
  for (let at = 0; at < 1000; at += 1) {
    typists.hear(word(`person-${at}`, true), 0)
    typists.hear(word(`brief-${at}`, true), 0)
    typists.hear(word(`brief-${at}`, false), 0)
  }
  const first = typists.take(0)
  expect(first.length).toBe(256)
  for (const { userId } of first) typists.hear(word(userId, false), 0)
  for (const { userId } of first) typists.hear(word(`${userId}-other`, true), 0)
  expect(typists.take(0).length).toBe(512)
})
