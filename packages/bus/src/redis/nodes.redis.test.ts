import { randomUUID } from 'node:crypto'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { nowhere } from '../attendance.ts'
import type { Bus } from '../bus.ts'
import { change } from '../contract.ts'
import { quick, type TestBus, testBus } from '../testing/redisNodes.ts'
import { type RedisServer, startRedis } from '../testing/redisServer.ts'
import { withRedis } from '../testing/withRedis.ts'
import { createLeases } from './leases.ts'
import { createNames } from './names.ts'
import { busOf, openStation, type RedisBusOptions } from './redisBus.ts'

const one = { connections: 1, away: 0 }
/** And what the test itself asks. */
const heartbeat = /^(eval|time|z\w+|expire|ping|info|config)/
const soon = { timeout: 5000, interval: 10 }

/** Listens for what is published to a person. */
async function listen(bus: Bus, person: string) {
  const heard: unknown[] = []
  await bus.subscribe(person, change => heard.push(change))
  return heard
}

withRedis(() => {
  let redis: RedisServer
  beforeAll(async () => {
    redis = await startRedis()
  })
  afterAll(() => redis.dispose())

  /** Three, each of which knows of the others. */
  async function nodes(options: Partial<RedisBusOptions> = {}): Promise<TestBus[]> {
    await redis.flush()
    const open = () => testBus(redis.url, { timeoutMs: 2000, ...options })
    const buses = [await open(), await open(), await open()]
    await expect
      .poll(async () => Promise.all(buses.map(bus => bus.ask({ about: 'node' }))), soon)
      .toEqual(buses.map(() => [expect.anything(), expect.anything(), expect.anything()]))
    return buses
  }

  /** How many commands Redis got during this: to publish, and all but those of the heartbeat. */
  async function commands(during: () => Promise<void>) {
    await redis.ask('config', 'resetstat')
    await during()
    const stats = String(await redis.ask('info', 'commandstats'))
    const counts = [...stats.matchAll(/cmdstat_(\S+?):calls=(\d+)/g)]
    const of = (isMeant: (name: string) => boolean) =>
      counts.reduce((sum, [, name = '', calls]) => sum + (isMeant(name) ? Number(calls) : 0), 0)
    return { publish: of(name => name === 'publish'), all: of(name => !heartbeat.test(name)) }
  }

  test('a change reaches each device once, on whichever node', async () => {
    const [a, b, c] = await nodes()
    const heard = [await listen(a!, 'ann'), await listen(b!, 'ann'), await listen(c!, 'bob')]
    const other = await listen(c!, 'cem')
    a!.publish(['ann', 'bob'], change)
    await expect.poll(() => heard, soon).toEqual([[change], [change], [change]])
    b!.publish(['bob'], change)
    await expect.poll(() => heard, soon).toEqual([[change], [change], [change, change]])
    expect(other).toEqual([])
  })

  test('where people outnumber the nodes, each other node is told once', async () => {
    const [a, b, c] = await nodes()
    const people = Array.from({ length: 500 }, (_, index) => `person ${index}`)
    const heard = [await listen(b!, 'person 7'), await listen(c!, 'person 499')]
    const stranger = await listen(c!, 'stranger')
    const { publish } = await commands(async () => {
      a!.publish(people, change)
      await expect.poll(() => heard, soon).toEqual([[change], [change]])
    })
    expect(publish).toBe(2)
    expect(stranger).toEqual([])
  })

  test.for([100, 1000])('two commands for a message of a pair, among %i people', async people => {
    const [a, b, c] = await nodes()
    const seats = [a!, b!, c!]
    const names = Array.from({ length: people }, (_, index) => `person ${index}`)
    let heard = 0
    await Promise.all(
      names.map((name, index) => seats[index % 3]?.subscribe(name, () => void heard++)),
    )
    const messages = 200
    const count = await commands(async () => {
      for (let index = 0; index < messages; index++) {
        const at = (index * 7) % (people - 1)
        seats[at % 3]?.publish([names[at] ?? '', names[at + 1] ?? ''], change)
      }
      await expect.poll(() => heard, soon).toBe(2 * messages)
    })
    expect(count).toEqual({ publish: 2 * messages, all: 2 * messages })
  })

  test('signals, reasons to look, and notices reach the other nodes', async () => {
    const [a, b] = await nodes()
    const heard: unknown[] = []
    const signal = { test: { id: '1' } }
    await b!.hear('ann', signal => heard.push(signal))
    await b!.watch('ann', () => heard.push('look'))
    b!.onNotice(notice => heard.push(notice))
    a!.signal(['ann'], signal)
    a!.stir('ann')
    a!.tell({ revokedSession: 's' })
    await expect
      .poll(() => heard, soon)
      .toEqual(expect.arrayContaining([signal, 'look', { revokedSession: 's' }]))
    expect(heard).toHaveLength(3)
  })

  test('whoever leaves and comes back in one moment is still heard', async () => {
    const [a, b] = await nodes()
    const leave = await b!.subscribe('ann', () => {})
    leave()
    const heard = await listen(b!, 'ann')
    a!.publish(['ann'], change)
    await expect.poll(() => heard, soon).toEqual([change])
  })

  test('connections are counted over all nodes', async () => {
    const [a, b, c] = await nodes()
    await a!.attend('ann', { connections: 2, away: 1 })
    await b!.attend('ann', one)
    await c!.attend('bob', one)
    for (const bus of [a!, b!, c!])
      expect(await bus.attendances(['ann', 'bob', 'cem'])).toEqual([
        { connections: 3, away: 1 },
        one,
        nowhere,
      ])
  })

  test('what is on its way to another node is there, and no limit counts it', async () => {
    const [a, b] = await nodes()
    await a!.attend('ann', { connections: 1, away: 1, moving: 1 })
    expect(await b!.attendances(['ann'])).toEqual([{ connections: 1, away: 1 }])
    expect(await b!.attend('ann', one, 1)).toBe(true)
    expect(await a!.attendances(['ann'])).toEqual([{ connections: 2, away: 1 }])
    expect(await a!.attend('ann', one, 1)).toBe(false)
  })

  test('of many at once on all nodes, exactly as many are let in as may be', async () => {
    const seats = await nodes()
    const enter = async (bus: Bus) => {
      const let_ = []
      for (let count = 1; count <= 5; count++) {
        if (await bus.attend('ann', { connections: count, away: 0 }, 7)) let_.push(count)
      }
      return let_.length
    }
    const inside = await Promise.all(seats.map(enter))
    expect(inside.reduce((sum, count) => sum + count)).toBe(7)
    expect(await seats[0]!.attendances(['ann'])).toEqual([{ connections: 7, away: 0 }])
  })

  test('a node that closes is gone for the others at once', async () => {
    const [a, b] = await nodes()
    await b!.attend('ann', one)
    let upheavals = 0
    a!.onUpheaval(() => void upheavals++)
    await b!.close()
    await expect.poll(() => a!.attendances(['ann']), soon).toEqual([nowhere])
    expect(upheavals).toBeGreaterThan(0)
    expect(await redis.ask('keys', '*:at:*')).toEqual([])
  })

  test('a node that dies counts no more when its lease is over; one survivor tells who is nowhere now', async () => {
    const [a, b, c] = await nodes(quick)
    for (const person of ['ann', 'bob', 'cem']) await b!.attend(person, one)
    await c!.attend('bob', one)
    await a!.attend('cem', one)
    const deserted: string[] = []
    const upheavals = new Set<string>()
    for (const bus of [a!, c!]) {
      bus.onDeserted(people => deserted.push(...people))
      bus.onUpheaval(() => upheavals.add(bus.node))
    }
    expect(await a!.attendances(['ann', 'bob'])).toEqual([one, { connections: 2, away: 0 }])
    b!.die()
    await expect.poll(() => deserted, soon).toEqual(['ann'])
    expect(await c!.attendances(['ann', 'bob', 'cem'])).toEqual([nowhere, one, one])
    await expect.poll(() => upheavals, soon).toEqual(new Set([a!.node, c!.node]))
    // Nothing of it is left, and nobody finds it again.
    await expect.poll(() => redis.ask('zcard', 'parley0:leases'), soon).toBe(3)
    expect(await redis.ask('exists', 'parley0:at:ann')).toBe(0)
    expect(await redis.ask('keys', `*${b!.node}*`)).toEqual([expect.stringMatching(/:claim:/)])
    expect(deserted).toEqual(['ann'])
  })

  test('a node that is started after all others died finds them dead', async () => {
    const [a, b, c] = await nodes(quick)
    await a!.attend('ann', one)
    for (const bus of [a!, b!, c!]) bus.die()
    const since = performance.now()
    await expect.poll(() => performance.now() - since, soon).toBeGreaterThan(quick.leaseMs)
    const fresh = await testBus(redis.url, quick)
    expect(await fresh.attendances(['ann'])).toEqual([nowhere])
    await expect.poll(() => redis.ask('exists', 'parley0:at:ann'), soon).toBe(0)
  })

  test('a node that is started while the dead still hold leases does not vouch for them', async () => {
    const times = { leaseMs: 1500, everyMs: 100, timeoutMs: 400 }
    const dead = await nodes(times)
    await dead[0]!.attend('ann', one)
    for (const bus of dead) bus.die()
    const since = performance.now()
    await expect.poll(() => performance.now() - since, soon).toBeGreaterThan(900)
    const fresh = await testBus(redis.url, times)
    await expect.poll(() => fresh.attendances(['ann']), soon).toEqual([nowhere])
    expect(performance.now() - since).toBeLessThan(times.leaseMs + 500)
  })

  test('a node that takes a new seat is counted once', async () => {
    await redis.flush()
    const [a, b] = [await testBus(redis.url, quick), await testBus(redis.url, { everyMs: 60_000 })]
    await a.attend('ann', { connections: 3, away: 0 })
    expect(await b.attendances(['ann'])).toEqual([{ connections: 3, away: 0 }])
    let upheavals = 0
    b.onUpheaval(() => void upheavals++)
    const seats = await redis.ask('zrange', 'parley0:leases', 0, -1)
    const seat = Array.isArray(seats) ? seats.find(seat => seat.startsWith(a.node)) : ''
    await redis.ask('zrem', 'parley0:leases', seat)
    await expect.poll(() => upheavals, soon).toBeGreaterThan(0)
    expect(await b.attendances(['ann'])).toEqual([{ connections: 3, away: 0 }])
    expect(await redis.ask('hlen', 'parley0:at:ann')).toBe(2)
  })

  test('a node whose clock is ten minutes off lives as long as the others', async () => {
    const now = Date.now
    const [a] = await nodes(quick)
    vi.spyOn(Date, 'now').mockImplementation(() => now() - 600_000)
    const late = await testBus(redis.url, quick)
    vi.spyOn(Date, 'now').mockImplementation(() => now() + 600_000)
    const early = await testBus(redis.url, quick)
    const deserted: string[] = []
    for (const bus of [a!, late, early]) bus.onDeserted(people => deserted.push(...people))
    await late.attend('ann', one)
    await early.attend('bob', one)
    const since = performance.now()
    await expect
      .poll(() => performance.now() - since, soon)
      .toBeGreaterThan(quick.leaseMs + 2 * quick.everyMs)
    vi.restoreAllMocks()
    await expect.poll(() => a!.attendances(['ann', 'bob']), soon).toEqual([one, one])
    expect(deserted).toEqual([])
  })

  test('emptied, Redis is told everything again, and meanwhile nothing false is said', async () => {
    // Nobody dies here, however busy the machine is.
    const [a, b] = await nodes({ ...quick, leaseMs: 10_000 })
    await a!.attend('ann', one)
    await b!.attend('bob', one)
    // So they have heard of each other.
    await expect.poll(() => a!.attendances(['ann', 'bob']), soon).toEqual([one, one])
    const deserted: string[] = []
    for (const bus of [a!, b!]) bus.onDeserted(people => deserted.push(...people))
    await redis.flush()
    const seen = new Set<string>()
    await expect
      .poll(async () => {
        const said = await a!.attendances(['ann', 'bob'])
        seen.add(JSON.stringify(said))
        return said
      }, soon)
      .toEqual([one, one])
    expect([...seen].filter(said => said !== undefined)).toEqual([JSON.stringify([one, one])])
    await expect.poll(() => b!.attendances(['ann', 'bob']), soon).toEqual([one, one])
    expect(deserted).toEqual([])
    expect(a!.states).toEqual([true])
  })

  test('who starts misses nobody, though it has heard of others; who loses its lease does', async () => {
    await redis.flush()
    const commands = new Redis(redis.url)
    onTestFinished(() => commands.disconnect())
    const nothing = async () => {}
    const leases = createLeases({
      ...{ node: 'new', commands, names: createNames(), leaseMs: 10_000, everyMs: 60_000 },
      ...{ onNewSeat: nothing, onBegun: nothing, onDead: nothing, onUpheaval() {} },
    })
    for (const isComplete of [true, false]) {
      leases.came('gone.1')
      await leases.renew()
      expect(leases.isComplete()).toBe(isComplete)
      await redis.flush()
    }
  })

  test('emptied twice, Redis still misses who was there before the first time', async () => {
    await redis.flush()
    const a = await testBus(redis.url, quick)
    const b = await testBus(redis.url, { everyMs: 60_000 })
    await b.attend('bob', one)
    for (const seat of [2, 3]) {
      await redis.flush()
      await expect
        .poll(() => redis.ask('zrange', 'parley0:leases', 0, -1), soon)
        .toContain(`${a.node}.${seat}`)
      await a.ready()
      expect(await a.attendances(['bob'])).toBeUndefined()
    }
  })

  test('a node that lost its own lease leaves the dead to be cleared up again', async () => {
    await redis.flush()
    const a = await testBus(redis.url, quick)
    const station = await openStation({ url: redis.url, ...quick })
    const b = busOf(station)
    await testBus(redis.url, { everyMs: 60_000, leaseMs: 60_000 })
    await expect.poll(async () => (await b.ask({ about: 'node' })).length, soon).toBe(3)
    onTestFinished(() => b.close())
    await a.attend('ann', one)
    const deserted: string[] = []
    b.onDeserted(people => deserted.push(...people))
    const { commands } = station.connections
    const members = commands.smembers.bind(commands)
    vi.spyOn(commands, 'smembers').mockImplementationOnce(async key => {
      await redis.ask('zrem', 'parley0:leases', `${b.node}.1`)
      return members(key)
    })
    a.die()
    await expect.poll(() => deserted, soon).toEqual(['ann'])
  })

  test('a question is answered by all nodes; one that is silent is there without an answer', async () => {
    const [a, b, c] = await nodes({ patienceMs: 400 })
    a!.onQuestion(() => 'a')
    b!.onQuestion(async question => ({ b: question }))
    c!.onQuestion(() => new Promise(() => {}))
    const answers = await a!.ask({ about: 'node' })
    expect(answers).toHaveLength(3)
    expect(answers).toEqual(
      expect.arrayContaining([
        { node: a!.node, answer: 'a' },
        { node: b!.node, answer: { b: { about: 'node' } } },
        { node: c!.node, answer: undefined },
      ]),
    )
  })

  test('a shared budget is that of all nodes together, others are each node’s own', async () => {
    const [a, b, c] = await nodes()
    for (const shared of [true, false]) {
      const budget = { name: randomUUID(), points: 2, seconds: 30, shared }
      const spent = []
      for (const bus of [a!, b!, c!, a!]) spent.push((await bus.spend(budget, 'ann')).ok)
      expect(spent).toEqual(shared ? [true, true, false, false] : [true, true, true, true])
    }
  })

  test('what this version does not understand is counted and dropped', async () => {
    await redis.flush()
    let unreadable = 0
    const bus = await testBus(redis.url, { onUnreadable: () => void unreadable++ })
    const heard = await listen(bus, 'ann')
    const words = [
      'nonsense',
      '{}',
      JSON.stringify({ from: 'x', change: { ...change, version: 'seven' } }),
      JSON.stringify({ from: 'x', signal: { dance: true } }),
      JSON.stringify({ from: 'x', change }),
    ]
    for (const word of words) await redis.ask('publish', 'parley0:to:ann', word)
    await expect.poll(() => heard, soon).toEqual([change])
    expect(unreadable).toBe(4)
  })

  test('two databases of one Redis are two installations', async () => {
    await redis.flush()
    const [a, b] = [await testBus(redis.url), await testBus(`${redis.url}/3`)]
    const heard = await listen(b, 'ann')
    await a.attend('ann', one)
    a.publish(['ann'], change)
    a.publish(['ann', 'bob', 'cem', 'dan'], change)
    expect(await b.attendances(['ann'])).toEqual([nowhere])
    b.publish(['ann'], change)
    expect(heard).toEqual([change])
  })

  test('a key that something else was written to is that of nobody, and is written over', async () => {
    await redis.flush()
    const [a, b] = [await testBus(redis.url, quick), await testBus(redis.url, quick)]
    for (const person of ['eve', 'mallory']) await redis.ask('set', `parley0:at:${person}`, 'x')
    await a.attend('ann', one)
    expect(await b.attendances(['ann', 'eve', 'mallory'])).toEqual([one, nowhere, nowhere])
    expect(await a.attend('eve', one, 1)).toBe(true)
    expect(await b.attend('eve', one, 1)).toBe(false)
    expect(await b.attendances(['ann', 'eve'])).toEqual([one, one])
    expect(a.states).toEqual([true])
  })

  test('what Redis refuses of one person is tried again, and is no matter of the others', async () => {
    await redis.flush()
    const errors: unknown[] = []
    const [a, b] = [
      await testBus(redis.url, { ...quick, onError: error => errors.push(error) }),
      await testBus(redis.url, quick),
    ]
    let looks = 0
    await b.watch('eve', () => void looks++)
    const most = ['leases', 'with:*', 'claim:*', 'at:ann'].map(key => `~parley0:${key}`)
    await redis.ask('acl', 'setuser', 'default', 'resetkeys', ...most)
    try {
      await a.attend('eve', one)
      await a.attend('ann', one)
      await expect.poll(() => errors.length, soon).toBeGreaterThan(3)
      expect(await b.attendances(['ann'])).toEqual([one])
      expect(a.states).toEqual([true])
    } finally {
      await redis.ask('acl', 'setuser', 'default', 'allkeys')
    }
    await expect.poll(() => looks, soon).toBe(1)
    expect(await b.attendances(['eve'])).toEqual([one])
  })

  test('of a seat whose lease never began nothing is left', async () => {
    await redis.flush()
    const station = await openStation({ url: redis.url, ...quick })
    const bus = busOf(station)
    onTestFinished(() => bus.close())
    await bus.attend('ann', one)
    await bus.attend('bob', one)
    const { commands } = station.connections
    const evaluate = commands.eval.bind(commands)
    let beginnings = 0
    vi.spyOn(commands, 'eval').mockImplementation((...args) => {
      const begins = args[2] === 'parley0:leases' && args[5] === 1
      if (!begins || ++beginnings > 3) return evaluate(...args)
      if (beginnings === 2) void bus.attend('bob', nowhere)
      return Promise.reject(new Error('no answer'))
    })
    await redis.flush()
    await expect.poll(() => beginnings, soon).toBe(4)
    await expect.poll(() => redis.ask('keys', 'parley0:with:*'), soon).toHaveLength(1)
    expect(await redis.ask('hlen', 'parley0:at:ann')).toBe(1)
    expect(await redis.ask('hlen', 'parley0:at:bob')).toBe(0)
  })

  test('whoever is with a node is so for an end, whatever becomes of it', async () => {
    await redis.flush()
    const bus = await testBus(redis.url, { everyMs: 60_000 })
    // After the first heartbeat.
    for (let asked = 0; asked < 20; asked++) await bus.ready()
    await bus.attend('ann', one)
    const [key] = [await redis.ask('keys', 'parley0:with:*')].flat()
    expect(await redis.ask('ttl', String(key))).toBeGreaterThan(0)
  })

  test('nothing that is written stays for ever', async () => {
    const [a, b] = await nodes(quick)
    await a!.attend('ann', one)
    await b!.attend('ann', one, 5)
    await a!.spend({ name: 'x', points: 1, seconds: 9, shared: true }, 'ann')
    await expect
      .poll(async () => {
        const keys = await redis.ask('keys', '*')
        const left = Array.isArray(keys) ? keys.map(key => redis.ask('ttl', key)) : []
        return (await Promise.all(left)).filter(seconds => Number(seconds) < 0)
      }, soon)
      .toEqual([])
  })
})
