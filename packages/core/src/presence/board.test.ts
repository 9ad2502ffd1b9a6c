import type { Bus } from '@parley/bus/bus'
import type { Sql } from '@parley/db/database'
import { expect, onTestFinished, test } from 'vitest'
import { addPeople } from '../chat/addPeople.ts'
import { leave } from '../chat/leave.ts'
import { open } from '../chat/open.ts'
import type { Caller, Core } from '../core.ts'
import { block, unblock } from '../people/block.ts'
import { setPreferences } from '../people/me.ts'
import { joinedBuses } from '../testing/joinedBuses.ts'
import { pair, person, testCore, testNode } from '../testing/testCore.ts'
import { watcher } from '../testing/watcher.ts'
import { createBoard } from './board.ts'

/** Two nodes on one database; Ann is on the first, Bob on the second. */
async function twoNodes() {
  const joined = joinedBuses(2)
  const { core: first, databaseUrl } = await testCore(joined.buses[0])
  const { core: second } = await testNode(databaseUrl, joined.buses[1])
  return { ...joined, first, second, ...(await pair(first)) }
}

const enter = async (core: Core, { userId }: Caller) => {
  const attended = await core.presence.attending.enter(userId)
  if (!attended) throw new Error('was refused')
  return attended
}

test('[P7] the present state of each once, in order, then what differs, also across nodes', async () => {
  const { first, second, ann, bob } = await twoNodes()
  const eve = await person(first, 'Eve')
  await enter(first, ann)
  const seen = watcher(first, ann, [bob, eve, ann, bob])
  await expect
    .poll(() => seen.shown.map(({ userId }) => userId))
    .toEqual([bob.userId, eve.userId, ann.userId])
  expect(seen.said()).toEqual(['offline 0', 'offline 0', 'online 1'])
  const phone = await enter(second, bob)
  await expect.poll(() => seen.said().slice(3)).toEqual(['online 1'])
  const laptop = await enter(first, bob)
  await expect.poll(() => seen.said().slice(4)).toEqual(['online 2'])
  phone.setAway(true)
  laptop.setAway(true)
  await expect.poll(() => seen.said().at(-1)).toBe('away 2')
  await enter(second, eve)
  phone.leave()
  laptop.leave()
  await expect.poll(() => seen.said().at(-1)).toBe('offline 0')
  expect(seen.shown.slice(3).every(({ userId }) => userId === bob.userId)).toBe(true)
  expect(seen.shown.at(-1)?.lastSeen).toBeDefined()
})

test('[P10] the switch and blocks are seen by both sides at once, on every node', async () => {
  const { first, second, ann, bob } = await twoNodes()
  await enter(first, ann)
  await enter(second, bob)
  const bobSeen = watcher(first, ann, [bob])
  const annSeen = watcher(second, bob, [ann])
  await expect.poll(() => [bobSeen.said(), annSeen.said()]).toEqual([['online 1'], ['online 1']])
  await setPreferences(first, ann, { showOnline: false })
  await expect.poll(() => bobSeen.said().at(-1)).toBe('offline 0')
  await expect.poll(() => annSeen.said().at(-1)).toBe('offline 0')
  await setPreferences(first, ann, { showOnline: true })
  await expect.poll(() => bobSeen.said().at(-1)).toBe('online 1')
  await expect.poll(() => annSeen.said().at(-1)).toBe('online 1')
  await block(first, ann, bob.userId)
  await expect.poll(() => annSeen.said().at(-1)).toBe('offline 0')
  expect(annSeen.shown.at(-1)).not.toHaveProperty('lastSeen')
  await unblock(first, ann, bob.userId)
  await expect.poll(() => annSeen.said().at(-1)).toBe('online 1')
  expect(bobSeen.said()).toEqual(['online 1', 'offline 0', 'online 1'])
})

test('[P10] nobody hears of a change of rights in the place of whose they are', async () => {
  const { first, ann, bob } = await twoNodes()
  const eve = await person(first, 'Eve')
  await enter(first, bob)
  const eveSeen = watcher(first, eve, [{ userId: `rights of ${ann.userId}`, role: 'customer' }])
  const bobSeen = watcher(first, ann, [bob])
  await expect.poll(() => [eveSeen.said(), bobSeen.said()]).toEqual([['offline 0'], ['online 1']])
  await setPreferences(first, ann, { showOnline: false })
  await expect.poll(() => bobSeen.said()).toEqual(['online 1', 'offline 0'])
  expect(bobSeen.shown.map(({ userId }) => userId)).toEqual([bob.userId, bob.userId])
})

test('[P10] whom one looks at already is seen at once when a conversation with them is opened', async () => {
  const { first, second, ann, bob } = await twoNodes()
  const cem = await person(first, 'Cem', 'contractor')
  await enter(second, cem)
  await enter(first, ann)
  const cemSeen = watcher(first, ann, [cem])
  const annSeen = watcher(second, cem, [ann])
  await expect.poll(() => [cemSeen.said(), annSeen.said()]).toEqual([['offline 0'], ['offline 0']])
  await open(first, ann, { participantIds: [bob.userId, cem.userId] })
  await expect.poll(() => cemSeen.said().at(-1)).toBe('online 1')
  await expect.poll(() => annSeen.said().at(-1)).toBe('online 1')
})

test('[P12] while the nodes are parted: unknown to who may see, then the truth by itself', async () => {
  const { first, second, ann, bob, part, unite } = await twoNodes()
  const eve = await person(first, 'Eve')
  await enter(second, bob)
  const bobSeen = watcher(first, ann, [bob])
  const strangers = watcher(first, eve, [bob])
  await expect.poll(() => [bobSeen.said(), strangers.said()]).toEqual([['online 1'], ['offline 0']])
  part()
  await expect.poll(() => bobSeen.said().at(-1)).toBe('unknown 0')
  await enter(second, bob)
  unite()
  await expect.poll(() => bobSeen.said().at(-1)).toBe('online 2')
  expect(strangers.said()).toEqual(['offline 0'])
})

test('[P15] whoever was with a node that died is gone, and when is written by another', async () => {
  const { first, second, buses, ann, bob } = await twoNodes()
  await enter(second, bob)
  const seen = watcher(first, ann, [bob])
  await expect.poll(seen.said).toEqual(['online 1'])
  await first.sql`update people set last_seen = now() - interval '1 day' where id = ${bob.userId}`
  buses[1]!.die()
  const justNow = () => Date.now() - Date.parse(seen.shown.at(-1)?.lastSeen ?? '') < 10_000
  await expect.poll(() => [seen.said().at(-1), justNow()]).toEqual(['offline 0', true])
})

test('[P11] a reader that stops reading gets the latest state alone', async () => {
  const { core } = await testCore()
  const { ann, bob } = await pair(core)
  let goOn = () => {}
  let stalled = Promise.resolve()
  const seen = watcher(core, ann, [bob], () => stalled)
  await expect.poll(seen.said).toEqual(['offline 0'])
  stalled = new Promise(resolve => {
    goOn = resolve
  })
  const control = watcher(core, bob, [bob])
  for (let count = 1; count <= 5; count++) {
    await enter(core, bob)
    await expect.poll(() => control.said().at(-1)).toBe(`online ${count}`)
  }
  goOn()
  await expect.poll(seen.said).toEqual(['offline 0', 'online 5'])
})

test('[P8] [P17] a subscription ends at once, also while it waits for nothing or for its reader', async () => {
  const { core } = await testCore()
  const { ann, bob } = await pair(core)
  const idle = watcher(core, ann, [])
  const stuck = watcher(core, ann, [bob], () => new Promise(() => {}))
  await new Promise(setImmediate)
  await idle.end()
  expect(idle.shown).toEqual([])
  // This would never resolve, were the reader waited for.
  await stuck.end()
})

/** A board of its own that counts what it asks the nodes and the database. */
function countingBoard({ core, bus }: { core: Core; bus: Bus }, rereadMs = 2 ** 30) {
  const asked = { nodes: 0, database: 0 }
  const sql: Sql = new Proxy(core.sql, {
    apply(target, self, args) {
      if (String(args[0]).includes('from people')) asked.database += 1
      return Reflect.apply(target, self, args)
    },
  })
  const counting: Bus = {
    ...bus,
    attendances(people) {
      asked.nodes += 1
      return bus.attendances(people)
    },
  }
  const onError = (error: unknown) => expect.fail(String(error))
  const times = { rereadMs, gapMs: 0, retryMs: 50, watchedMost: 100 }
  const board = createBoard({ sql, bus: counting, onError, ...times })
  onTestFinished(() => board.close())
  return { board, asked }
}

test('[P9] what happens meanwhile is one statement and one question for all who look', async () => {
  const bus = joinedBuses(1).buses[0]!
  const { core } = await testCore(bus)
  const { ann, bob } = await pair(core)
  const { board, asked } = countingBoard({ core, bus })
  const filled = new Set<number>()
  const many = Array.from({ length: 20 }, (_, at) => {
    const [viewer, target] = at % 2 === 0 ? [ann, bob] : [bob, ann]
    return board.join(viewer.userId, [target.userId], () => filled.add(at))
  })
  await expect.poll(() => filled.size).toBe(20)
  expect(asked).toEqual({ nodes: 1, database: 1 })
  for (const watching of many) watching.take()
  filled.clear()
  await enter(core, bob)
  bus.stir(bob.userId)
  await expect.poll(() => filled.size).toBe(10)
  expect(asked.database).toBeLessThanOrEqual(3)
  expect(asked.nodes).toBe(asked.database)
})

test('[P9] when nodes come or go the database is asked only about those who count otherwise', async () => {
  const { buses, upheave } = joinedBuses(2)
  const { core } = await testCore(buses[0])
  const { ann, bob } = await pair(core)
  await enter(core, bob)
  const { board, asked } = countingBoard({ core, bus: buses[0]! })
  const watching = board.join(ann.userId, [bob.userId], () => {})
  await expect.poll(() => watching.take()?.status).toBe('online')
  upheave()
  await expect.poll(() => asked.nodes).toBe(2)
  await buses[1]!.attend(bob.userId, { connections: 1, away: 0 })
  upheave()
  await expect.poll(() => watching.take()?.connectionCount).toBe(2)
  expect(asked).toEqual({ nodes: 4, database: 2 })
})

test('[P10] who joins or leaves a group sees and is seen, or not, at once', async () => {
  const { first, second, ann, bob } = await twoNodes()
  const eve = await person(first, 'Eve', 'contractor')
  const cem = await person(first, 'Cem', 'contractor')
  await enter(first, ann)
  await enter(second, eve)
  const eveSeen = watcher(first, ann, [eve])
  const annSeen = watcher(second, eve, [ann])
  await expect.poll(() => [eveSeen.said(), annSeen.said()]).toEqual([['offline 0'], ['offline 0']])
  const { id } = await open(first, ann, { participantIds: [bob.userId, cem.userId] })
  await addPeople(first, ann, { conversationId: id, userIds: [eve.userId], withHistory: false })
  await expect.poll(() => eveSeen.said().at(-1)).toBe('online 1')
  await expect.poll(() => annSeen.said().at(-1)).toBe('online 1')
  await leave(second, eve, id)
  await expect.poll(() => eveSeen.said().at(-1)).toBe('offline 0')
  await expect.poll(() => annSeen.said().at(-1)).toBe('offline 0')
})

test('[P10] whatever else has changed is seen when all is read again', async () => {
  const bus = joinedBuses(1).buses[0]!
  const { core } = await testCore(bus)
  const { ann, bob, id } = await pair(core)
  await enter(core, bob)
  const { board } = countingBoard({ core, bus }, 20)
  const watching = board.join(ann.userId, [bob.userId], () => {})
  await expect.poll(() => watching.take()?.status).toBe('online')
  await core.sql`
    update participants set left_at = now()
    where conversation_id = ${id} and user_id = ${bob.userId}`
  await expect
    .poll(() => watching.take())
    .toEqual({
      ...{ userId: bob.userId, status: 'offline', connectionCount: 0 },
    })
})

test('[P16] one person watches so many and no more, until they watch fewer', async () => {
  const { core } = await testCore()
  const [ann, bob] = [await person(core, 'Ann'), await person(core, 'Bob')]
  const ids = (from: number) => Array.from({ length: 200 }, (_, at) => `person-${from + at}`)
  const { board } = core.presence
  const first = board.join(ann.userId, ids(0), () => {})
  for (let at = 1; at < 20; at++) board.join(ann.userId, ids(at * 200), () => {})
  const one = () => board.join(ann.userId, ['one more'], () => {})
  expect(one).toThrow(expect.objectContaining({ reason: 'TOO_LARGE' }))
  board.join(bob.userId, ['one more'], () => {})
  board.leave(first)
  one()
})

test('[P18] what fails while the database is away is shown when it is back', async () => {
  const { core } = await testCore()
  const { ann, bob } = await pair(core)
  let isAway = true
  const sql: Sql = new Proxy(core.sql, {
    apply(target, self, args) {
      if (isAway) throw new Error('the database is away')
      return Reflect.apply(target, self, args)
    },
  })
  const errors: unknown[] = []
  const board = createBoard({
    ...{ sql, bus: core.bus, onError: (error: unknown) => errors.push(error) },
    ...{ rereadMs: 2 ** 30, gapMs: 0, retryMs: 10, watchedMost: 100 },
  })
  let isFilled = false
  board.join(ann.userId, [bob.userId], () => {
    isFilled = true
  })
  await expect.poll(() => errors.length).toBeGreaterThan(1)
  isAway = false
  await expect.poll(() => isFilled).toBe(true)
  board.close()
})
