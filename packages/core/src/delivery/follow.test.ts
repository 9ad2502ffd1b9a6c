import { memoryBus } from '@parley/bus/memory'
import type { Sql } from '@parley/db/database'
import { parseCursor } from '@parley/protocol/cursor'
import { expect, test } from 'vitest'
import { open } from '../chat/open.ts'
import { setMine } from '../chat/setMine.ts'
import { reader } from '../testing/reader.ts'
import { pair, person, say, testCore, testNode } from '../testing/testCore.ts'
import { follow } from './follow.ts'
import { createHub } from './hub.ts'

/** A bus that loses every publication. */
function deafBus() {
  return { ...memoryBus(), publish() {} }
}

test('[D8] a message reaches every device of the participants and nobody else', async () => {
  const { core } = await testCore()
  const { ann, bob, id } = await pair(core)
  const eve = await person(core, 'Eve')
  const devices = [reader(core, ann), reader(core, bob), reader(core, bob)]
  const stranger = reader(core, eve)
  for (const device of [...devices, stranger]) await device.ready()
  const message = await say(core, ann, id, 'hello')
  for (const device of devices) {
    await expect.poll(() => device.changes()).toEqual([{ conversationId: id, version: 2, message }])
  }
  await core.delivery.hub.sweep()
  await expect.poll(() => stranger.frames.length).toBeGreaterThan(1)
  expect(stranger.changes()).toEqual([])
})

test('[D9] nothing falls between subscribing and reading, whenever a message is sent', async () => {
  const { core } = await testCore()
  const { ann, bob, id } = await pair(core)
  const first = reader(core, bob)
  await first.ready()
  const from = first.cursor()
  await first.stop()
  for (let round = 0; round < 40; round += 1) {
    const device = reader(core, bob, from)
    const [message] = await Promise.all([say(core, ann, id, `${round}`), device.ready()])
    await expect
      .poll(() => Math.max(0, ...device.changes().map(({ version }) => version)))
      .toBeGreaterThanOrEqual(message.version)
    await device.stop()
  }
})

test('[D10] resuming brings heads for what changed since, one’s own settings included', async () => {
  const { core } = await testCore()
  const { ann, bob, id } = await pair(core)
  const quiet = await pair(core)
  const { id: muted } = await open(core, ann, {
    participantIds: [quiet.bob.userId],
  })
  const before = reader(core, ann)
  await before.ready()
  const from = before.cursor()
  await before.stop()
  await say(core, bob, id, 'while you were away')
  await setMine(core, ann, { conversationId: muted, muted: true })
  const after = reader(core, ann, from)
  await after.ready()
  const heads = after.changes().toSorted((a, b) => b.version - a.version)
  expect(heads).toMatchObject([
    { conversationId: id, version: 2, head: true, participant: { userId: ann.userId } },
    { conversationId: muted, version: 1, head: true, participant: { muted: true } },
  ])
})

test('[D10] without a cursor there are no heads, but a tick at once', async () => {
  const { core } = await testCore()
  const { ann } = await pair(core)
  const device = reader(core, ann)
  await device.ready()
  expect(device.changes()).toEqual([])
})

test('[D11] a cursor that says nothing here is a full resume of one’s own conversations', async () => {
  const { core } = await testCore()
  const { ann, bob, id } = await pair(core)
  await pair(core)
  await say(core, ann, id, 'hello')
  const newest = async (caller: typeof ann) => {
    const device = reader(core, caller)
    await device.ready()
    return device.cursor() ?? ''
  }
  const epoch = parseCursor(await newest(bob))?.epoch
  for (const cursor of [
    'nonsense',
    await newest(ann),
    "'; drop table messages; --",
    '-5',
    `18446744073709551614.${epoch}`,
    `18446744073709551615.${epoch}`,
    `99999999999999999999999.${epoch}`,
    '1.00000000-0000-4000-8000-00000000000f',
  ]) {
    const device = reader(core, bob, cursor)
    await device.ready()
    const heads = device.changes().filter(change => 'head' in change)
    expect(heads).toMatchObject([{ conversationId: id, version: 2 }])
    await device.stop()
  }
})

test('[D12] a lost publication is found by the sweep, once', async () => {
  const { core } = await testCore(deafBus())
  const { ann, bob, id } = await pair(core)
  const device = reader(core, bob)
  await device.ready()
  await say(core, ann, id, 'lost on the way')
  await core.delivery.hub.sweep()
  await expect
    .poll(() => device.changes())
    .toMatchObject([{ conversationId: id, version: 2, head: true }])
  await core.delivery.hub.sweep()
  await core.delivery.hub.sweep()
  await expect.poll(() => device.frames.length).toBeGreaterThan(2)
  expect(device.changes()).toHaveLength(1)
})

test('[D12] a change that commits late is still found', async () => {
  const { core, databaseUrl } = await testCore(deafBus())
  const other = await testNode(databaseUrl)
  const { ann, bob, id } = await pair(core)
  const { id: second } = await open(core, ann, {
    participantIds: [(await person(core, 'Cem', 'contractor')).userId],
  })
  const device = reader(core, ann)
  await device.ready()
  await other.core.sql.begin(async tx => {
    await tx`update conversations set version = version + 1, changed_xid = pg_current_xact_id() where id = ${id}`
    await setMine(core, ann, { conversationId: second, muted: true })
    await core.delivery.hub.sweep()
    // While others' transactions run, the openings may be told as well.
    const told = () => device.changes().map(({ conversationId }) => conversationId)
    await expect.poll(told).toContain(second)
    expect(device.changes().filter(({ version }) => version > 1)).toEqual([])
  })
  await core.delivery.hub.sweep()
  await expect.poll(() => device.changes().at(-1)).toMatchObject({ conversationId: id, version: 2 })
  expect(bob.userId).not.toBe(ann.userId)
})

test('[D12] what was forwarded is not sent again by the sweep', async () => {
  const { core } = await testCore()
  const { ann, bob, id } = await pair(core)
  const device = reader(core, bob)
  await device.ready()
  for (let at = 0; at < 5; at += 1) await say(core, ann, id, `${at}`)
  await expect.poll(() => device.changes()).toHaveLength(5)
  for (let at = 0; at < 3; at += 1) await core.delivery.hub.sweep()
  await expect.poll(() => device.frames.at(-1)?.changes).toEqual([])
  expect(device.changes()).toHaveLength(5)
})

test('[D12] the cursor moves forward with the sweep, so a later resume brings nothing old', async () => {
  const { core } = await testCore()
  const { ann, bob, id } = await pair(core)
  const device = reader(core, bob)
  await device.ready()
  await say(core, ann, id, 'seen')
  await expect.poll(() => device.changes()).toHaveLength(1)
  const [said] = await core.sql<{ xid: string }[]>`
    select changed_xid::text as xid from conversations where id = ${id}`
  // Others on this Postgres may be at work: the horizon waits for them.
  await expect
    .poll(
      async () => {
        await core.delivery.hub.sweep()
        return BigInt(parseCursor(device.cursor() ?? '')?.horizon ?? 0)
      },
      { timeout: 20_000 },
    )
    .toBeGreaterThan(BigInt(said?.xid ?? 0))
  const later = reader(core, bob, device.cursor())
  await later.ready()
  expect(later.changes()).toEqual([])
})

test('[D13] a reader that stops reading holds one head, however much is written', async () => {
  const { core } = await testCore()
  const { ann, bob, id } = await pair(core)
  let release = () => {}
  const held = new Promise<void>(resolve => {
    release = resolve
  })
  let asked = 0
  const stalled = reader(core, bob, undefined, () => {
    asked += 1
    return asked === 1 ? Promise.resolve() : held
  })
  await stalled.ready()
  const text = 'x'.repeat(4000)
  for (let at = 0; at < 80; at += 1) await say(core, ann, id, text)
  const last = await say(core, ann, id, 'last')
  release()
  await expect
    .poll(() => Math.max(0, ...stalled.changes().map(({ version }) => version)))
    .toBe(last.version)
  expect(stalled.changes()).toHaveLength(1)
  expect(stalled.changes()[0]).toMatchObject({ conversationId: id, head: true })
})

test('[D14] every frame has an id of its own, also over two subscriptions', async () => {
  const { core } = await testCore()
  const { ann, bob, id } = await pair(core)
  const devices = [reader(core, bob), reader(core, bob)]
  for (const device of devices) await device.ready()
  for (let at = 0; at < 5; at += 1) {
    await say(core, ann, id, `${at}`)
    await core.delivery.hub.sweep()
  }
  for (const device of devices) await expect.poll(() => device.frames.length).toBeGreaterThan(5)
  const ids = devices.flatMap(device => device.frames.map(frame => frame.id))
  expect(new Set(ids).size).toBe(ids.length)
})

test('a subscription that has ended holds nothing', async () => {
  const bus = memoryBus()
  const counts = { subscribed: 0, unsubscribed: 0 }
  const { core } = await testCore({
    ...bus,
    async subscribe(person, listener) {
      counts.subscribed += 1
      const leave = await bus.subscribe(person, listener)
      return () => {
        counts.unsubscribed += 1
        leave()
      }
    },
  })
  const { bob } = await pair(core)
  const devices = [reader(core, bob), reader(core, bob)]
  for (const device of devices) await device.ready()
  expect(counts).toEqual({ subscribed: 1, unsubscribed: 0 })
  for (const device of devices) await device.stop()
  await expect.poll(() => counts).toEqual({ subscribed: 1, unsubscribed: 1 })
})
test('[D12] two devices that begin at once, the older reading answering last, miss nothing', async () => {
  const { core } = await testCore()
  const { ann, bob, id } = await pair(core)
  const answers = heldAnswers(core.sql)
  const hub = createHub({ sql: answers.sql, bus: deafBus(), tickMs: 0, now: Date.now })
  const slow = hub.join(bob.userId, () => {})
  const beginning = hub.begin(slow, undefined)
  await answers.read
  await say(core, ann, id, 'lost on the way')
  const quick = hub.join(bob.userId, () => {})
  await hub.begin(quick, undefined)
  answers.release()
  await beginning
  await hub.sweep()
  expect(slow.take().changes).toMatchObject([{ conversationId: id, version: 2, head: true }])
})

test('[D12] a sweep that fails says so, and the next one finds what it missed', async () => {
  const { core } = await testCore(deafBus())
  const { ann, bob, id } = await pair(core)
  const device = reader(core, bob)
  await device.ready()
  await say(core, ann, id, 'lost on the way')
  await core.sql`alter table participants rename to hidden`
  await expect(core.delivery.hub.sweep()).rejects.toThrow()
  await core.sql`alter table hidden rename to participants`
  await core.delivery.hub.sweep()
  await expect.poll(() => device.changes()).toMatchObject([{ conversationId: id, version: 2 }])
})

test('a subscription that is given up while it begins holds nothing', async () => {
  const { core } = await testCore()
  const { bob } = await pair(core)
  const answers = heldAnswers(core.sql)
  let left = 0
  const leave = () => {
    left += 1
  }
  const bus = memoryBus()
  const hub = createHub({
    sql: answers.sql,
    bus: { ...bus, subscribe: async () => leave },
    tickMs: 0,
    now: Date.now,
  })
  const stop = new AbortController()
  const writable = () => Promise.resolve()
  const subscriber = { signal: stop.signal, writable }
  const frames = follow({ ...core.delivery, hub }, bob.userId, undefined, subscriber)
  const first = frames.next()
  await answers.read
  stop.abort()
  expect(await first).toMatchObject({ done: true })
  await expect.poll(() => left).toBe(1)
  answers.release()
})

test('a subscription to a bus that refuses ends with its error and holds nothing', async () => {
  const { core } = await testCore()
  const { bob } = await pair(core)
  let refuse = true
  const bus = memoryBus()
  const hub = createHub({
    sql: core.sql,
    bus: {
      ...bus,
      subscribe: (person, listener) =>
        refuse ? Promise.reject(new Error('no bus')) : bus.subscribe(person, listener),
    },
    tickMs: 0,
    now: Date.now,
  })
  const subscriber = { signal: new AbortController().signal, writable: () => Promise.resolve() }
  const followed = () => follow({ ...core.delivery, hub }, bob.userId, undefined, subscriber).next()
  await expect(followed()).rejects.toThrow('no bus')
  refuse = false
  expect(await followed()).toMatchObject({ done: false })
})

/** A pool whose first answer is read at once and handed over when it is released. */
function heldAnswers(sql: Sql) {
  let release = () => {}
  const released = new Promise<void>(resolve => {
    release = resolve
  })
  let isRead = () => {}
  const read = new Promise<void>(resolve => {
    isRead = resolve
  })
  let calls = 0
  const holding = new Proxy(sql, {
    apply(target, self, args) {
      const answer = Reflect.apply(target, self, args)
      calls += 1
      if (calls > 1) return answer
      return Promise.resolve(answer).then(async rows => {
        isRead()
        await released
        return rows
      })
    },
  })
  return { sql: holding, read, release: () => release() }
}
