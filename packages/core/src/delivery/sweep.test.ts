import { memoryBus } from '@parley/bus/memory'
import type { Sql } from '@parley/db/database'
import { expect, test } from 'vitest'
import { pair, say, testCore } from '../testing/testCore.ts'
import { createHub } from './hub.ts'

/** A bus that loses every publication. */
const deafBus = () => ({ ...memoryBus(), publish() {} })

/** A pool that counts how often rows of certain places are read, and refuses when told to. */
function watched(sql: Sql) {
  const rows = { read: 0, areRefused: false }
  const through = new Proxy(sql, {
    apply(target, self, args) {
      if (!String(args[0]).includes('place (conversation_id, user_id)')) {
        return Reflect.apply(target, self, args)
      }
      rows.read += 1
      if (rows.areRefused) return Promise.reject(new Error('away'))
      return Reflect.apply(target, self, args)
    },
  })
  return { sql: through, rows }
}

test('[D12] a sweep reads no row of what was forwarded', async () => {
  const { core } = await testCore()
  const { ann, bob, id } = await pair(core)
  const { sql, rows } = watched(core.sql)
  const hub = createHub({ sql, bus: core.bus, tickMs: 0, now: Date.now })
  const feed = hub.join(bob.userId, () => {})
  await hub.begin(feed, undefined)
  // Opening the conversation was before, and may count as lost while others' transactions run.
  await hub.sweep()
  feed.take()
  rows.read = 0
  await say(core, ann, id, 'forwarded')
  await expect.poll(() => feed.isFilled()).toBe(true)
  expect(feed.take().changes).toMatchObject([{ version: 2, message: { seq: 1 } }])
  await hub.sweep()
  expect(feed.take().changes).toEqual([])
  expect(rows.read).toBe(0)
})

test('[D12] what a sweep found but could not read is found by the next one', async () => {
  const { core } = await testCore()
  const { ann, bob, id } = await pair(core)
  const { sql, rows } = watched(core.sql)
  const hub = createHub({ sql, bus: deafBus(), tickMs: 0, now: Date.now })
  const feed = hub.join(bob.userId, () => {})
  await hub.begin(feed, undefined)
  await hub.sweep()
  feed.take()
  await say(core, ann, id, 'lost on the way')
  rows.areRefused = true
  await expect(hub.sweep()).rejects.toThrow('away')
  expect(feed.take().changes).toEqual([])
  rows.areRefused = false
  await hub.sweep()
  expect(feed.take().changes).toMatchObject([{ conversationId: id, version: 2, head: true }])
  await hub.sweep()
  expect(feed.take().changes).toEqual([])
})
