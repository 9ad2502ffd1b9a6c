import { variablesIn } from '@parley/protocol/template'
import { expect, test } from 'vitest'
import { preview } from '../bulk/preview.ts'
import { list as templates } from '../bulk/templates.ts'
import { history, list } from '../testing/pages.ts'
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

test('there are customers enough to write to many, and templates to do it with', async () => {
  const { core } = await testCore()
  await seedDemo(core)
  await seedDemo(core)
  const carla = { userId: 'usr_demo_carla', role: 'contractor' as const }
  const texts = await templates(core, carla)
  expect(texts.map(({ name }) => name)).toEqual([
    'Before winter',
    'Free next week',
    'I am near you',
  ])
  for (const { text } of texts) expect(variablesIn(text).unknown).toEqual([])
  const filter = { jobStatus: 'open' }
  const [template] = texts.filter(({ name }) => name === 'I am near you')
  const input = { recipients: { filter }, template: template?.id }
  expect(await preview(core, carla, input)).toMatchObject({
    total: 12,
    totalReached: 11,
    failures: [{ reason: 'MISSING_VALUE', count: 1 }],
  })
})

test('the demo was talked in over some days, in order, and just now', async () => {
  const { core } = await testCore()
  await seedDemo(core)
  const carla = { userId: 'usr_demo_carla', role: 'contractor' as const }
  const { items } = await list(core, carla, { limit: 50, archived: false })
  for (const { id, updatedAt } of items) {
    const { messages } = await history(core, carla, { conversationId: id, limit: 50 })
    const moments = messages.map(({ createdAt }) => createdAt)
    expect(moments).toEqual(moments.toSorted())
    expect(new Set(moments.map(moment => new Date(moment).toDateString())).size).toBeGreaterThan(1)
    expect(updatedAt).toBe(moments.at(-1))
  }
  const age = Date.now() - Date.parse(items[0]?.updatedAt ?? '')
  expect(age).toBeGreaterThan(30 * 60_000)
  expect(age).toBeLessThan(60 * 60_000)
})

test('every demo person is ours, so no host can mean them', () => {
  for (const { id, as } of demoPeople) expect(id).toBe(`usr_demo_${as}`)
})
