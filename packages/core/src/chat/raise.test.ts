import { expect, test } from 'vitest'
import { reader } from '../testing/reader.ts'
import { pair, person, say, testCore } from '../testing/testCore.ts'
import { markDelivered, markRead } from './positions.ts'
import { get } from './read.ts'

test('[D15] many report at once: each position rises once, and numbers have no gap', async () => {
  const { core, errors } = await testCore()
  const { ann, bob, id } = await pair(core)
  const eve = await person(core, 'Eve')
  for (let at = 0; at < 5; at += 1) await say(core, ann, id, `${at}`)
  const device = reader(core, ann)
  await device.ready()
  const stranger = markRead(core, eve, { conversationId: id, seq: 5 }).catch(error => error.reason)
  await Promise.all(
    [1, 5, 3, 4, 2].flatMap(seq => [
      markRead(core, bob, { conversationId: id, seq }),
      markDelivered(core, ann, { conversationId: id, seq }),
    ]),
  )
  expect(await stranger).toBe('NOT_FOUND')
  const { version, participants } = await get(core, ann, id)
  expect(version).toBe(8)
  expect(
    participants.map(({ readSeq, deliveredSeq }) => [readSeq, deliveredSeq]).toSorted(),
  ).toEqual([
    [0, 5],
    [5, 5],
  ])
  await expect.poll(() => device.changes().map(change => change.version)).toEqual([7, 8])
  expect(errors).toEqual([])
})

test('[D15] [D21] a report waits for no lock of another conversation, and rises once it can', async () => {
  const { core } = await testCore()
  const { ann, bob, id } = await pair(core)
  const locked = await pair(core)
  await say(core, ann, id, 'text')
  await say(core, locked.ann, locked.id, 'text')
  let waiting: Promise<void> = Promise.resolve()
  await core.sql.begin(async tx => {
    await tx`select from conversations where id = ${locked.id} for update`
    waiting = markRead(core, locked.bob, { conversationId: locked.id, seq: 1 })
    await markRead(core, bob, { conversationId: id, seq: 1 })
    expect(await get(core, ann, id)).toMatchObject({ version: 3 })
    expect(await get(core, ann, locked.id).catch(error => error.reason)).toBe('NOT_FOUND')
  })
  await waiting
  expect(await get(core, locked.ann, locked.id)).toMatchObject({ version: 3 })
})
