import { expect, test } from 'vitest'
import { list } from '../chat/read.ts'
import { testCore } from '../testing/testCore.ts'
import { demoPeople } from './people.ts'
import { seedDemo } from './seed.ts'

test('the demo is filled once, however often the server starts', async () => {
  const { core } = await testCore()
  await seedDemo(core)
  const carla = { userId: 'usr_demo_carla', role: 'contractor' as const }
  const first = await list(core, carla, { limit: 50, archived: false })
  await seedDemo(core)
  expect(await list(core, carla, { limit: 50, archived: false })).toEqual(first)
  expect(
    first.items.map(({ job, lastSeq, unreadCount }) => [job?.id, lastSeq, unreadCount]),
  ).toEqual([
    ['demo_roof', 5, 0],
    ['demo_gutter', 3, 1],
  ])
})

test('every demo person is ours, so no host can mean them', () => {
  for (const { id, as } of demoPeople) expect(id).toBe(`usr_demo_${as}`)
})
