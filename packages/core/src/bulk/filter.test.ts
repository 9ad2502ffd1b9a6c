// The filter as the database reads it against the rules as they are written, over small worlds.

import { matchingCustomers } from '@parley/db/queries/recipients'
import { type RecipientFilter, recipientFilter } from '@parley/protocol/bulkFilter'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type BulkWorld,
  bulkWorld,
  customers,
  me,
  minute,
  storeWorld,
} from '../testing/bulkWorld.ts'
import { testCore } from '../testing/testCore.ts'

const conditions = fc.record({
  jobId: fc.nat(6).map(n => `job${n}`),
  jobType: fc.constantFrom('roof', 'ROOF ', 'paint', 'none'),
  jobStatus: fc.constantFrom('open', ' OPEN', 'done '),
  place: fc.constantFrom('köln', ' Ulm'),
  talkedSince: fc.nat(6).map(minute),
  notAnswered: fc.constant(true as const),
})
const names = ['jobId', 'jobType', 'jobStatus', 'place', 'talkedSince', 'notAnswered'] as const
const filter = fc
  .tuple(conditions, fc.subarray([...names], { minLength: 1, maxLength: 3 }))
  .map(([all, some]) => recipientFilter.parse(Object.fromEntries(some.map(key => [key, all[key]]))))

test('[R2] [R3] [R4] [R5] [R6] [R7] a filter finds whom it means, by name, and the job it is about', async () => {
  const { core } = await testCore()
  let found = 0
  await fc.assert(
    fc.asyncProperty(
      bulkWorld,
      fc.array(filter, { minLength: 20, maxLength: 20 }),
      async (world, asked) => {
        await storeWorld(core.sql, world)
        const answers = await Promise.all(
          asked.map(one => matchingCustomers(core.sql, me, one, 100)),
        )
        expect(answers).toEqual(asked.map(one => meant(world, one)))
        found += answers.flat().length
      },
    ),
    { numRuns: 60 },
  )
  // Most filters of worlds as small as these mean nobody.
  expect(found).toBeGreaterThan(100)
}, 30_000)

/** What SPEC.md says, rule by rule. */
function meant(world: BulkWorld, asked: RecipientFilter) {
  const { jobId, jobType, jobStatus, place, talkedSince, notAnswered } = asked
  const ofJobs = Boolean(jobId ?? jobType ?? jobStatus ?? place)
  return customers
    .map((userId, at) => ({
      userId,
      name: world.names[at] ?? '',
      jobId: jobOf(world, userId, asked),
    }))
    .filter(one => !ofJobs || one.jobId !== null)
    .filter(({ userId }) => talkedSince === undefined || wrote(world, userId, talkedSince))
    .filter(({ userId }) => !notAnswered || isSilent(world, userId))
    .toSorted((a, b) => compare(plain(a.name), plain(b.name)) || compare(a.userId, b.userId))
    .map(one => ({ userId: one.userId, jobId: ofJobs ? one.jobId : null }))
}

type Conversation = BulkWorld['conversations'][number]

function takesPart({ people }: Conversation, id: string): boolean {
  return people.some(({ userId, hasLeft }) => userId === id && !hasLeft)
}

function jobOf({ jobs, conversations }: BulkWorld, customer: string, asked: RecipientFilter) {
  const { jobId, jobType, jobStatus, place } = asked
  const same = (one: string | null, other: string) => one !== null && plain(one) === plain(other)
  const isTalkedAbout = (id: string) =>
    conversations.some(one => one.jobId === id && takesPart(one, me))
  const [newest] = jobs
    .filter(({ customerId }) => customerId === customer)
    .filter(({ id, status }) => status === 'open' || isTalkedAbout(id))
    .filter(({ id }) => jobId === undefined || id === jobId)
    .filter(({ type }) => jobType === undefined || same(type, jobType))
    .filter(({ status }) => jobStatus === undefined || same(status, jobStatus))
    .filter(one => place === undefined || same(one.place, place))
    .toSorted((a, b) => compare(b.updatedAt, a.updatedAt) || compare(a.id, b.id))
  return newest?.id ?? null
}

function wrote({ conversations }: BulkWorld, customer: string, since: string): boolean {
  return conversations
    .filter(one => takesPart(one, me) && takesPart(one, customer))
    .some(({ people, messages }) => {
      const from = people.find(({ userId }) => userId === me)?.afterSeq ?? 0
      return messages.some(
        ({ senderId, createdAt, isRemoved, seq }) =>
          senderId === customer && !isRemoved && createdAt >= since && seq > from,
      )
    })
}

function isSilent({ conversations }: BulkWorld, customer: string): boolean {
  return conversations
    .filter(one => one.isPair && takesPart(one, me) && takesPart(one, customer))
    .some(({ messages }) => messages.findLast(({ isRemoved }) => !isRemoved)?.senderId === me)
}

const plain = (text: string) => text.replace(/^ +| +$/g, '').toLowerCase()
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
