import { expect, test } from 'vitest'
import { open } from '../chat/open.ts'
import { upsert } from '../jobs/jobs.ts'
import { person, testCore } from '../testing/testCore.ts'
import type { Identity } from '../tokens/identity.ts'
import { block, blocked, unblock } from './block.ts'
import { find } from './find.ts'
import { get } from './get.ts'
import { me, setPreferences } from './me.ts'
import { createMeeting } from './meet.ts'

function identity(userId: string, more: Partial<Identity> = {}): Identity {
  return {
    userId,
    name: 'Zoe Ziegler',
    role: 'contractor',
    business: undefined,
    picture: undefined,
    sessionId: undefined,
    expiresAt: Date.now() + 60_000,
    ...more,
  }
}

test('somebody is found by how the words of their name begin, in any order of case', async () => {
  const { core } = await testCore()
  const meet = createMeeting(core.sql, core.onError)
  await meet(identity('zoe', { name: "Zoë O'Brien-Šimić" }))
  await meet(identity('max', { name: 'Max Mustermann' }))
  const ann = await person(core, 'Ann', 'customer')
  const found = async (query: string) =>
    (await find(core, ann, { query, limit: 20 })).map(({ id }) => id)
  expect(await found('zo')).toEqual(['zoe'])
  expect(await found('ŠIMIĆ zoë')).toEqual(['zoe'])
  expect(await found('brien')).toEqual(['zoe'])
  expect(await found('oë')).toEqual([])
  expect(await found('')).toEqual(['max', 'zoe'])
  for (const odd of ["'", '!!!', ':*', '\\', "a' & b", '%', '   ', '(|)']) {
    expect(await found(odd)).toEqual(odd.trim() === '' ? ['max', 'zoe'] : [])
  }
})

test('one finds those with whom one may open a conversation, and not who blocked one', async () => {
  const { core } = await testCore()
  const ann = await person(core, 'Ann', 'customer')
  const eve = await person(core, 'Eve', 'customer')
  const bob = await person(core, 'Bob', 'contractor')
  const cem = await person(core, 'Cem', 'contractor')
  const root = await person(core, 'Root', 'admin')
  const found = async (by: typeof ann, policy: typeof core.openPolicy = 'across') =>
    (await find({ ...core, openPolicy: policy }, by, { query: '', limit: 20 })).map(({ id }) => id)
  expect(await found(ann)).toEqual([bob.userId, cem.userId, root.userId])
  expect(await found(bob)).toEqual([ann.userId, eve.userId, root.userId])
  expect(await found(root)).toHaveLength(4)
  expect(await found(ann, 'anyone')).toHaveLength(4)
  expect(await found(bob, 'related')).toEqual([])
  await open(core, bob, { participantIds: [ann.userId] })
  expect(await found(bob, 'related')).toEqual([ann.userId])
  await block(core, bob, ann.userId)
  await block(core, bob, ann.userId)
  expect(await found(ann)).toEqual([cem.userId, root.userId])
  await unblock(core, bob, ann.userId)
  expect(await found(ann)).toContain(bob.userId)
})

test('a contractor is related to the customer of an open job, and to no other', async () => {
  const { core } = await testCore()
  const ann = await person(core, 'Ann', 'customer')
  const bob = await person(core, 'Bob', 'contractor')
  const eve = await person(core, 'Eve', 'customer')
  const job = { title: 'Roof', type: 'roofing' }
  await upsert(core, { id: 'open', status: 'open', ...job, customerId: ann.userId })
  await upsert(core, { id: 'done', status: 'done', ...job, customerId: eve.userId })
  const related = { ...core, openPolicy: 'related' as const }
  const found = await find(related, bob, { query: '', limit: 20 })
  expect(found.map(({ id }) => id)).toEqual([ann.userId])
  await expect(open(related, ann, { participantIds: [bob.userId] })).rejects.toMatchObject({
    reason: 'FORBIDDEN',
  })
  await expect(open(related, bob, { participantIds: [eve.userId] })).rejects.toMatchObject({
    reason: 'FORBIDDEN',
  })
  await expect(open(related, bob, { participantIds: [ann.userId] })).resolves.toBeDefined()
  await expect(open(related, ann, { participantIds: [bob.userId] })).resolves.toBeDefined()
})

test('a person is created at first sight and refreshed when the token tells something new', async () => {
  const { core } = await testCore()
  const meet = createMeeting(core.sql, core.onError)
  const zoe = { userId: 'zoe', role: 'contractor' as const }
  await Promise.all([meet(identity('zoe')), meet(identity('zoe'))])
  expect(await me(core, zoe)).toEqual({
    id: 'zoe',
    name: 'Zoe Ziegler',
    role: 'contractor',
    preferences: { showOnline: true, acceptBulk: true },
  })
  await setPreferences(core, zoe, { showOnline: false })
  await meet(identity('zoe', { name: 'Zoe Zimmer', business: 'acme', picture: '/zoe.png' }))
  expect(await me(core, zoe)).toEqual({
    id: 'zoe',
    name: 'Zoe Zimmer',
    role: 'contractor',
    picture: '/zoe.png',
    business: 'acme',
    preferences: { showOnline: false, acceptBulk: true },
  })
})

test('nobody blocks themselves or somebody unknown', async () => {
  const { core } = await testCore()
  const ann = await person(core, 'Ann')
  await expect(block(core, ann, ann.userId)).rejects.toMatchObject({ reason: 'INVALID_INPUT' })
  await expect(block(core, ann, 'nobody')).rejects.toMatchObject({ reason: 'NOT_FOUND' })
})

test('whom one has blocked one can read, and nobody else can', async () => {
  const { core } = await testCore()
  const ann = await person(core, 'Ann', 'customer')
  const bob = await person(core, 'Bob', 'contractor')
  const cem = await person(core, 'Cem', 'contractor')
  expect(await blocked(core, ann)).toEqual([])
  await block(core, ann, bob.userId)
  await block(core, ann, cem.userId)
  expect((await blocked(core, ann)).toSorted((a, b) => (a.name < b.name ? -1 : 1))).toEqual([
    { id: bob.userId, name: 'Bob', role: 'contractor' },
    { id: cem.userId, name: 'Cem', role: 'contractor' },
  ])
  expect(await blocked(core, bob)).toEqual([])
  await unblock(core, ann, cem.userId)
  expect((await blocked(core, ann)).map(({ id }) => id)).toEqual([bob.userId])
})

test('one reads of oneself, of whom one could find, and of whom one shares a conversation with', async () => {
  const { core } = await testCore()
  const ann = await person(core, 'Ann', 'customer')
  const eve = await person(core, 'Eve', 'customer')
  const bob = await person(core, 'Bob', 'contractor')
  const strangers = { ...core, openPolicy: 'related' as const }
  const missing = { reason: 'NOT_FOUND' }

  expect(await get(strangers, ann, ann.userId)).toMatchObject({ name: 'Ann' })
  expect(await get(core, ann, bob.userId)).toEqual({
    id: bob.userId,
    name: 'Bob',
    role: 'contractor',
  })
  await expect(get(core, ann, eve.userId)).rejects.toMatchObject(missing)
  await expect(get(core, ann, 'nobody')).rejects.toMatchObject(missing)
  await expect(get(strangers, ann, bob.userId)).rejects.toMatchObject(missing)

  // Whoever blocked one is not found, unless their name stands in a conversation anyway.
  await block(core, bob, ann.userId)
  await expect(get(core, ann, bob.userId)).rejects.toMatchObject(missing)
  expect(await get(core, bob, ann.userId)).toMatchObject({ name: 'Ann' })
  await unblock(core, bob, ann.userId)
  await open(core, ann, { participantIds: [bob.userId] })
  await block(core, bob, ann.userId)
  expect(await get(strangers, ann, bob.userId)).toMatchObject({ name: 'Bob' })
  await expect(get(strangers, eve, bob.userId)).rejects.toMatchObject(missing)
})
