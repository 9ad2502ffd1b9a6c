import { randomUUID } from 'node:crypto'
import { limits } from '@parley/protocol/limits'
import { expect, test } from 'vitest'
import { person, testCore } from '../testing/testCore.ts'
import { reasonOf } from '../testing/testGroup.ts'
import { list, remove, save } from './templates.ts'

test('[T1] [T2] templates are saved, changed, listed by name and removed; names may repeat', async () => {
  const { core } = await testCore()
  const bob = await person(core, 'Bob', 'contractor')
  const made = await save(core, bob, { name: 'Ready', text: 'Hello {{ customer.firstName }}' })
  await save(core, bob, { name: 'Late', text: 'Sorry' })
  await save(core, bob, { name: 'Ready', text: 'Ready, {{job.title}}' })
  const changed = await save(core, bob, { templateId: made.id, name: 'Again', text: 'Again' })
  expect(changed).toMatchObject({ id: made.id, name: 'Again', text: 'Again' })
  expect(changed.updatedAt > made.updatedAt).toBe(true)
  expect((await list(core, bob)).map(({ name }) => name)).toEqual(['Again', 'Late', 'Ready'])
  await remove(core, bob, made.id)
  expect((await list(core, bob)).map(({ name }) => name)).toEqual(['Late', 'Ready'])
})

test('[T1] a stranger’s template is neither listed, changed nor removed, and answers like none', async () => {
  const { core } = await testCore()
  const bob = await person(core, 'Bob', 'contractor')
  const eve = await person(core, 'Eve', 'contractor')
  const { id } = await save(core, bob, { name: 'Mine', text: 'Hello' })
  expect(await list(core, eve)).toEqual([])
  for (const templateId of [id, randomUUID()]) {
    expect(await reasonOf(save(core, eve, { templateId, name: 'Hers', text: 'Hi' }))).toBe(
      'NOT_FOUND',
    )
    expect(await reasonOf(remove(core, eve, templateId))).toBe('NOT_FOUND')
  }
  expect(await list(core, bob)).toMatchObject([{ id, name: 'Mine', text: 'Hello' }])
})

test('[T2] an unknown variable is refused by its name', async () => {
  const { core } = await testCore()
  const bob = await person(core, 'Bob', 'contractor')
  const text = 'Hello {{customer.firstName}}, {{ customer.shoeSize }}'
  await expect(save(core, bob, { name: 'Wrong', text })).rejects.toMatchObject({
    reason: 'INVALID_INPUT',
    field: 'text',
    message: expect.stringContaining('{{customer.shoeSize}}'),
  })
  expect(await list(core, bob)).toEqual([])
})

test('[T3] there are at most so many, also when the last place is wanted several times at once', async () => {
  const { core } = await testCore()
  const bob = await person(core, 'Bob', 'contractor')
  const most = limits.templatesPerPerson
  await core.sql`
    insert into templates (owner_id, name, text)
    select ${bob.userId}, 'Template ' || n, 'Hello' from generate_series(2, ${most}::int) n`
  const tried = [1, 2, 3, 4].map(n =>
    reasonOf(save(core, bob, { name: `New ${n}`, text: 'Hello' })),
  )
  expect((await Promise.all(tried)).toSorted()).toEqual([
    'TOO_LARGE',
    'TOO_LARGE',
    'TOO_LARGE',
    'done',
  ])
  const [one] = await list(core, bob)
  await save(core, bob, { templateId: one?.id, name: 'Changed', text: 'Hello' })
  expect(await list(core, bob)).toHaveLength(most)
})
