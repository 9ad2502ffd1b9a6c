import { afterAll, beforeAll, expect, test } from 'vitest'
import { busContract, change } from '../contract.ts'
import { quick, testBus } from '../testing/redisNodes.ts'
import { startRedisCluster } from '../testing/redisServer.ts'
import { withRedis } from '../testing/withRedis.ts'

const one = { connections: 1, away: 0 }
const soon = { timeout: 15_000, interval: 20 }

withRedis(() => {
  let cluster: Awaited<ReturnType<typeof startRedisCluster>>
  beforeAll(async () => {
    cluster = await startRedisCluster(3)
  })
  afterAll(() => cluster.dispose())

  busContract('cluster', async () => {
    await cluster.flush()
    return testBus(cluster.url, quick)
  })

  test('cluster: nodes hear, count and outlive each other over all masters', async () => {
    await cluster.flush()
    const [a, b] = [await testBus(cluster.url, quick), await testBus(cluster.url, quick)]
    // Nothing is said to a node that one has not heard of, and a cluster takes its time.
    await b.attend('person 0', one)
    await expect.poll(() => a.attendances(['person 0']), soon).toEqual([one])
    const people = Array.from({ length: 50 }, (_, index) => `person ${index}`)
    const heard: string[] = []
    await Promise.all(people.map(person => b.subscribe(person, () => heard.push(person))))
    for (const person of people) a.publish([person], change)
    await expect.poll(() => heard.toSorted(), soon).toEqual(people.toSorted())
    a.publish(people, change)
    await expect.poll(() => heard, soon).toHaveLength(100)
    await Promise.all(people.map(person => b.attend(person, one)))
    expect(await a.attendances(people)).toEqual(people.map(() => one))
    const deserted: string[] = []
    a.onDeserted(some => deserted.push(...some))
    b.die()
    await expect.poll(() => deserted.toSorted(), soon).toEqual(people.toSorted())
  })

  const outages = {
    async killed() {
      for (const { kill } of cluster.servers) await kill()
      return async () => {
        for (const { restart } of cluster.servers) await restart()
      }
    },
    async frozen() {
      for (const { freeze } of cluster.servers) freeze()
      return async () => {
        for (const { thaw } of cluster.servers) thaw()
      }
    },
  }

  test.for(['killed', 'frozen'] as const)(
    'cluster: %s and back again, it is got over',
    async how => {
      await cluster.flush()
      const [a, b] = [await testBus(cluster.url, quick), await testBus(cluster.url, quick)]
      const heard: unknown[] = []
      await b.subscribe('ann', change => heard.push(change))
      await a.attend('ann', one)
      const recover = await outages[how]()
      await expect
        .poll(() => [a.states, b.states], soon)
        .toEqual([
          [true, false],
          [true, false],
        ])
      expect(await a.attendances(['ann'])).toBeUndefined()
      await recover()
      await expect.poll(() => [a.states.at(-1), b.states.at(-1)], soon).toEqual([true, true])
      await expect.poll(() => b.attendances(['ann']), soon).toEqual([one])
      a.publish(['ann'], change)
      await expect.poll(() => heard, soon).toEqual([change])
    },
  )
})
