import { randomUUID } from 'node:crypto'
import { limits } from '@parley/protocol/limits'
import { expect, test } from 'vitest'
import { upsert } from '../jobs/jobs.ts'
import { block } from '../people/block.ts'
import { history, list } from '../testing/pages.ts'
import { reader } from '../testing/reader.ts'
import { pair, person, say, testCore } from '../testing/testCore.ts'
import { add, group, out, presentIn, reasonOf } from '../testing/testGroup.ts'
import { addPeople } from './addPeople.ts'
import { edit } from './edit.ts'
import { leave } from './leave.ts'
import { open } from './open.ts'
import { markRead } from './positions.ts'
import { react } from './react.ts'
import { changesSince, get } from './read.ts'
import { remove } from './remove.ts'
import { rename } from './rename.ts'
import { setMine } from './setMine.ts'

const page = { limit: 50, archived: false }

test('who is added sees what is written from then on, beginning with the line that tells it', async () => {
  const { core } = await testCore()
  const { ann, dan, id } = await group(core)
  await say(core, ann, id, 'before')
  const answer = await add(core, ann, id, dan)
  expect(presentIn(answer)).toContain(dan.userId)
  const seen = await get(core, dan, id)
  const line = { seq: 2, senderId: ann.userId, event: { kind: 'added', userIds: [dan.userId] } }
  expect(seen).toMatchObject({ lastSeq: 2, unreadCount: 1, lastMessage: line })
  expect(seen.lastMessage).not.toHaveProperty('content')
  await say(core, ann, id, 'after')
  const { messages } = await history(core, dan, { conversationId: id, limit: 50 })
  expect(messages.map(({ seq }) => seq)).toEqual([2, 3])
  expect((await list(core, dan, page)).items).toMatchObject([{ id, unreadCount: 2 }])
})

test('whoever opened the group lets people see what was before; others may not', async () => {
  const { core } = await testCore()
  const { ann, bob, dan, id } = await group(core)
  await say(core, ann, id, 'before')
  const showing = { conversationId: id, userIds: [dan.userId], withHistory: true }
  expect(await reasonOf(addPeople(core, bob, showing))).toBe('FORBIDDEN')
  await addPeople(core, ann, showing)
  const { messages } = await history(core, dan, { conversationId: id, limit: 50 })
  expect(messages.map(({ seq }) => seq)).toEqual([1, 2])
  expect((await get(core, dan, id)).unreadCount).toBe(1)
})

test('who comes back sees what is written from then on, also when everything is shown', async () => {
  const { core } = await testCore()
  const { ann, bob, id } = await group(core)
  await say(core, ann, id, 'one')
  await setMine(core, bob, { conversationId: id, archived: true, unread: true, muted: true })
  await leave(core, bob, id)
  await say(core, ann, id, 'without Bob')
  await addPeople(core, ann, { conversationId: id, userIds: [bob.userId], withHistory: true })
  const { messages } = await history(core, bob, { conversationId: id, limit: 50 })
  expect(messages).toMatchObject([{ seq: 4, event: { kind: 'added' } }])
  const { participants, unreadCount } = await get(core, bob, id)
  expect(unreadCount).toBe(1)
  const own = participants.find(({ userId }) => userId === bob.userId)
  expect(own).toMatchObject({ afterSeq: 3, readSeq: 3, muted: true })
  expect(own).toMatchObject({ archived: false, markedUnread: false })
  expect(own).not.toHaveProperty('leftAt')
})

test('whoever shows what was before shows no more than they see themselves', async () => {
  const { core } = await testCore()
  const { ann, bob, dan, id } = await group(core)
  await say(core, ann, id, 'before')
  await leave(core, ann, id)
  const root = await person(core, 'Root', 'admin')
  await core.sql`update people set role = 'admin' where id = ${ann.userId}`
  await say(core, bob, id, 'without Ann')
  await add(core, bob, id, root)
  await add(core, root, id, ann)
  await addPeople(core, ann, { conversationId: id, userIds: [dan.userId], withHistory: true })
  const seen = await history(core, ann, { conversationId: id, limit: 50 })
  expect(seen.messages.map(({ seq }) => seq)).toEqual([5, 6])
  expect(await history(core, dan, { conversationId: id, limit: 50 })).toEqual(seen)
})

test('whoever has gone is a stranger, to what they wrote as well', async () => {
  const { core } = await testCore()
  const { ann, bob, dan, id } = await group(core)
  const mine = await say(core, bob, id, 'mine')
  await out(core, ann, id, bob)
  const conversationId = id
  const acts = [
    get(core, bob, id),
    history(core, bob, { conversationId, limit: 50 }),
    changesSince(core, bob, { conversationId, version: 0 }),
    say(core, bob, id, 'more'),
    edit(core, bob, { messageId: mine.id, text: 'changed' }),
    remove(core, bob, mine.id),
    react(core, bob, { messageId: mine.id, emoji: '👍', on: true }),
    markRead(core, bob, { conversationId, seq: 2 }),
    setMine(core, bob, { conversationId, muted: true }),
    add(core, bob, id, dan),
    add(core, bob, id, bob),
    out(core, bob, id, ann),
    leave(core, bob, id),
    rename(core, bob, { conversationId, title: 'mine' }),
    core.typing.say(bob.userId, { conversationId, typing: true }),
  ]
  const reasons = await Promise.all(acts.map(reasonOf))
  expect(new Set(reasons)).toEqual(new Set(['NOT_FOUND']))
  expect((await list(core, bob, page)).items).toEqual([])
})

test('what changes nothing raises nothing and tells nobody', async () => {
  const { core } = await testCore()
  const { ann, bob, cem, dan, id } = await group(core)
  await rename(core, ann, { conversationId: id, title: 'Roof' })
  await leave(core, cem, id)
  const device = reader(core, ann)
  await device.ready()
  const { version } = await get(core, ann, id)
  await add(core, ann, id, bob, ann)
  await out(core, ann, id, cem)
  await out(core, ann, id, dan)
  await rename(core, bob, { conversationId: id, title: 'Roof' })
  expect(await reasonOf(leave(core, cem, id))).toBe('NOT_FOUND')
  expect((await get(core, ann, id)).version).toBe(version)
  await say(core, bob, id, 'and now')
  const told = () => device.changes().filter(change => change.version > version)
  await expect
    .poll(told)
    .toMatchObject([{ version: version + 1, message: { senderId: bob.userId } }])
})

test('removing is for whoever opened the group and for administrators in it', async () => {
  const { core } = await testCore()
  const { ann, bob, cem, id } = await group(core)
  const root = await person(core, 'Root', 'admin')
  expect(await reasonOf(out(core, bob, id, cem))).toBe('FORBIDDEN')
  expect(await reasonOf(out(core, root, id, cem))).toBe('NOT_FOUND')
  await add(core, ann, id, root)
  await out(core, root, id, cem)
  await out(core, bob, id, bob)
  const left = await get(core, ann, id)
  expect(presentIn(left).toSorted()).toEqual([ann.userId, root.userId].toSorted())
  expect(left.lastMessage).toMatchObject({ senderId: bob.userId, event: { kind: 'left' } })
})

test('nobody removes the customer of the job that a group is about; they may leave', async () => {
  const { core } = await testCore()
  const ann = await person(core, 'Ann', 'customer')
  const [bob, cem, root] = [
    await person(core, 'Bob', 'contractor'),
    await person(core, 'Cem', 'contractor'),
    await person(core, 'Root', 'admin'),
  ]
  const jobId = `job of ${ann.userId}`
  const job = { id: jobId, title: 'Roof', type: 'repair', status: 'open' }
  await upsert(core, { ...job, customerId: ann.userId })
  const about = await open(core, ann, { participantIds: [bob.userId], jobId })
  const { id } = await add(core, bob, about.id, root)
  await add(core, root, id, cem)
  for (const by of [bob, root]) {
    await expect(out(core, by, id, ann)).rejects.toMatchObject({
      reason: 'FORBIDDEN',
      message: "A conversation about a job is not without the job's customer.",
    })
  }
  await out(core, bob, id, cem)
  await leave(core, ann, id)
  expect(presentIn(await get(core, bob, id)).toSorted()).toEqual([bob.userId, root.userId])
})

test('a title is given and taken', async () => {
  const { core } = await testCore()
  const { ann, bob, id } = await group(core)
  expect(await rename(core, bob, { conversationId: id, title: 'Roof' })).toMatchObject({
    title: 'Roof',
    lastMessage: { senderId: bob.userId, event: { kind: 'renamed', title: 'Roof' } },
  })
  const untitled = await rename(core, ann, { conversationId: id })
  expect(untitled).not.toHaveProperty('title')
  expect(untitled).toMatchObject({ lastMessage: { event: { kind: 'renamed' } } })
})

test('nobody changes the line that tells what became of a group', async () => {
  const { core } = await testCore()
  const { ann, id } = await group(core)
  const { lastMessage } = await rename(core, ann, { conversationId: id, title: 'Roof' })
  const messageId = lastMessage!.id
  expect(await reasonOf(edit(core, ann, { messageId, text: 'mine' }))).toBe('FORBIDDEN')
  expect(await reasonOf(remove(core, ann, messageId))).toBe('FORBIDDEN')
  expect(await reasonOf(react(core, ann, { messageId, emoji: '👍', on: true }))).toBe('FORBIDDEN')
})

test('a pair stays a pair: people added to it are a new group about the same job, once per key', async () => {
  const { core } = await testCore()
  const { ann, bob, id } = await pair(core)
  const cem = await person(core, 'Cem', 'contractor')
  const before = await get(core, ann, id)
  const adding = {
    conversationId: id,
    userIds: [cem.userId],
    withHistory: false,
    key: randomUUID(),
  }
  const opened = await addPeople(core, ann, adding)
  expect(opened.id).not.toBe(id)
  expect(presentIn(opened).toSorted()).toEqual([ann, bob, cem].map(one => one.userId).toSorted())
  expect((await addPeople(core, ann, adding)).id).toBe(opened.id)
  expect(await get(core, ann, id)).toEqual(before)
  expect((await add(core, ann, id, bob)).id).toBe(id)
  expect(await reasonOf(leave(core, ann, id))).toBe('FORBIDDEN')
  expect(await reasonOf(out(core, ann, id, bob))).toBe('FORBIDDEN')
  expect(await reasonOf(rename(core, ann, { conversationId: id, title: 'x' }))).toBe('FORBIDDEN')
})

test('whom one may not open a conversation with, one may not add', async () => {
  const { core } = await testCore()
  const { ann, cem, dan, id } = await group(core)
  const eve = await person(core, 'Eve', 'customer')
  expect(await reasonOf(add(core, ann, id, eve))).toBe('FORBIDDEN')
  expect(await reasonOf(add(core, ann, id, { userId: 'nobody', role: 'customer' }))).toBe(
    'NOT_FOUND',
  )
  await block(core, dan, ann.userId)
  await expect(add(core, ann, id, dan)).rejects.toMatchObject({
    reason: 'FORBIDDEN',
    message: 'Not delivered.',
  })
  expect(await reasonOf(add(core, cem, id, dan))).toBe('FORBIDDEN')
  expect(await reasonOf(add(core, eve, id, dan))).toBe('NOT_FOUND')
  expect(presentIn(await get(core, ann, id))).toHaveLength(3)
})

test('the two of a pair are no way around a block', async () => {
  const { core } = await testCore()
  const { ann, bob, id } = await pair(core)
  const cem = await person(core, 'Cem', 'contractor')
  await block(core, bob, ann.userId)
  await expect(add(core, ann, id, cem)).rejects.toMatchObject({ message: 'Not delivered.' })
  expect((await list(core, bob, page)).items).toHaveLength(1)
})

test('[D22] no more people take part than a group can have, also when many are added at once', async () => {
  const { core } = await testCore()
  const root = await person(core, 'Root', 'admin')
  const people = await Promise.all(Array.from({ length: 8 }, () => person(core, 'Member')))
  const names = Array.from({ length: limits.participantsMax - 4 }, (_, at) => `many-${at}`)
  await core.sql`
    insert into people (id, name, role) select unnest(${names}::text[]), 'Many', 'customer'`
  const { id } = await open(core, root, { participantIds: names, key: randomUUID() })
  const adding = people.map(one => reasonOf(add(core, root, id, one)))
  const done = (await Promise.all(adding)).filter(reason => reason === 'done')
  expect(done).toHaveLength(3)
  const more = [...names, ...people.map(({ userId }) => userId)].slice(0, limits.participantsMax)
  expect(await reasonOf(open(core, root, { participantIds: more }))).toBe('TOO_LARGE')
  const present = presentIn(await get(core, root, id))
  const outside = people.find(({ userId }) => !present.includes(userId))
  expect(await reasonOf(add(core, root, id, people[0]!, outside!))).toBe('TOO_LARGE')
  expect(presentIn(await get(core, root, id))).toHaveLength(limits.participantsMax)
})

test('a group that had as many people as it ever can takes back who was in it, and nobody else', async () => {
  const { core } = await testCore()
  const { ann, bob, dan, id } = await group(core)
  await leave(core, bob, id)
  const names = Array.from({ length: limits.participantsEver - 3 }, (_, at) => `gone-${at}`)
  await core.sql`
    insert into people (id, name, role) select unnest(${names}::text[]), 'Gone', 'contractor'`
  await core.sql`
    insert into participants (conversation_id, user_id, left_at)
    select ${id}, unnest(${names}::text[]), now()`
  expect(await reasonOf(add(core, ann, id, bob, dan))).toBe('TOO_LARGE')
  expect(presentIn(await add(core, ann, id, bob))).toContain(bob.userId)
})
