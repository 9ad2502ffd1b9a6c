// Acts on a group that meet each other, and messages that meet them, on two nodes.

import { memoryBus } from '@parley/bus/memory'
import type { Change } from '@parley/protocol/change'
import { expect, test } from 'vitest'
import type { Core } from '../core.ts'
import { history } from '../testing/pages.ts'
import { reader } from '../testing/reader.ts'
import { say, testCore, testNode } from '../testing/testCore.ts'
import { add, group, out, presentIn, reasonOf } from '../testing/testGroup.ts'
import { leave } from './leave.ts'
import { get } from './read.ts'
import { rename } from './rename.ts'

/** The machine may be busy. */
const soon = { timeout: 5000 }

async function twoNodes() {
  const bus = memoryBus()
  const { core, databaseUrl } = await testCore(bus)
  const other = await testNode(databaseUrl, bus)
  return { core, other: other.core }
}

async function linesOf(core: Core, by: Parameters<typeof history>[1], id: string) {
  const { messages } = await history(core, by, { conversationId: id, limit: 100 })
  return messages.flatMap(({ event }) => event ?? [])
}

/** Resolves when so many statements wait for a lock. */
async function waiting(core: Core, count: number): Promise<void> {
  const ask = () => core.sql`select from pg_stat_activity
    where wait_event_type = 'Lock' and datname = current_database()`
  await expect.poll(async () => (await ask()).length, soon).toBe(count)
}

function versionsOf(changes: readonly Change[], id: string): number[] {
  return changes.filter(one => one.conversationId === id).map(({ version }) => version)
}

test('[D4] a message that waits behind the removal of its sender is refused', async () => {
  const { core, other } = await twoNodes()
  const { ann, bob, id } = await group(core)
  const acts: Promise<string>[] = []
  await core.sql.begin(async tx => {
    await tx`select from conversations where id = ${id} for update`
    acts.push(reasonOf(out(core, ann, id, bob)))
    await waiting(core, 1)
    acts.push(reasonOf(say(other, bob, id, 'too late')))
    await waiting(core, 2)
  })
  expect(await Promise.all(acts)).toEqual(['done', 'NOT_FOUND'])
  expect((await get(core, ann, id)).lastSeq).toBe(1)
})

test('[D4] of many messages around a removal those before it are stored and the others refused', async () => {
  const { core, other } = await twoNodes()
  const { ann, bob, id } = await group(core)
  const sends = Array.from({ length: 30 }, (_, at) => say(at % 2 ? core : other, bob, id, `${at}`))
  const reasons = sends.map(reasonOf)
  await sends[0]
  await out(other, ann, id, bob)
  expect(await reasonOf(say(core, bob, id, 'after'))).toBe('NOT_FOUND')
  const stored = (await Promise.all(reasons)).filter(reason => reason === 'done').length
  const { messages } = await history(core, ann, { conversationId: id, limit: 100 })
  expect(messages).toHaveLength(stored + 1)
  expect(messages.at(-1)).toMatchObject({ event: { kind: 'removed' } })
})

test('[D22] whoever is added twice at once joins once', async () => {
  const { core, other } = await twoNodes()
  const { ann, dan, id } = await group(core)
  const adds = [core, other, core, other].map(node => add(node, ann, id, dan))
  for (const answer of await Promise.all(adds)) expect(presentIn(answer)).toContain(dan.userId)
  expect(await linesOf(core, ann, id)).toEqual([{ kind: 'added', userIds: [dan.userId] }])
  expect((await get(core, dan, id)).version).toBe(3)
})

test('[D22] whoever leaves and is removed at once goes once', async () => {
  const { core, other } = await twoNodes()
  const { ann, bob, id } = await group(core)
  const [left, removed] = await Promise.all([
    reasonOf(leave(core, bob, id)),
    reasonOf(out(other, ann, id, bob)),
  ])
  expect(['done', 'NOT_FOUND']).toContain(left)
  expect(removed).toBe('done')
  expect(await linesOf(core, ann, id)).toHaveLength(1)
  expect((await get(core, ann, id)).version).toBe(3)
})

test('[D22] whoever is added while leaving is in or out, as the last line tells', async () => {
  const { core, other } = await twoNodes()
  const { ann, bob, id } = await group(core)
  for (let round = 0; round < 5; round += 1) {
    await Promise.all([reasonOf(leave(core, bob, id)), add(other, ann, id, bob)])
    const last = (await linesOf(core, ann, id)).at(-1)
    const isIn = presentIn(await get(core, ann, id)).includes(bob.userId)
    expect(isIn).toBe(last?.kind !== 'left')
    await add(core, ann, id, bob)
  }
})

test('[D1] versions of many acts at once have no gap and reach whoever stays', async () => {
  const { core, other } = await twoNodes()
  const { ann, bob, cem, dan, id } = await group(core)
  const device = reader(other, ann)
  await device.ready()
  const acts = Array.from({ length: 6 }, (_, at) => [
    add(core, ann, id, dan),
    rename(other, ann, { conversationId: id, title: `title ${at}` }),
    say(core, bob, id, `${at}`),
    out(other, ann, id, at % 2 ? dan : cem),
    say(other, cem, id, `${at}`),
    leave(core, dan, id),
  ]).flat()
  for (const reason of await Promise.all(acts.map(reasonOf))) {
    expect(['done', 'NOT_FOUND']).toContain(reason)
  }
  const { version } = await get(core, ann, id)
  const all = Array.from({ length: version - 1 }, (_, at) => at + 2)
  await expect
    .poll(() => versionsOf(device.changes(), id).toSorted((a, b) => a - b), soon)
    .toEqual(all)
})

test('[D23] whoever goes is told so on every node, and of nothing after it', async () => {
  const { core, other } = await twoNodes()
  const { ann, bob, cem, id } = await group(core)
  const devices = [reader(core, bob), reader(other, bob)]
  for (const device of devices) await device.ready()
  const stays = reader(other, cem)
  await stays.ready()
  await Promise.all([core, other].map(node => say(node, cem, id, 'with Bob')))
  await out(core, ann, id, bob)
  for (const node of [core, other]) {
    await say(node, ann, id, 'without Bob')
    await rename(node, ann, { conversationId: id, title: node === core ? 'one' : 'other' })
  }
  const { version } = await get(core, cem, id)
  await expect.poll(() => Math.max(...versionsOf(stays.changes(), id)), soon).toBe(version)
  for (const node of [core, other]) await node.delivery.hub.sweep()
  for (const device of devices) {
    const own = { userId: bob.userId, leftAt: expect.any(String) }
    expect(device.changes().at(-1)).toMatchObject({ version: 4, head: true, participant: own })
    expect(Math.max(...versionsOf(device.changes(), id))).toBe(4)
  }
})

test('[D23] whoever goes is told so by the sweep when the nodes cannot reach each other', async () => {
  const { core, databaseUrl } = await testCore()
  const { core: apart } = await testNode(databaseUrl)
  const { ann, bob, id } = await group(core)
  const device = reader(apart, bob)
  await device.ready()
  await out(core, ann, id, bob)
  await say(core, ann, id, 'without Bob')
  const told = () =>
    device.changes().filter(change => 'head' in change && change.participant?.leftAt)
  await expect
    .poll(async () => {
      await apart.delivery.hub.sweep()
      return told().length
    }, soon)
    .toBe(1)
  expect(told()).toMatchObject([{ version: 2, participant: { userId: bob.userId } }])
})

test('[D24] who joins is told so on every node and reads the conversation at once', async () => {
  const { core, other } = await twoNodes()
  const { ann, dan, id } = await group(core)
  const device = reader(other, dan)
  await device.ready()
  await say(core, ann, id, 'before')
  await add(core, ann, id, dan)
  await expect.poll(() => device.changes().length, soon).toBeGreaterThan(0)
  const own = { userId: dan.userId, afterSeq: 1, readSeq: 1 }
  expect(device.changes()[0]).toMatchObject({ version: 4, head: true, participant: own })
  expect(await get(other, dan, id)).toMatchObject({ version: 4, unreadCount: 1 })
  await say(other, ann, id, 'after')
  await expect.poll(() => device.changes().at(-1), soon).toMatchObject({ message: { seq: 3 } })
})
