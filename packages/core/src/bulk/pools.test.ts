import { connect } from '@parley/db/database'
import { expect, onTestFinished, test } from 'vitest'
import { crowd, to } from '../testing/testBroadcast.ts'
import { person, testCore } from '../testing/testCore.ts'
import { startBulk } from './engine.ts'
import { readBroadcast } from './read.ts'
import { send } from './send.ts'

test('[B13] acts that hold all of their connections keep no worker from working', async () => {
  const { core, databaseUrl } = await testCore()
  const actsSql = connect(databaseUrl, { max: 1 })
  const { bus, sql, openPolicy, onError } = core
  const limits = { ...core.bulk.limits, inlineMax: 0 }
  const bulk = startBulk({ sql, actsSql, bus, openPolicy, onError, limits, workers: 0 })
  const served = { ...core, bulk }
  const bob = await person(core, 'Bob', 'contractor')
  const userIds = await crowd(core.sql, 2)
  const { id } = await send(served, bob, to(userIds))
  let release = () => {}
  const held = actsSql.begin(() => new Promise<void>(resolve => (release = resolve)))
  onTestFinished(async () => {
    release()
    await held
    await actsSql.end({ timeout: 5 })
  })
  await bulk.workOnNext()
  expect(await readBroadcast(core, bob, id)).toMatchObject({ status: 'finished', totalSent: 2 })
})
