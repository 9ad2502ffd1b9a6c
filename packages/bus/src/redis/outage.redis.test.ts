import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { change } from '../contract.ts'
import { quick, type TestBus, testBus } from '../testing/redisNodes.ts'
import { type RedisServer, startRedis } from '../testing/redisServer.ts'
import { withRedis } from '../testing/withRedis.ts'
import { redisBus } from './redisBus.ts'

const one = { connections: 1, away: 0 }
const soon = { timeout: 10_000, interval: 10 }

async function listen(bus: TestBus, person: string) {
  const heard: unknown[] = []
  await bus.subscribe(person, change => heard.push(change))
  return heard
}

/** What people notice of a bus that has lost Redis: nothing waits, and nothing false is said. */
async function expectAlone(bus: TestBus): Promise<void> {
  const since = performance.now()
  const heard = await listen(bus, 'dan')
  bus.publish(['dan'], change)
  expect(heard).toEqual([change])
  expect(await bus.attendances(['ann'])).toBeUndefined()
  expect(await bus.attend('dan', one, 1)).toBe(true)
  expect(await bus.attend('dan', { connections: 2, away: 0 }, 1)).toBe(false)
  const budget = { name: randomUUID(), points: 1, seconds: 30, shared: true }
  expect(await bus.spend(budget, 'dan')).toEqual({ ok: true })
  expect(await bus.spend(budget, 'dan')).toMatchObject({ ok: false })
  expect(await bus.ask({ about: 'node' })).toHaveLength(1)
  await expect(bus.ready()).rejects.toThrow(/Redis/)
  expect(performance.now() - since).toBeLessThan(2 * quick.timeoutMs)
}

withRedis(() => {
  let redis: RedisServer
  let a: TestBus
  let b: TestBus
  beforeAll(async () => {
    redis = await startRedis()
  })
  afterAll(() => redis.dispose())
  beforeEach(async () => {
    await redis.restart()
    a = await testBus(redis.url, quick)
    b = await testBus(redis.url, quick)
  })

  /** Everything is as before, without anybody having done anything. */
  async function expectBack(heard: unknown[]): Promise<void> {
    await expect
      .poll(() => [a.states, b.states], soon)
      .toEqual([
        [true, false, true],
        [true, false, true],
      ])
    await expect.poll(() => a.attendances(['ann', 'bob', 'dan']), soon).toEqual([one, one, one])
    await expect.poll(() => b.attendances(['ann', 'bob', 'dan']), soon).toEqual([one, one, one])
    heard.length = 0
    a.publish(['ann'], change)
    await expect.poll(() => heard, soon).toEqual([change])
    await Promise.all([a.ready(), b.ready()])
  }

  test('Redis is killed: nodes go on alone, and are together again when it is back', async () => {
    const deserted: string[] = []
    b.onDeserted(people => deserted.push(...people))
    await a.attend('ann', one)
    await b.attend('bob', one)
    const heard = await listen(b, 'ann')
    await redis.kill()
    await expect
      .poll(() => [a.states, b.states], soon)
      .toEqual([
        [true, false],
        [true, false],
      ])
    await expectAlone(a)
    await redis.restart()
    await expectBack(heard)
    expect(deserted).toEqual([])
  })

  test('Redis freezes, for longer than a lease: it is noticed, and nobody is taken for dead', async () => {
    const deserted: string[] = []
    for (const bus of [a, b]) bus.onDeserted(people => deserted.push(...people))
    await a.attend('ann', one)
    await b.attend('bob', one)
    const heard = await listen(b, 'ann')
    redis.freeze()
    const since = performance.now()
    try {
      // What is asked before it is noticed does not wait for long either.
      expect(await a.attendances(['bob'])).toBeUndefined()
      expect(performance.now() - since).toBeLessThan(3 * quick.timeoutMs)
      await expect
        .poll(() => [a.states, b.states], soon)
        .toEqual([
          [true, false],
          [true, false],
        ])
      await expectAlone(a)
      await expect.poll(() => performance.now() - since, soon).toBeGreaterThan(2 * quick.leaseMs)
    } finally {
      redis.thaw()
    }
    await expectBack(heard)
    expect(deserted).toEqual([])
  })

  test('the first to come back from a frozen Redis takes nobody for dead', async () => {
    const late = await testBus(redis.url, { leaseMs: 1500, everyMs: 60_000 })
    await late.attend('cem', one)
    const deserted: string[] = []
    for (const bus of [a, b]) bus.onDeserted(people => deserted.push(...people))
    redis.freeze()
    const since = performance.now()
    await expect.poll(() => performance.now() - since, soon).toBeGreaterThan(1700)
    redis.thaw()
    await expect.poll(() => a.states, soon).toEqual([true, false, true])
    expect(await a.attendances(['cem'])).toEqual([one])
    expect(deserted).toEqual([])
    // It did not come back at all: that is found out a lease later.
    await expect.poll(() => deserted, soon).toEqual(['cem'])
  })

  test('what is said while Redis is away is dropped, not kept', async () => {
    const heard = await listen(b, 'ann')
    await redis.kill()
    await expect.poll(() => a.states, soon).toEqual([true, false])
    for (let count = 0; count < 1000; count++) a.publish(['ann'], change)
    await redis.restart()
    await expectAgain(heard)
    expect(heard).toEqual([change])
  })

  async function expectAgain(heard: unknown[]): Promise<void> {
    await expect.poll(() => [a.states.at(-1), b.states.at(-1)], soon).toEqual([true, true])
    await expect.poll(() => a.attendances(['ann']), soon).toBeDefined()
    expect(heard).toEqual([])
    a.publish(['ann'], change)
    await expect.poll(() => heard, soon).toHaveLength(1)
  }

  test('who came and went while Redis was away is told when it is back', async () => {
    await a.attend('ann', one)
    await a.attend('bob', one)
    await redis.ask('client', 'kill', 'type', 'normal')
    await redis.ask('client', 'kill', 'type', 'pubsub')
    await expect.poll(() => a.states, soon).toEqual([true, false, true])
    redis.freeze()
    await expect.poll(() => a.states.length, soon).toBe(4)
    await a.attend('ann', { connections: 0, away: 0 })
    await a.attend('cem', { connections: 2, away: 1 })
    redis.thaw()
    await expect
      .poll(() => b.attendances(['ann', 'bob', 'cem']), soon)
      .toEqual([{ connections: 0, away: 0 }, one, { connections: 2, away: 1 }])
  })

  /** Their numbers, to Redis. */
  async function clients(): Promise<string[]> {
    return [...String(await redis.ask('client', 'list')).matchAll(/\bid=(\d+)/g)].map(at => at[1]!)
  }

  test('what became so while a node alone had lost Redis is looked at by the others when it is back', async () => {
    const known = new Set(await clients())
    const cut: TestBus = await testBus(redis.url, {
      ...quick,
      onState(isUp) {
        if (isUp || looks > 0) return
        void cut.attend('ann', { connections: 0, away: 0 })
        cut.stir('ann')
      },
    })
    let looks = 1
    await cut.attend('ann', one)
    await expect.poll(() => b.attendances(['ann']), soon).toEqual([one])
    looks = 0
    await b.watch('ann', () => void looks++)
    for (const id of await clients()) {
      if (!known.has(id)) await redis.ask('client', 'kill', 'id', id)
    }
    await expect.poll(() => looks, soon).toBeGreaterThan(0)
    expect(await b.attendances(['ann'])).toEqual([{ connections: 0, away: 0 }])
  })

  test('a silence that ends before Redis is given up loses no reason to look, and no change', async () => {
    await a.attend('ann', one)
    const heard = await listen(b, 'ann')
    let looks = 0
    await b.watch('ann', () => void looks++)
    redis.freeze()
    try {
      await a.attend('ann', { connections: 0, away: 0 })
      a.stir('ann')
      a.publish(['ann'], change)
      await new Promise(setImmediate)
    } finally {
      redis.thaw()
    }
    await expect.poll(() => looks, soon).toBeGreaterThan(0)
    expect(await b.attendances(['ann'])).toEqual([{ connections: 0, away: 0 }])
    expect(a.states).toEqual([true])
    expect(heard).toEqual([change])
  })

  test('a message does not wait for Redis: one pays a moment, then each node counts', async () => {
    const bus = await testBus(redis.url, { spendMs: 50 })
    const budget = { name: randomUUID(), points: 10, seconds: 30, shared: true }
    await bus.spend(budget, 'ann')
    redis.freeze()
    try {
      const since = performance.now()
      for (let sent = 0; sent < 10; sent++) {
        expect(await bus.spend(budget, 'ann')).toEqual({ ok: true })
      }
      expect(performance.now() - since).toBeLessThan(300)
      expect(await bus.spend(budget, 'ann')).toMatchObject({ ok: false })
    } finally {
      redis.thaw()
    }
    // Counted for all again.
    const other = { ...budget, name: randomUUID(), points: 100 }
    await expect
      .poll(async () => {
        await bus.spend(other, 'bob')
        return redis.ask('exists', `parley0:spent:${other.name}:bob`)
      }, soon)
      .toBe(1)
  })

  test('a node that closes in doubt still takes its leave', async () => {
    const doubtful = await testBus(redis.url, { timeoutMs: 400 })
    await doubtful.attend('cem', one)
    await expect.poll(() => b.attendances(['cem']), soon).toEqual([one])
    redis.freeze()
    await doubtful.attend('cem', { connections: 2, away: 0 }).finally(() => redis.thaw())
    await doubtful.close()
    await expect
      .poll(() => b.attendances(['cem']), { ...soon, timeout: 3000 })
      .toEqual([{ connections: 0, away: 0 }])
  })

  test('without Redis there is no bus, and the reason is said', async () => {
    const opening = redisBus({ url: 'redis://127.0.0.1:1', openMs: 300 })
    await expect(opening).rejects.toThrow(/ECONNREFUSED/)
    redis.freeze()
    try {
      await expect(redisBus({ url: redis.url, openMs: 700, timeoutMs: 200 })).rejects.toThrow()
    } finally {
      redis.thaw()
    }
  })

  test('a password that is wrong is said', async () => {
    await redis.ask('config', 'set', 'requirepass', 'right')
    const withPassword = (password: string) => redis.url.replace('//', `//:${password}@`)
    await expect(redisBus({ url: withPassword('wrong'), openMs: 500 })).rejects.toThrow(/WRONGPASS/)
    const bus = await testBus(withPassword('right'))
    await bus.ready()
  })
})
