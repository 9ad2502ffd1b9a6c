import type { Change } from '@parley/protocol/change'
import { expect, test, vi } from 'vitest'
import { Feed } from './feed.ts'

const conversationId = '00000000-0000-4000-8000-000000000001'
const people = Array.from({ length: 256 }, (_, at) => `${at}`.padStart(64, 'x'))

function reacted(version: number): Change {
  const reactions = ['👍', '❤️', '😂', '🎉', '👀'].map(emoji => ({ emoji, userIds: people }))
  const message = {
    id: `${conversationId}.1`,
    conversationId,
    seq: 1,
    version,
    clientId: conversationId,
    senderId: 'ann',
    content: { type: 'text' as const, text: 'short' },
    reactions,
    createdAt: '2026-01-01T00:00:00.000Z',
  }
  return { conversationId, version, message }
}

test('[D13] what waits is weighed with its reactions, so that it stays bounded', () => {
  const feed = new Feed(
    'bob',
    1000,
    () => 0,
    () => {},
  )
  feed.begin([], '7')
  for (let version = 2; version < 200; version += 1) feed.push(reacted(version))
  expect(feed.take()).toEqual({
    changes: [{ conversationId, version: 199, head: true }],
    horizon: '7',
  })
})

test('[D13] [D16] one’s own row survives when what waits becomes heads, the newest of it', () => {
  const feed = new Feed(
    'bob',
    1000,
    () => 0,
    () => {},
  )
  feed.begin([], '7')
  const own = (mineVersion: number, muted: boolean): Change => ({
    conversationId,
    version: 1,
    head: true,
    participant: {
      userId: 'bob',
      user: { id: 'bob', name: 'Bob', role: 'contractor' },
      version: 1,
      readSeq: 0,
      deliveredSeq: 0,
      joinedAt: '2026-01-01T00:00:00.000Z',
      archived: false,
      muted,
      pinned: false,
      mineVersion,
    },
  })
  feed.push(own(2, true))
  feed.push(own(1, false))
  for (let version = 2; version < 50; version += 1) feed.push(reacted(version))
  expect(feed.take().changes).toMatchObject([
    { version: 49, head: true, participant: { muted: true, mineVersion: 2 } },
  ])
})

test('[D14] a tick is due after its time without a frame, and brings the horizon forward', () => {
  let now = 0
  const onFilled = vi.fn()
  const feed = new Feed('bob', 1000, () => now, onFilled)
  feed.begin([], '7')
  expect(feed.take()).toEqual({ changes: [], horizon: '7' })
  expect(onFilled).toHaveBeenCalledTimes(1)
  now = 999
  feed.advance('8')
  expect(onFilled).toHaveBeenCalledTimes(1)
  now = 1000
  feed.advance('9')
  feed.advance('9')
  expect(onFilled).toHaveBeenCalledTimes(2)
  expect(feed.take()).toEqual({ changes: [], horizon: '9' })
})

test('[D26] what waits comes in frames, and the cursor moves with the last of what was there before it', () => {
  const feed = new Feed(
    'bob',
    1000,
    () => 0,
    () => {},
  )
  const head = (at: number, version = 1): Change => ({
    conversationId: `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
    version,
    head: true,
  })
  const many = Array.from({ length: 2000 }, (_, at) => head(at))
  feed.begin(many, '7', '3')
  const frame = () => {
    const { changes, horizon } = feed.take()
    return [changes.length, horizon]
  }
  expect(frame()).toEqual([256, '3'])
  feed.advance('8')
  // One that was brought already, and one that waits.
  feed.push(head(0, 2))
  feed.push(head(1999, 2))
  for (let taken = 256; taken + 256 < 2000; taken += 256) expect(frame()).toEqual([256, '3'])
  expect(feed.isFilled()).toBe(true)
  expect(feed.take()).toEqual({
    changes: expect.arrayContaining([head(1999, 2), head(0, 2)]),
    horizon: '8',
  })
  expect(feed.isFilled()).toBe(false)

  // Somebody who never catches up gets on nevertheless.
  let next = 0
  const horizons: string[] = []
  for (let at = 9; at < 60; at += 1) {
    for (let more = 0; more < 300; more += 1) feed.push(head(next++ % 10_000, at))
    feed.advance(`${at}`)
    horizons.push(feed.take().horizon)
  }
  expect(Number(horizons.at(-1))).toBeGreaterThan(40)
  expect(feed.isFilled()).toBe(true)
})
