import { memoryBus } from '@parley/bus/memory'
import { expect, test } from 'vitest'
import { block, unblock } from '../people/block.ts'
import { setPreferences } from '../people/me.ts'
import { pair, person, testCore } from '../testing/testCore.ts'
import { get, getMany } from './look.ts'

const nobody = { status: 'offline', connectionCount: 0 }

test('[P5] one sees oneself and whom one talks to, and everybody else looks like nobody', async () => {
  const { core } = await testCore()
  const { ann, bob } = await pair(core)
  const eve = await person(core, 'Eve')
  for (const { userId } of [ann, bob, bob]) await core.presence.attending.enter(userId)
  const seen = (by: typeof ann, whom: typeof ann) => get(core, by, whom.userId)

  expect(await seen(ann, bob)).toEqual({
    userId: bob.userId,
    status: 'online',
    connectionCount: 2,
  })
  expect(await seen(bob, ann)).toMatchObject({ status: 'online', connectionCount: 1 })
  expect(await seen(bob, bob)).toMatchObject({ status: 'online', connectionCount: 2 })
  expect(await seen(eve, bob)).toEqual({ userId: bob.userId, ...nobody })
  expect(await get(core, eve, 'never seen')).toEqual({ userId: 'never seen', ...nobody })
})

test('[P5] a stranger’s lastSeen is nobody’s to know', async () => {
  const { core } = await testCore()
  const { ann, bob } = await pair(core)
  const eve = await person(core, 'Eve')
  const attended = await core.presence.attending.enter(bob.userId)
  attended?.leave()
  await expect.poll(() => get(core, ann, bob.userId)).toHaveProperty('lastSeen')
  expect(await get(core, eve, bob.userId)).toEqual({ userId: bob.userId, ...nobody })
})

test('[P5] who was blocked sees nobody, whoever blocked still sees them', async () => {
  const { core } = await testCore()
  const { ann, bob } = await pair(core)
  for (const { userId } of [ann, bob]) await core.presence.attending.enter(userId)
  await block(core, ann, bob.userId)
  expect(await get(core, bob, ann.userId)).toEqual({ userId: ann.userId, ...nobody })
  expect(await get(core, ann, bob.userId)).toMatchObject({ status: 'online' })
  await unblock(core, ann, bob.userId)
  expect(await get(core, bob, ann.userId)).toMatchObject({ status: 'online' })
})

test('[P5] the switch works both ways, and not on oneself', async () => {
  const { core } = await testCore()
  const { ann, bob } = await pair(core)
  for (const { userId } of [ann, bob]) await core.presence.attending.enter(userId)
  await setPreferences(core, ann, { showOnline: false })
  expect(await get(core, bob, ann.userId)).toEqual({ userId: ann.userId, ...nobody })
  expect(await get(core, ann, bob.userId)).toEqual({ userId: bob.userId, ...nobody })
  expect(await get(core, ann, ann.userId)).toMatchObject({ status: 'online' })
})

test('[P5] who left the only conversation they share neither sees nor is seen', async () => {
  const { core } = await testCore()
  const { ann, bob, id } = await pair(core)
  for (const { userId } of [ann, bob]) await core.presence.attending.enter(userId)
  await core.sql`
    update participants set left_at = now()
    where conversation_id = ${id} and user_id = ${bob.userId}`
  expect(await get(core, ann, bob.userId)).toEqual({ userId: bob.userId, ...nobody })
  expect(await get(core, bob, ann.userId)).toEqual({ userId: ann.userId, ...nobody })
})

test('[P6] many are answered in order, twice if asked twice, with one question to the nodes', async () => {
  const bus = memoryBus()
  let asked = 0
  const { core } = await testCore({
    ...bus,
    attendances(people) {
      asked += 1
      return bus.attendances(people)
    },
  })
  const { ann, bob } = await pair(core)
  await core.presence.attending.enter(bob.userId)
  const ids = [bob.userId, 'never seen', ann.userId, bob.userId]
  const seen = await getMany(core, ann, ids)
  expect(seen.map(({ userId }) => userId)).toEqual(ids)
  expect(seen.map(({ status }) => status)).toEqual(['online', 'offline', 'offline', 'online'])
  expect(asked).toBe(1)
  expect(await getMany(core, ann, [])).toEqual([])
})

test('[P4] lastSeen is when the last connection went; who came has one whatever happens', async () => {
  const { core } = await testCore()
  const { ann, bob } = await pair(core)
  expect(await get(core, ann, bob.userId)).not.toHaveProperty('lastSeen')
  const attended = await core.presence.attending.enter(bob.userId)
  const written = async () => {
    const [row] = await core.sql`
      select last_seen is not null as "isWritten", now() - last_seen < interval '5 s' as "isRecent"
      from people where id = ${bob.userId}`
    return row
  }
  await expect.poll(written).toEqual({ isWritten: true, isRecent: true })
  await core.sql`update people set last_seen = now() - interval '50 s' where id = ${bob.userId}`
  const again = await core.presence.attending.enter(bob.userId)
  again?.leave()
  expect(await written()).toMatchObject({ isRecent: false })
  attended?.leave()
  await expect.poll(written).toMatchObject({ isRecent: true })
  const { lastSeen } = await get(core, ann, bob.userId)
  expect(lastSeen).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
})
