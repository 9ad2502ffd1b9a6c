import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { bulkProcesses } from '../testing/bulkProcess.ts'
import { crowd, isOver, mistakes, to, untilOver, workers } from '../testing/testBroadcast.ts'
import { person, testCore } from '../testing/testCore.ts'
import { readBroadcast } from './read.ts'
import { send } from './send.ts'

test('[B7] killed (-9) ten times over in the middle, and frozen: every recipient exactly once', async () => {
  const { core, databaseUrl } = await testCore()
  const { sql } = core
  const maria = await person(core, 'Maria', 'contractor')
  const people = await crowd(sql, 2500)
  const { id } = await send(core, maria, to(people))
  const started = await bulkProcesses(databaseUrl, 11)
  const sentSoFar = async () => (await readBroadcast(core, maria, id)).totalSent
  const moment = () => sleep(20 + 130 * Math.random())
  const [frozen, ...killed] = started
  frozen?.go()
  await expect.poll(sentSoFar, { interval: 5 }).toBeGreaterThan(0)
  await moment()
  frozen?.freeze()
  for (const one of killed) {
    one.go()
    await moment()
    await one.kill()
  }
  expect(await isOver(sql, id)).toBe(false)
  frozen?.thaw()
  workers(core)
  await untilOver(sql, id)
  expect(await mistakes(sql, maria)).toEqual([])
})
