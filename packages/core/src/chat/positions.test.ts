import { expect, test } from 'vitest'
import { reader } from '../testing/reader.ts'
import { pair, person, say, testCore } from '../testing/testCore.ts'
import { add, group } from '../testing/testGroup.ts'
import { open } from './open.ts'
import { markDelivered, markRead } from './positions.ts'
import { changesSince, get } from './read.ts'
import { remove } from './remove.ts'
import { setMine } from './setMine.ts'

test('[D15] positions only rise, never above the last message, and reading includes delivery', async () => {
  const { core } = await testCore()
  const { ann, bob, id } = await pair(core)
  for (const text of ['one', 'two', 'three']) await say(core, ann, id, text)
  const stands = async () => {
    const { participants } = await get(core, ann, id)
    const { readSeq, deliveredSeq } = participants.find(({ userId }) => userId === bob.userId)!
    return { readSeq, deliveredSeq }
  }
  await markDelivered(core, bob, { conversationId: id, seq: 2 })
  expect(await stands()).toEqual({ readSeq: 0, deliveredSeq: 2 })
  await markRead(core, bob, { conversationId: id, seq: 1 })
  expect(await stands()).toEqual({ readSeq: 1, deliveredSeq: 2 })
  await markRead(core, bob, { conversationId: id, seq: 2_000_000_000 })
  expect(await stands()).toEqual({ readSeq: 3, deliveredSeq: 3 })
  const { version } = await get(core, ann, id)
  await markRead(core, bob, { conversationId: id, seq: 2 })
  await markDelivered(core, bob, { conversationId: id, seq: 3 })
  expect(await get(core, ann, id)).toMatchObject({ version })
})

test('[D15] two devices that read at once end at the higher position', async () => {
  const { core } = await testCore()
  const { ann, bob, id } = await pair(core)
  for (let at = 0; at < 10; at += 1) await say(core, ann, id, `${at}`)
  await Promise.all([3, 9, 9, 9].map(seq => markRead(core, bob, { conversationId: id, seq })))
  const { participants, version } = await get(core, bob, id)
  // Ten messages after the opening, and one or two steps to the highest position.
  expect([12, 13]).toContain(version)
  expect(participants.find(({ userId }) => userId === bob.userId)).toMatchObject({
    readSeq: 9,
    deliveredSeq: 9,
    readAt: expect.any(String),
  })
})

test('[D18] unread counts messages of others, not removed, after my position', async () => {
  const { core } = await testCore()
  const { ann, bob, id } = await pair(core)
  await say(core, ann, id, 'one')
  const second = await say(core, ann, id, 'two')
  await say(core, bob, id, 'mine')
  await say(core, ann, id, 'three')
  const unread = async () => (await get(core, bob, id)).unreadCount
  expect(await unread()).toBe(3)
  await remove(core, ann, second.id)
  expect(await unread()).toBe(2)
  await markRead(core, bob, { conversationId: id, seq: 1 })
  expect(await unread()).toBe(1)
  await markRead(core, bob, { conversationId: id, seq: 4 })
  expect(await unread()).toBe(0)
})

test('[D16] what is my own reaches my devices alone and closes no gap', async () => {
  const { core } = await testCore()
  const { ann, bob, id } = await pair(core)
  const mine = reader(core, ann)
  const theirs = reader(core, bob)
  await mine.ready()
  await theirs.ready()
  await setMine(core, ann, { conversationId: id, pinned: true })
  await expect
    .poll(() => mine.changes())
    .toMatchObject([
      { conversationId: id, version: 1, head: true, participant: { pinned: true, mineVersion: 1 } },
    ])
  await say(core, bob, id, 'and now')
  await expect.poll(() => theirs.changes()).toMatchObject([{ message: { seq: 1 } }])
  await setMine(core, ann, { conversationId: id, unread: true })
  await expect
    .poll(() => mine.changes().at(-1))
    .toMatchObject({ head: true, participant: { markedUnread: true, readSeq: 0 } })
  await markRead(core, ann, { conversationId: id, seq: 1 })
  await expect
    .poll(() => theirs.changes().at(-1))
    .toMatchObject({ participant: { userId: ann.userId, readSeq: 1 } })
  const told = JSON.stringify([theirs.changes(), await get(core, bob, id)])
  for (const own of ['"pinned":true', 'markedUnread":true']) expect(told).not.toContain(own)
  expect(JSON.stringify(theirs.changes())).not.toMatch(/pinned|markedUnread/)
  const { participants } = await get(core, ann, id)
  // Reading is no looking at what one wanted to come back to.
  expect(participants[0]).toMatchObject({ userId: ann.userId, markedUnread: true })
})

test('[D16] from where on somebody sees a group is not told with what they read', async () => {
  const { core } = await testCore()
  const { ann, dan, id } = await group(core)
  await say(core, ann, id, 'before')
  await add(core, ann, id, dan)
  const mine = reader(core, ann)
  await mine.ready()
  await markRead(core, dan, { conversationId: id, seq: 2 })
  // What the joining brought may still come.
  await expect
    .poll(() => mine.changes().at(-1))
    .toMatchObject({ participant: { userId: dan.userId, readSeq: 2 } })
  expect(JSON.stringify(mine.changes())).not.toContain('afterSeq')
})

test('in more than 32 people a position is one’s own and raises no version', async () => {
  const { core } = await testCore()
  const ann = await person(core, 'Ann', 'admin')
  const others = await Promise.all(Array.from({ length: 33 }, () => person(core, 'Member')))
  const { id } = await open(core, ann, { participantIds: others.map(({ userId }) => userId) })
  await say(core, ann, id, 'hello all')
  const [bob, cem] = others
  const mine = reader(core, bob!)
  const theirs = reader(core, cem!)
  await mine.ready()
  await theirs.ready()
  await markRead(core, bob!, { conversationId: id, seq: 1 })
  await expect
    .poll(() => mine.changes().at(-1))
    .toMatchObject({ version: 2, head: true, participant: { readSeq: 1, mineVersion: 1 } })
  expect(await get(core, bob!, id)).toMatchObject({ version: 2, unreadCount: 0 })
  expect(theirs.changes().filter(change => 'participant' in change)).toEqual([])
  const seen = await get(core, cem!, id)
  const bobs = seen.participants.find(({ userId }) => userId === bob!.userId)
  expect(bobs).toMatchObject({ readSeq: 0, deliveredSeq: 0 })
  expect(bobs).not.toHaveProperty('readAt')
  const { changes } = await changesSince(core, cem!, { conversationId: id, version: 0 })
  expect(JSON.stringify(changes)).not.toContain('readAt')
})
