import { memoryBus } from '@parley/bus/memory'
import type { Change } from '@parley/protocol/change'
import { expect, test } from 'vitest'
import { open } from '../chat/open.ts'
import { pair, person, say, testCore } from '../testing/testCore.ts'
import { createAnnounce } from './announce.ts'
import { createMemberLists } from './members.ts'

/** What was published to whom, and how often the database was asked. */
function watching(sql: Parameters<typeof createMemberLists>[0]) {
  const published: [string[], Change][] = []
  const bus = memoryBus()
  bus.publish = (people, change) => published.push([people.toSorted(), change])
  let asked = 0
  const counting = new Proxy(sql, {
    apply(target, self, args) {
      asked += 1
      return Reflect.apply(target, self, args)
    },
  })
  return {
    announce: createAnnounce(createMemberLists(counting), bus),
    published,
    asked: () => asked,
  }
}

test('[D8] the members are read once for as long as their version stands', async () => {
  const { core } = await testCore()
  const { ann, bob, id } = await pair(core)
  const { announce, published, asked } = watching(core.sql)
  const change: Change = { conversationId: id, version: 2, head: true }
  await Promise.all([announce(1, change), announce(1, change), announce(1, change)])
  expect(asked()).toBe(1)
  expect(announce(1, change)).toBeUndefined()
  expect(published).toEqual(Array(4).fill([[ann.userId, bob.userId].toSorted(), change]))
  await core.sql`update conversations set members_version = 2 where id = ${id}`
  await announce(2, change)
  expect(announce(2, change)).toBeUndefined()
  expect(asked()).toBe(2)
})

test('[D8] whoever joined later is told the bare version of a message from before', async () => {
  const { core } = await testCore()
  const [ann, bob, cem] = [
    await person(core, 'Ann', 'admin'),
    await person(core, 'Bob', 'contractor'),
    await person(core, 'Cem'),
  ]
  const { id } = await open(core, ann, { participantIds: [bob.userId, cem.userId] })
  const [first, second] = [await say(core, ann, id, 'first'), await say(core, ann, id, 'second')]
  await core.sql`update participants set after_seq = 1 where user_id = ${cem.userId}`
  const { announce, published } = watching(core.sql)
  const of = (message: typeof first) => ({ conversationId: id, version: message.version, message })
  await announce(1, of(first))
  announce(1, of(second))
  const [two, three] = [
    [ann, bob],
    [ann, bob, cem],
  ].map(people => people.map(({ userId }) => userId).toSorted())
  expect(published).toEqual([
    [two, of(first)],
    [[cem.userId], { conversationId: id, version: first.version }],
    [three, of(second)],
  ])
})
