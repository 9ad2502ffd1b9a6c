import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { block } from '../people/block.ts'
import { history } from '../testing/pages.ts'
import { reader } from '../testing/reader.ts'
import { pair, person, say, testCore, testNode, textTo } from '../testing/testCore.ts'
import { group, out } from '../testing/testGroup.ts'
import { open } from './open.ts'
import { markDelivered, markRead } from './positions.ts'
import { react } from './react.ts'
import { changesSince } from './read.ts'
import { send } from './send.ts'
import { setMine } from './setMine.ts'

test('[D1] numbers follow commit order without a gap, from many writers on two nodes', async () => {
  const { core, databaseUrl } = await testCore()
  const other = await testNode(databaseUrl)
  const { ann, bob, id } = await pair(core)
  await Promise.all(
    Array.from({ length: 60 }, (_, at) =>
      say(at % 3 === 0 ? other.core : core, at % 2 === 0 ? ann : bob, id, `text ${at}`),
    ),
  )
  const { messages, version } = await history(core, ann, { conversationId: id, limit: 100 })
  expect(messages.map(({ seq }) => seq)).toEqual(Array.from({ length: 60 }, (_, at) => at + 1))
  expect(messages.map(message => message.version)).toEqual(messages.map(({ seq }) => seq + 1))
  expect(version).toBe(61)
  const times = messages.map(({ createdAt }) => createdAt)
  expect(times).toEqual(times.toSorted())
})

test('[D2] the same clientId is stored once, also ten times at once', async () => {
  const { core } = await testCore()
  const { ann, id } = await pair(core)
  const input = textTo(id, 'once')
  const answers = await Promise.all(Array.from({ length: 10 }, () => send(core, ann, input)))
  expect(new Set(answers.map(answer => JSON.stringify(answer))).size).toBe(1)
  const { messages, version } = await history(core, ann, { conversationId: id, limit: 100 })
  expect(messages).toHaveLength(1)
  expect(version).toBe(2)
})

test('[D2] the same clientId in another conversation is CONFLICT, of another person a message', async () => {
  const { core } = await testCore()
  const { ann, bob, id } = await pair(core)
  const elsewhere = await pair(core)
  const input = textTo(id, 'here')
  await send(core, ann, input)
  const { id: theirs } = await pair(core)
  await expect(send(core, ann, { ...input, conversationId: theirs })).rejects.toMatchObject({
    reason: 'CONFLICT',
  })
  await expect(send(core, bob, input)).resolves.toMatchObject({ senderId: bob.userId, seq: 2 })
  await expect(
    send(core, elsewhere.ann, { ...input, conversationId: elsewhere.id }),
  ).resolves.toMatchObject({ seq: 1 })
})

test('[D2] who has gone gets their message answered once more, and nobody is told of it', async () => {
  const { core } = await testCore()
  const { ann, bob, id } = await group(core)
  const input = textTo(id, 'before')
  const sent = await send(core, bob, input)
  await out(core, ann, id, bob)
  const device = reader(core, ann)
  await device.ready()
  expect(await send(core, bob, input)).toEqual(sent)
  await say(core, ann, id, 'after')
  const texts = () =>
    device.changes().flatMap(change => ('message' in change ? (change.message.content ?? []) : []))
  await expect.poll(texts).toContainEqual({ type: 'text', text: 'after' })
  expect(texts()).toHaveLength(1)
})

test('[D3] a stranger is told what a missing conversation tells, and nothing is stored', async () => {
  const { core } = await testCore()
  const { ann, id } = await pair(core)
  const eve = await person(core, 'Eve')
  const told = await send(core, eve, textTo(id, 'let me in')).catch(error => error)
  const missing = await send(core, eve, textTo(randomUUID(), 'hello')).catch(error => error)
  expect(told).toMatchObject({ reason: 'NOT_FOUND' })
  expect({ ...told, message: told.message }).toEqual({ ...missing, message: missing.message })
  expect((await history(core, ann, { conversationId: id, limit: 10 })).messages).toEqual([])
})

test('[D4] a message that waits for the lock is refused when its sender is removed meanwhile', async () => {
  const { core, databaseUrl } = await testCore()
  const other = await testNode(databaseUrl)
  const { ann, id } = await pair(core)
  let sent: Promise<unknown> = Promise.resolve()
  await other.core.sql.begin(async tx => {
    await tx`select from conversations where id = ${id} for update`
    await tx`update participants set left_at = now() where conversation_id = ${id} and user_id = ${ann.userId}`
    sent = say(core, ann, id, 'too late').catch(error => error)
    await expect
      .poll(async () => {
        const rows = await core.sql`select from pg_stat_activity
          where wait_event_type = 'Lock' and datname = current_database()`
        return rows.length
      })
      .toBeGreaterThan(0)
  })
  expect(await sent).toMatchObject({ reason: 'NOT_FOUND' })
  const [row] = await core.sql`select last_seq, version from conversations where id = ${id}`
  expect(row).toEqual({ lastSeq: 0, version: 1 })
})

test('4,000 characters of any Unicode come back unchanged', async () => {
  const { core } = await testCore()
  const { ann, bob, id } = await pair(core)
  const text = '😀e\u0301\u202e\u200d\uffff漢'.repeat(1000).slice(0, 7000)
  const sound = [...text]
    .filter(character => character.isWellFormed())
    .slice(0, 4000)
    .join('')
  await say(core, ann, id, sound)
  const { messages } = await history(core, bob, { conversationId: id, limit: 1 })
  expect(messages[0]?.content?.text).toBe(sound)
})

test('a quote must be of the same conversation and visible', async () => {
  const { core } = await testCore()
  const { ann, bob, id } = await pair(core)
  const elsewhere = await pair(core)
  const first = await say(core, ann, id, 'first')
  const foreign = await say(core, elsewhere.ann, elsewhere.id, 'foreign')
  const reply = await send(core, bob, { ...textTo(id, 'reply'), replyTo: first.id })
  expect(reply.replyTo).toBe(first.id)
  for (const replyTo of [foreign.id, `${id}.99`]) {
    await expect(send(core, bob, { ...textTo(id, 'reply'), replyTo })).rejects.toMatchObject({
      reason: 'NOT_FOUND',
    })
  }
})

test('mentions keep only those who take part', async () => {
  const { core } = await testCore()
  const { ann, bob, id } = await pair(core)
  const eve = await person(core, 'Eve')
  const content = { type: 'text' as const, text: '@Bob', mentions: [bob.userId, eve.userId] }
  const sent = await send(core, ann, { ...textTo(id, ''), content })
  expect(sent.content?.mentions).toEqual([bob.userId])
})

test('[D2] sent again, a message is announced again, for a device that missed it', async () => {
  const { core } = await testCore()
  const { ann, bob, id } = await pair(core)
  const device = reader(core, bob)
  await device.ready()
  const input = textTo(id, 'once')
  const message = await send(core, ann, input)
  await send(core, ann, input)
  const change = { conversationId: id, version: 2, message }
  await expect.poll(() => device.changes()).toEqual([change, change])
})

test('in a group a block is in nobody’s way and is not told of', async () => {
  const { core } = await testCore()
  const ann = await person(core, 'Ann', 'admin')
  const bob = await person(core, 'Bob', 'contractor')
  const cem = await person(core, 'Cem', 'customer')
  const { id } = await open(core, ann, { participantIds: [bob.userId, cem.userId] })
  await block(core, cem, bob.userId)
  await expect(say(core, bob, id, 'hello all')).resolves.toMatchObject({ seq: 1 })
  const wrong = { ...textTo(id, 'reply'), replyTo: `${id}.9` }
  await expect(send(core, bob, wrong)).rejects.toMatchObject({ reason: 'NOT_FOUND' })
})

test('many acts of many people at once meet no deadlock and leave no hole', async () => {
  const { core, databaseUrl } = await testCore()
  const other = await testNode(databaseUrl)
  const { ann, bob, id } = await pair(core)
  await say(core, ann, id, 'first')
  const acts = Array.from({ length: 160 }, (_, at) => {
    const node = at % 2 === 0 ? core : other.core
    const by = at % 3 === 0 ? ann : bob
    const position = { conversationId: id, seq: at + 1 }
    const kinds = [
      () => say(node, by, id, `text ${at}`),
      () => markRead(node, by, position),
      () => markDelivered(node, by, position),
      () => react(node, by, { messageId: `${id}.1`, emoji: '👍', on: at % 8 < 4 }),
      () => setMine(node, by, { conversationId: id, muted: at % 4 === 0 }),
    ]
    return kinds[at % kinds.length]!()
  })
  const outcomes = await Promise.allSettled(acts)
  expect(outcomes.filter(({ status }) => status === 'rejected')).toEqual([])
  const { changes, version } = await changesSince(core, ann, { conversationId: id, version: 0 })
  const seqs = changes.flatMap(change => ('message' in change ? [change.message.seq] : []))
  expect(seqs.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 33 }, (_, at) => at + 1))
  expect(Math.max(...changes.map(change => change.version))).toBeLessThanOrEqual(version)
})
