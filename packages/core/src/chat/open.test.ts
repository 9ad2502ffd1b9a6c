import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { upsert } from '../jobs/jobs.ts'
import { block } from '../people/block.ts'
import { list } from '../testing/pages.ts'
import { reader } from '../testing/reader.ts'
import { pair, person, say, testCore, testNode } from '../testing/testCore.ts'
import { open } from './open.ts'

const page = { limit: 50, archived: false }

test('[D17] two people have one conversation, whoever opens it and also both at once', async () => {
  const { core, databaseUrl } = await testCore()
  const other = await testNode(databaseUrl)
  const ann = await person(core, 'Ann', 'customer')
  const bob = await person(core, 'Bob', 'contractor')
  const opened = await Promise.all([
    open(core, ann, { participantIds: [bob.userId] }),
    open(other.core, bob, { participantIds: [ann.userId] }),
    open(core, bob, { participantIds: [ann.userId, bob.userId, ann.userId] }),
  ])
  expect(new Set(opened.map(({ id }) => id)).size).toBe(1)
  expect((await list(core, ann, page)).items).toHaveLength(1)
})

test('[D17] about each job they have one more', async () => {
  const { core } = await testCore()
  const ann = await person(core, 'Ann', 'customer')
  const bob = await person(core, 'Bob', 'contractor')
  const job = { title: 'Roof', type: 'roofing', status: 'open', customerId: ann.userId }
  const first = await upsert(core, { id: randomUUID(), ...job })
  const second = await upsert(core, { id: randomUUID(), ...job })
  const about = (jobId?: string) =>
    open(core, bob, { participantIds: [ann.userId], ...(jobId && { jobId }) })
  const ids = [await about(), await about(first.id), await about(second.id)].map(({ id }) => id)
  expect(new Set(ids).size).toBe(3)
  expect(await about(first.id)).toMatchObject({ id: ids[1], job: { id: first.id, title: 'Roof' } })
})

test('[D17] a group is opened once per key of its opener', async () => {
  const { core } = await testCore()
  const ann = await person(core, 'Ann', 'admin')
  const bob = await person(core, 'Bob', 'contractor')
  const cem = await person(core, 'Cem', 'customer')
  const key = randomUUID()
  const group = { participantIds: [bob.userId, cem.userId], title: 'Three', key }
  const first = await open(core, ann, group)
  expect(first).toMatchObject({
    title: 'Three',
    participants: expect.objectContaining({ length: 3 }),
  })
  expect((await open(core, ann, group)).id).toBe(first.id)
  expect((await open(core, ann, { ...group, key: randomUUID() })).id).not.toBe(first.id)
})

test('a first message is sent once, also when the opening is repeated', async () => {
  const { core } = await testCore()
  const ann = await person(core, 'Ann', 'customer')
  const bob = await person(core, 'Bob', 'contractor')
  const content = { type: 'text' as const, text: 'Hello' }
  const input = { participantIds: [bob.userId], firstMessage: { clientId: randomUUID(), content } }
  const once = await open(core, ann, input)
  const twice = await open(core, ann, input)
  expect(twice).toEqual(once)
  expect(once).toMatchObject({ lastSeq: 1, lastMessage: { content } })
})

test('[D8] a conversation opened a moment ago reaches all devices of both sides', async () => {
  const { core } = await testCore()
  const ann = await person(core, 'Ann', 'customer')
  const bob = await person(core, 'Bob', 'contractor')
  const devices = [reader(core, ann), reader(core, bob), reader(core, bob)]
  for (const device of devices) await device.ready()
  const { id } = await open(core, ann, { participantIds: [bob.userId] })
  await say(core, ann, id, 'Hello')
  for (const device of devices) {
    await expect
      .poll(() => device.changes())
      .toMatchObject([
        { conversationId: id, version: 1, head: true },
        { conversationId: id, version: 2, message: { seq: 1 } },
      ])
  }
})

test('the policy says who may open with whom', async () => {
  const { core } = await testCore()
  const ann = await person(core, 'Ann', 'customer')
  const other = await person(core, 'Other', 'customer')
  const bob = await person(core, 'Bob', 'contractor')
  const root = await person(core, 'Root', 'admin')
  const may = (policy: typeof core.openPolicy, by: typeof ann, to: typeof ann) =>
    open({ ...core, openPolicy: policy }, by, { participantIds: [to.userId] }).then(
      () => 'opened',
      error => error.reason,
    )
  expect(await may('across', ann, other)).toBe('FORBIDDEN')
  expect(await may('related', ann, bob)).toBe('FORBIDDEN')
  expect(await may('across', ann, bob)).toBe('opened')
  expect(await may('related', ann, bob)).toBe('opened')
  expect(await may('anyone', ann, other)).toBe('opened')
  expect(await may('across', root, other)).toBe('opened')
})

test('nobody opens with the unknown, with themselves, or with who blocked them', async () => {
  const { core } = await testCore()
  const { ann, bob, id } = await pair(core)
  const opening = (to: string) => open(core, ann, { participantIds: [to] })
  await expect(opening('nobody')).rejects.toMatchObject({ reason: 'NOT_FOUND' })
  await expect(opening(ann.userId)).rejects.toMatchObject({ reason: 'INVALID_INPUT' })
  await block(core, bob, ann.userId)
  const refused = { reason: 'FORBIDDEN', message: 'Not delivered.' }
  await expect(opening(bob.userId)).rejects.toMatchObject(refused)
  await expect(say(core, ann, id, 'still there?')).rejects.toMatchObject(refused)
  await expect(say(core, bob, id, 'I am')).resolves.toMatchObject({ seq: 1 })
})

test('a job that one may not see does not exist', async () => {
  const { core } = await testCore()
  const ann = await person(core, 'Ann', 'customer')
  const bob = await person(core, 'Bob', 'contractor')
  const job = { title: 'Roof', type: 'roofing', status: 'done', customerId: ann.userId }
  const { id } = await upsert(core, { id: randomUUID(), ...job })
  const about = (jobId: string) => open(core, bob, { participantIds: [ann.userId], jobId })
  const missing = await about('missing').catch(error => error)
  const hidden = await about(id).catch(error => error)
  expect(hidden).toMatchObject({ reason: 'NOT_FOUND' })
  expect(hidden.message).toBe(missing.message)
})

test('[D17] a key is its opener’s: another one opens their own group with it', async () => {
  const { core } = await testCore()
  const ann = await person(core, 'Ann', 'admin')
  const bob = await person(core, 'Bob', 'admin')
  const cem = await person(core, 'Cem', 'customer')
  const key = randomUUID()
  const first = await open(core, ann, { participantIds: [bob.userId, cem.userId], key })
  const second = await open(core, bob, { participantIds: [ann.userId, cem.userId], key })
  expect(second.id).not.toBe(first.id)
})

test('a first message that was sent elsewhere is CONFLICT and opens nothing', async () => {
  const { core } = await testCore()
  const { ann, id } = await pair(core)
  const cem = await person(core, 'Cem', 'contractor')
  const { clientId } = await say(core, ann, id, 'here')
  const content = { type: 'text' as const, text: 'there' }
  const opening = { participantIds: [cem.userId], firstMessage: { clientId, content } }
  await expect(open(core, ann, opening)).rejects.toMatchObject({ reason: 'CONFLICT' })
  expect((await list(core, cem, page)).items).toEqual([])
})

test('a pair may have a title, too', async () => {
  const { core } = await testCore()
  const ann = await person(core, 'Ann', 'customer')
  const bob = await person(core, 'Bob', 'contractor')
  const opened = await open(core, ann, { participantIds: [bob.userId], title: 'The roof' })
  expect(opened).toMatchObject({ title: 'The roof' })
})
