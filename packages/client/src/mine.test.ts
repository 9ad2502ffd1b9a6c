import { expect, test } from 'vitest'
import { Refused } from './refused.ts'
import { createWorld } from './testing/world.ts'

async function marked() {
  const world = createWorld()
  const { server, clock } = world
  const { id } = server.open('ann', { participantIds: ['bob'] })
  const ann = world.join('ann')
  const other = world.join('ann')
  await clock.advance(2000)
  const handle = ann.conversation(id)
  const isMarked = (peer = ann) => peer.conversations.get().items[0]?.markedUnread
  const set = async (unread: boolean) => {
    const done = handle.setMine({ unread })
    expect(isMarked()).toBe(unread)
    await clock.advance(1000)
    await done
  }
  const calls = () => ann.transport.log.filter(({ call }) => call === 'setMine').length
  return { ...world, id, ann, other, handle, isMarked, set, calls }
}

test('[A1] [A8] a mark shows at once, reaches the other devices of that person, and nobody else', async () => {
  const { clock, id, other, isMarked, set, server, join } = await marked()
  const bob = join('bob')
  await clock.advance(2000)
  await set(true)
  expect([isMarked(), isMarked(other), isMarked(bob)]).toEqual([true, true, false])
  expect(other.conversations.get().items[0]?.unreadCount).toBe(0)
  expect(JSON.stringify(server.get('bob', id))).not.toContain('"markedUnread":true')
  await set(false)
  expect([isMarked(), isMarked(other)]).toEqual([false, false])
})

test('[A8] it goes when somebody begins to look, once', async () => {
  const { clock, handle, other, isMarked, set, calls } = await marked()
  await set(true)
  handle.look()
  handle.look()
  expect(isMarked()).toBe(false)
  await clock.advance(2000)
  expect(isMarked(other)).toBe(false)
  expect(calls()).toBe(2)
  handle.look()
  await clock.advance(2000)
  expect(calls()).toBe(2)
})

test('[A8] looking at one that is not marked asks for nothing', async () => {
  const { clock, handle, calls } = await marked()
  handle.look()
  await clock.advance(2000)
  expect(calls()).toBe(0)
})

test('[A8] it goes when one sends into it', async () => {
  const { clock, handle, other, isMarked, set } = await marked()
  await set(true)
  handle.send({ text: 'here I am' })
  expect(isMarked()).toBe(false)
  await clock.advance(2000)
  expect(isMarked(other)).toBe(false)
})

test('[A1] [A8] refused, the mark is there again', async () => {
  const { ann, clock, handle, isMarked, set } = await marked()
  await set(true)
  ann.transport.intercept = call => (call === 'setMine' ? new Refused('FORBIDDEN') : undefined)
  handle.look()
  expect(isMarked()).toBe(false)
  await clock.advance(2000)
  expect(isMarked()).toBe(true)
})
