import { expect, test } from 'vitest'
import { open } from '../chat/open.ts'
import { person, testCore } from '../testing/testCore.ts'
import { get, list, upsert } from './jobs.ts'

test('one sees one’s own jobs, those one talks about, and as a contractor the open ones', async () => {
  const { core } = await testCore()
  const ann = await person(core, 'Ann', 'customer')
  const bob = await person(core, 'Bob', 'contractor')
  const root = await person(core, 'Root', 'admin')
  const job = { title: 'Roof', type: 'roofing', customerId: ann.userId }
  await upsert(core, { id: 'open', status: 'open', ...job })
  await upsert(core, { id: 'talked', status: 'open', ...job })
  await upsert(core, { id: 'done', status: 'done', ...job })
  await upsert(core, { id: 'foreign', status: 'done', ...job, customerId: 'not-seen-yet' })
  await open(core, bob, { participantIds: [ann.userId], jobId: 'talked' })
  await upsert(core, { id: 'talked', status: 'done', ...job })
  const seen = async (by: typeof ann) => (await list(core, by)).map(({ id }) => id).toSorted()
  expect(await seen(ann)).toEqual(['done', 'open', 'talked'])
  expect(await seen(bob)).toEqual(['open', 'talked'])
  expect(await seen(root)).toEqual(['done', 'foreign', 'open', 'talked'])
  await expect(get(core, bob, 'talked')).resolves.toMatchObject({ status: 'done' })
  await expect(get(core, bob, 'done')).rejects.toMatchObject({ reason: 'NOT_FOUND' })
})

test('a job comes back as it was told, and without what was taken away', async () => {
  const { core } = await testCore()
  const root = await person(core, 'Root', 'admin')
  const job = { id: 'roof', title: 'Roof', type: 'roofing', status: 'open', customerId: 'ann' }
  for (const told of [
    { ...job, place: 'Bremen', price: '€ 1,850' },
    { ...job, price: 1850.5 },
    { ...job, price: 0 },
    job,
  ]) {
    expect(await upsert(core, told)).toEqual(told)
    expect(await get(core, root, 'roof')).toEqual(told)
  }
})
