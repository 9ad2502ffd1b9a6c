import { upsertJob } from '@parley/db/queries/jobs'
import { expect, test } from 'vitest'
import { open } from '../chat/open.ts'
import { person, say, testCore } from '../testing/testCore.ts'
import { resolve } from './resolve.ts'

const content = { type: 'text' as const, text: 'Hello {{customer.firstName}}' }

test('a filter finds', async () => {
  const { core } = await testCore()
  const ann = await person(core, 'Ann')
  const bob = await person(core, 'Bob', 'contractor')
  const job = { title: 'Roof', customerId: ann.userId }
  await upsertJob(core.sql, { id: 'j', status: 'open', type: 'Roofing', place: 'Köln', ...job })
  const { id } = await open(core, bob, { participantIds: [ann.userId] })
  await say(core, ann, id, 'hi')
  await say(core, bob, id, 'hi')
  const found = (filter: object) =>
    resolve(core, bob, { recipients: { filter }, content }).then(({ recipients }) => recipients)
  const me = (jobId: string | null) => [{ userId: ann.userId, jobId, reason: null }]
  expect(await found({ jobType: ' roofing' })).toEqual(me('j'))
  expect(await found({ place: 'KÖLN', jobStatus: 'Open' })).toEqual(me('j'))
  expect(await found({ jobId: 'j', jobStatus: 'Open', notAnswered: true })).toEqual(me('j'))
  expect(await found({ talkedSince: '0000-01-01T00:00:00Z', notAnswered: true })).toEqual(me(null))
})
