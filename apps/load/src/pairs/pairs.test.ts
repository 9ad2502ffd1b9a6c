import { testDatabase } from '@parley/db/testing'
import { expect, test } from 'vitest'
import { startServer } from '../server/server.ts'
import { chat } from './chat.ts'
import { compare } from './compare.ts'

test.for(['real', 'thin'] as const)(
  'three pairs with the %s client chat, and nothing is lost or doubled',
  { timeout: 60_000 },
  async kind => {
    await using database = await testDatabase()
    await using server = await startServer({ databaseUrl: database.url })
    const told = await chat({
      server,
      kind,
      pairs: 3,
      perSecond: 30,
      warmUpSeconds: 0.2,
      seconds: 1,
    })
    expect(told.failures).toEqual([])
    expect(told).toMatchObject({ lost: 0, doubled: 0, disordered: 0 })
    expect(told.messages).toBeGreaterThan(0)
    expect(told.acknowledgement.count()).toBe(told.messages)
    expect(told.delivery.count()).toBe(told.messages)
  },
)

test('what is missing, there twice, unsent or in another order is counted', () => {
  const sent = new Set(['a', 'b', 'c'])
  const stored = ['a', 'b', 'c']
  const right = { sent, stored, held: [stored, stored] }
  expect(compare(right)).toEqual({ lost: 0, doubled: 0, disordered: 0 })
  expect(compare({ ...right, held: [stored, ['a', 'c']] })).toMatchObject({ lost: 1 })
  expect(compare({ ...right, stored: ['a', 'b'] })).toMatchObject({ lost: 1 })
  expect(compare({ ...right, held: [stored, ['a', 'b', 'b', 'c']] })).toMatchObject({ doubled: 1 })
  expect(compare({ ...right, stored: ['a', 'b', 'c', 'd'] })).toMatchObject({ doubled: 1 })
  expect(compare({ ...right, held: [stored, ['b', 'a', 'c']] })).toMatchObject({ disordered: 1 })
})
