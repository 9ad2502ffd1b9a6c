import { limits } from '@parley/protocol/limits'
import type { Presence } from '@parley/protocol/presence'
import { expect, test } from 'vitest'
import type { Listener } from './keepFollowing.ts'
import { createPresences } from './presences.ts'
import { Refused } from './refused.ts'
import { retryAfter } from './retry.ts'
import { createManualClock } from './testing/manualClock.ts'
import { createWorld } from './testing/world.ts'

async function watching() {
  const world = createWorld()
  const { clock, server } = world
  const ann = world.join('ann')
  await clock.advance(1000)
  /** Looks at people, as a screen does. @returns what ends it */
  const look = (...userIds: string[]) => {
    const stops = userIds.map(userId => ann.presence(userId).subscribe(() => {}))
    return () => {
      for (const stop of stops) stop()
    }
  }
  const status = (userId: string) => ann.presence(userId).get().status
  return { ...world, ann, look, status, signals: server.signals }
}

test('[S1] whoever is looked at is seen to come, go away and leave', async () => {
  const { join, look, status, clock, ann } = await watching()
  look('bob')
  expect(status('bob')).toBe('unknown')
  await clock.advance(100)
  expect(status('bob')).toBe('offline')
  const bob = join('bob')
  await clock.advance(500)
  expect(ann.presence('bob').get()).toMatchObject({ status: 'online', connectionCount: 1 })
  bob.transport.cut()
  bob.transport.blocked = true
  await clock.advance(0)
  expect(ann.presence('bob').get()).toMatchObject({
    status: 'offline',
    lastSeen: expect.stringMatching(/^2026/),
  })
})

test('[S2] all that is looked at is one subscription, asked for anew when somebody comes into view', async () => {
  const { look, clock, signals } = await watching()
  const first = look('bob', 'cem')
  look('bob')
  await clock.advance(60)
  expect(signals.watched()).toEqual([['bob', 'cem']])
  look('dan')
  look('eve')
  await clock.advance(1000)
  expect(signals.watched()).toEqual([['eve', 'dan', 'bob', 'cem']])
  // Bob is on another part of the screen still; Cem may be scrolled back to.
  first()
  await clock.advance(10_000)
  expect(signals.watched()[0]).toContain('cem')
  await clock.advance(30_000)
  expect(signals.watched()).toEqual([['eve', 'dan', 'bob']])
})

test('[S2] half a minute after the last look nothing is asked for, and nothing is known', async () => {
  const { look, clock, signals, status } = await watching()
  const stop = look('bob')
  await clock.advance(100)
  stop()
  await clock.advance(29_000)
  expect(status('bob')).toBe('offline')
  await clock.advance(2000)
  expect(signals.watched()).toEqual([])
  expect(status('bob')).toBe('unknown')
})

test('[S2] not more than 200 people are looked at, those that came into view last', async () => {
  const { look, clock, signals, status } = await watching()
  const many = Array.from({ length: limits.presences + 1 }, (_, at) => `person-${at}`)
  look(...many)
  await clock.advance(100)
  expect(signals.watched()[0]).toHaveLength(limits.presences)
  expect(status('person-0')).toBe('unknown')
  expect(status('person-200')).toBe('offline')
})

test('[S2] the other one of the conversation that is open is not crowded out', async () => {
  const { look, clock, status, server, ann } = await watching()
  const { id } = server.open('ann', { participantIds: ['bob'] })
  const stop = ann.conversation(id).watch()
  look('bob')
  await clock.advance(2000)
  look(...Array.from({ length: limits.presences }, (_, at) => `person-${at}`))
  await clock.advance(2000)
  expect(status('bob')).toBe('offline')
  stop()
  look('one more')
  await clock.advance(2000)
  expect(status('bob')).toBe('unknown')
})

test('[S9] with whom one comes to share a conversation is asked for again', async () => {
  const { look, clock, server, ann, status } = await watching()
  const { watch } = server.signals
  let asked = 0
  server.signals.watch = (userIds, tell) => {
    asked += 1
    return watch(userIds, tell)
  }
  look('bob')
  await clock.advance(2000)
  expect([asked, status('bob')]).toEqual([1, 'offline'])
  const { id } = server.open('bob', { participantIds: ['ann'] })
  await clock.advance(2000)
  expect(asked).toBe(2)
  server.markRead('bob', id, 1)
  const done = ann.open({ participantIds: ['bob'] })
  await clock.advance(2000)
  await done
  expect(asked).toBe(2)
})

test('[S3] without a connection it is unknown, after a short grace; with the next one it is known again', async () => {
  const { look, clock, status, ann } = await watching()
  look('bob')
  await clock.advance(100)
  ann.transport.blocked = true
  ann.transport.cut()
  await clock.advance(2900)
  expect(status('bob')).toBe('offline')
  await clock.advance(200)
  expect(status('bob')).toBe('unknown')
  ann.transport.blocked = false
  await clock.advance(15_000)
  expect(status('bob')).toBe('offline')
})

test('[S3] a subscription that is refused is asked for again, and nothing stale stands meanwhile', async () => {
  const clock = createManualClock()
  const asked: Listener<Presence>[] = []
  const presences = createPresences({
    means: { clock, random: () => 0.5, retry: retryAfter },
    follow(_userIds, listener) {
      asked.push(listener)
      return () => {}
    },
    isOpen: () => false,
  })
  presences.begin()
  const bob = presences.of('bob')
  bob.subscribe(() => {})
  await clock.advance(100)
  const online = { userId: 'bob', status: 'online' as const, connectionCount: 1 }
  asked[0]?.next(online)
  asked[0]?.ended(new Refused('RATE_LIMITED', 'too often', { retryAfterMs: 10_000 }))
  asked[0]?.next({ ...online, connectionCount: 2 })
  expect(bob.get()).toEqual(online)
  await clock.advance(4000)
  expect(bob.get().status).toBe('unknown')
  await clock.advance(10_000)
  expect(asked).toHaveLength(2)
  asked[1]?.next(online)
  expect(bob.get()).toEqual(online)
})
