import { memoryBus } from '@parley/bus/memory'
import type { Sql } from '@parley/db/database'
import { expect, test } from 'vitest'
import { pair, say, testCore } from '../testing/testCore.ts'
import { createHub } from './hub.ts'

/** A bus that loses every publication. */
const deafBus = () => ({ ...memoryBus(), publish() {} })

/** A pool that counts statements, and refuses the next one when told to. */
function counting(sql: Sql) {
  const counted = { statements: 0, refuseAfter: Number.POSITIVE_INFINITY }
  const through = new Proxy(sql, {
    apply(target, self, args) {
      counted.statements += 1
      if (counted.statements > counted.refuseAfter) return Promise.reject(new Error('away'))
      return Reflect.apply(target, self, args)
    },
  })
  return { sql: through, counted }
}

test('[D12] a sweep reads no row of what was forwarded', async () => {
  const { core } = await testCore()
  const { ann, bob, id } = await pair(core)
  const { sql, counted } = counting(core.sql)
  const hub = createHub({ sql, bus: core.bus, tickMs: 0, now: Date.now })
  const feed = hub.join(bob.userId, () => {})
  await hub.begin(feed, undefined)
  await hub.sweep()
  counted.statements = 0
  await hub.sweep()
  const whenIdle = counted.statements
  feed.take()
  await say(core, ann, id, 'forwarded')
  await expect.poll(() => feed.isFilled()).toBe(true)
  expect(feed.take().changes).toMatchObject([{ version: 2, message: { seq: 1 } }])
  counted.statements = 0
  await hub.sweep()
  expect(counted.statements).toBe(whenIdle)
  expect(feed.take().changes).toEqual([])
})

test('[D12] what a sweep found but could not read is found by the next one', async () => {
  const { core } = await testCore()
  const { ann, bob, id } = await pair(core)
  const { sql, counted } = counting(core.sql)
  const hub = createHub({ sql, bus: deafBus(), tickMs: 0, now: Date.now })
  const feed = hub.join(bob.userId, () => {})
  await hub.begin(feed, undefined)
  counted.statements = 0
  await hub.sweep()
  const whenIdle = counted.statements
  await say(core, ann, id, 'lost on the way')
  counted.statements = 0
  counted.refuseAfter = whenIdle
  await expect(hub.sweep()).rejects.toThrow('away')
  expect(feed.take().changes).toEqual([])
  counted.refuseAfter = Number.POSITIVE_INFINITY
  await hub.sweep()
  expect(feed.take().changes).toMatchObject([{ conversationId: id, version: 2, head: true }])
  await hub.sweep()
  expect(feed.take().changes).toEqual([])
})
