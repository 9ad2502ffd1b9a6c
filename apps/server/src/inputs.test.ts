import { randomUUID } from 'node:crypto'
import { connect } from '@parley/db/database'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  callRaw,
  hostToken,
  httpClient,
  someone,
  testDatabaseUrl,
  testNode,
} from './testing/testNode.ts'

const id = randomUUID()
const clientId = randomUUID()
const text = { type: 'text', text: 'hello' }
const ann = { userIds: ['ann'] }
const key = { idempotencyKey: randomUUID() }

/** Path, input, and the field that the answer names. */
const wrong: [path: string, input: unknown, field: string][] = [
  ['chat.open', {}, 'participantIds'],
  ['chat.open', { participantIds: [] }, 'participantIds'],
  ['chat.open', { participantIds: 'bob' }, 'participantIds'],
  ['chat.open', { participantIds: Array(1000).fill('bob') }, 'participantIds'],
  ['chat.open', { participantIds: ['x'.repeat(65)] }, 'participantIds.0'],
  ['chat.open', { participantIds: ['bob\0'] }, 'participantIds.0'],
  ['chat.open', { participantIds: ['bob'], title: 'x'.repeat(121) }, 'title'],
  ['chat.open', { participantIds: ['bob'], key: 'once' }, 'key'],
  ['chat.open', { participantIds: ['bob'], firstMessage: {} }, 'firstMessage.clientId'],
  ['chat.list', { limit: 0 }, 'limit'],
  ['chat.list', { limit: 101 }, 'limit'],
  ['chat.list', { limit: 1.5 }, 'limit'],
  ['chat.list', { cursor: 'nonsense' }, 'cursor'],
  ['chat.list', { cursor: `2026-01-01T00:00:00.000Z_${id}_x` }, 'cursor'],
  ['chat.list', { cursor: `0000-01-01T00:00:00Z_${id}` }, 'cursor'],
  ['chat.list', { cursor: { $ne: null } }, 'cursor'],
  ['chat.get', undefined, 'input'],
  ['chat.get', {}, 'conversationId'],
  ['chat.get', { conversationId: "' or 1=1 --" }, 'conversationId'],
  ['chat.get', { conversationId: [id] }, 'conversationId'],
  ['chat.history', { conversationId: id, before: -1 }, 'before'],
  ['chat.history', { conversationId: id, before: 2 ** 31 }, 'before'],
  ['chat.history', { conversationId: id, after: '1' }, 'after'],
  ['chat.history', { conversationId: id, around: 0 }, 'around'],
  ['chat.history', { conversationId: id, before: 3, after: 1 }, 'input'],
  ['chat.changesSince', { conversationId: id, version: -1 }, 'version'],
  ['chat.changesSince', { conversationId: id, version: 1e300 }, 'version'],
  [
    'chat.send',
    { conversationId: id, clientId, content: { type: 'text', text: '' } },
    'content.text',
  ],
  [
    'chat.send',
    { conversationId: id, clientId, content: { type: 'text', text: 'a\0b' } },
    'content.text',
  ],
  [
    'chat.send',
    { conversationId: id, clientId, content: { type: 'text', text: '\ud800' } },
    'content.text',
  ],
  [
    'chat.send',
    { conversationId: id, clientId, content: { type: 'text', text: 'x'.repeat(4001) } },
    'content.text',
  ],
  ['chat.send', { conversationId: id, clientId, content: { type: 'video' } }, 'content.type'],
  ['chat.send', { conversationId: id, clientId: 'mine', content: text }, 'clientId'],
  ['chat.send', { conversationId: id, clientId, content: text, replyTo: `${id}.0` }, 'replyTo'],
  ['chat.edit', { messageId: 'x', text: 'y' }, 'messageId'],
  ['chat.edit', { messageId: `${id}.-1`, text: 'y' }, 'messageId'],
  ['chat.edit', { messageId: `${id}.99999999999`, text: 'y' }, 'messageId'],
  ['chat.edit', { messageId: `${id}.1`, text: 7 }, 'text'],
  ['chat.remove', { messageId: null }, 'messageId'],
  ['chat.react', { messageId: `${id}.1`, emoji: 'thumbs', on: true }, 'emoji'],
  ['chat.react', { messageId: `${id}.1`, emoji: '<b>', on: true }, 'emoji'],
  ['chat.react', { messageId: `${id}.1`, emoji: '👍👍', on: true }, 'emoji'],
  ['chat.react', { messageId: `${id}.1`, emoji: '👍', on: 'yes' }, 'on'],
  ['chat.markRead', { conversationId: id, seq: 0 }, 'seq'],
  ['chat.markDelivered', { conversationId: id, seq: 2 ** 53 }, 'seq'],
  ['chat.setMine', { conversationId: id, muted: 'no' }, 'muted'],
  ['chat.setMine', { conversationId: id, unread: 3 }, 'unread'],
  ['chat.addPeople', { conversationId: id }, 'userIds'],
  ['chat.addPeople', { conversationId: id, userIds: [] }, 'userIds'],
  ['chat.addPeople', { conversationId: id, userIds: 'bob' }, 'userIds'],
  ['chat.addPeople', { conversationId: id, userIds: Array(257).fill('bob') }, 'userIds'],
  ['chat.addPeople', { conversationId: id, userIds: ['bob\0'] }, 'userIds.0'],
  ['chat.addPeople', { conversationId: id, userIds: ['bob'], withHistory: 1 }, 'withHistory'],
  ['chat.addPeople', { conversationId: id, userIds: ['bob'], key: 'once' }, 'key'],
  ['chat.removePerson', { conversationId: id }, 'userId'],
  ['chat.removePerson', { conversationId: 'all', userId: 'bob' }, 'conversationId'],
  ['chat.leave', {}, 'conversationId'],
  ['chat.leave', { conversationId: [id] }, 'conversationId'],
  ['chat.rename', { conversationId: id, title: '' }, 'title'],
  ['chat.rename', { conversationId: id, title: null }, 'title'],
  ['chat.rename', { conversationId: id, title: 'x'.repeat(121) }, 'title'],
  ['chat.setTyping', { conversationId: id }, 'typing'],
  ['chat.setTyping', { conversationId: id, typing: 'yes' }, 'typing'],
  ['people.find', {}, 'query'],
  ['people.find', { query: 'x'.repeat(81) }, 'query'],
  ['people.find', { query: 'a', limit: 21 }, 'limit'],
  ['people.get', { userId: '' }, 'userId'],
  ['people.block', { userId: '' }, 'userId'],
  ['presence.get', {}, 'userId'],
  ['presence.get', { userId: 'x'.repeat(65) }, 'userId'],
  ['presence.getMany', { userIds: 'bob' }, 'userIds'],
  ['presence.getMany', { userIds: Array(201).fill('bob') }, 'userIds'],
  ['presence.getMany', { userIds: ['bob', null] }, 'userIds.1'],
  ['presence.setAway', { away: 'yes' }, 'away'],
  ['me.setPreferences', { showOnline: 1 }, 'showOnline'],
  ['me.renewToken', { token: 'x'.repeat(9000) }, 'token'],
  ['jobs.get', { jobId: '' }, 'jobId'],
  ['bulk.preview', { recipients: ann }, 'input'],
  ['bulk.preview', { recipients: ann, content: text, template: id }, 'input'],
  ['bulk.preview', { recipients: ann, content: text, only: 'some' }, 'only'],
  ['bulk.send', { recipients: ann, content: text }, 'idempotencyKey'],
  [
    'bulk.send',
    { ...key, idempotencyKey: 'once', recipients: ann, content: text },
    'idempotencyKey',
  ],
  ['bulk.send', { ...key, content: text }, 'recipients'],
  ['bulk.send', { ...key, recipients: { userIds: [1, 1] }, content: text }, 'recipients.userIds.0'],
  ['bulk.send', { ...key, recipients: ann }, 'input'],
  ['bulk.send', { ...key, recipients: ann, content: text, template: id }, 'input'],
  ['bulk.send', { ...key, recipients: ann, content: { type: 'text', text: '' } }, 'content.text'],
  ['bulk.send', { ...key, recipients: ann, template: 'mine' }, 'template'],
  ['bulk.send', { ...key, recipients: ann, content: text, jobId: '' }, 'jobId'],
  ['bulk.send', { ...key, recipients: ann, content: text, scheduleAt: 'soon' }, 'scheduleAt'],
  ['bulk.send', { ...key, recipients: ann, content: text, zone: 'x'.repeat(65) }, 'zone'],
  ['bulk.send', { ...key, recipients: ann, content: text, undo: 'yes' }, 'undo'],
  ['bulk.get', { broadcastId: 'mine' }, 'broadcastId'],
  ['bulk.list', { limit: 101 }, 'limit'],
  ['bulk.list', { cursor: 'x'.repeat(201) }, 'cursor'],
  ['bulk.list', { cursor: 'nonsense' }, 'cursor'],
  ['bulk.cancel', { broadcastId: [id] }, 'broadcastId'],
  ['bulk.report', {}, 'broadcastId'],
  ['bulk.report', { broadcastId: id, only: 'lost' }, 'only'],
  ['bulk.report', { broadcastId: id, limit: 1001 }, 'limit'],
  ['bulk.templates.save', { name: 'Greeting', text: '' }, 'text'],
  ['bulk.templates.save', { name: '', text: 'Hello' }, 'name'],
  ['bulk.templates.save', { name: 'Greeting', text: 'x'.repeat(4001) }, 'text'],
  ['bulk.templates.remove', { templateId: "' or 1=1 --" }, 'templateId'],
  ['admin.bulk', { days: 0 }, 'days'],
  ['admin.bulk', { days: 91 }, 'days'],
  ['admin.bulk', { days: 1.5 }, 'days'],
  ['admin.connections', { userId: 7 }, 'userId'],
  ['admin.connections', { conversationId: 'all' }, 'conversationId'],
  ['admin.connections', { userId: 'bob', conversationId: id }, 'input'],
  ['admin.signal', {}, 'userId'],
  ['admin.signal', { userId: 'x'.repeat(65) }, 'userId'],
  ['admin.endConnection', {}, 'connectionId'],
  ['admin.endConnection', { connectionId: '*', node: '\0' }, 'node'],
  ['admin.endConnection', { connectionId: 'x'.repeat(9000) }, 'connectionId'],
  ['admin.endSession', {}, 'input'],
  ['admin.endSession', { sessionId: 's', userId: 'bob' }, 'input'],
  ['admin.endSession', { sessionId: { $ne: null } }, 'sessionId'],
]

const queries = [
  'chat.list',
  'chat.get',
  'chat.history',
  'chat.changesSince',
  'people.find',
  'people.get',
  'jobs.get',
  'presence.get',
  'presence.getMany',
  'bulk.preview',
  'bulk.get',
  'bulk.list',
  'bulk.report',
  'admin.bulk',
  'admin.connections',
]

/** A customer for everything but what is for administrators or contractors. */
async function tokens() {
  const ann = await hostToken(someone('Ann', 'customer'))
  const bob = await hostToken(someone('Bob', 'contractor'))
  const root = await hostToken(someone('Root', 'admin'))
  return (path: string) => {
    if (path.startsWith('admin.')) return root
    return path.startsWith('bulk.') ? bob : ann
  }
}

function typeOf(path: string) {
  return queries.includes(path) ? 'query' : 'mutation'
}

async function everything(databaseUrl: string) {
  const sql = connect(databaseUrl, { max: 1 })
  const rows = await sql`
    select (select count(*)::int from conversations) as conversations,
           (select count(*)::int from participants) as participants,
           (select count(*)::int from messages) as messages,
           (select count(*)::int from blocks) as blocks,
           (select count(*)::int from jobs) as jobs,
           (select count(*)::int from broadcasts) as broadcasts,
           (select count(*)::int from templates) as templates`
  await sql.end()
  return rows[0]
}

test('wrong input is INVALID_INPUT with the field at fault, and nothing is stored', async () => {
  const databaseUrl = await testDatabaseUrl()
  const node = await testNode(databaseUrl)
  const tokenFor = await tokens()
  const before = await everything(databaseUrl)
  for (const [path, input, field] of wrong) {
    const { status, body } = await callRaw(node, tokenFor(path), typeOf(path), path, input)
    expect([path, input, body]).toMatchObject([
      path,
      input,
      { error: { data: { reason: 'INVALID_INPUT', code: 'BAD_REQUEST', field } } },
    ])
    expect(status).toBe(400)
  }
  expect(await everything(databaseUrl)).toEqual(before)
}, 60_000)

test('any JSON in any procedure gets a reason of the list, never an accident or a leak', async () => {
  const databaseUrl = await testDatabaseUrl()
  const node = await testNode(databaseUrl)
  const tokenFor = await tokens()
  const paths = [...new Set(wrong.map(([path]) => path))]
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...paths), fc.jsonValue(), async (path, input) => {
      const { body } = await callRaw(node, tokenFor(path), typeOf(path), path, input)
      const answer = JSON.stringify(body)
      expect(answer).toMatch(
        /"result"|"INVALID_INPUT"|"NOT_FOUND"|"RATE_LIMITED"|"UNAUTHENTICATED"/,
      )
      expect(answer).not.toMatch(/stack|node_modules|select |insert |postgres/i)
    }),
    { numRuns: 300 },
  )
  const { status } = await callRaw(node, tokenFor('me.get'), 'query', 'me.get', undefined)
  expect(status).toBe(200)
}, 60_000)

test('fields that are not the caller’s to give are ignored', async () => {
  const node = await testNode(await testDatabaseUrl())
  const [ann, bob] = [someone('Ann', 'customer'), someone('Bob', 'contractor')]
  await httpClient(node, await hostToken(bob)).me.get.query()
  const token = await hostToken(ann)
  const conversation = await httpClient(node, token).chat.open.mutate({
    participantIds: [bob.userId],
  })
  const forged = {
    ...{ conversationId: conversation.id, clientId, content: text },
    ...{ senderId: bob.userId, seq: 77, version: 99, role: 'admin', createdAt: '1999-01-01' },
  }
  const { body } = await callRaw(node, token, 'mutation', 'chat.send', forged)
  expect(body).toMatchObject({ result: { data: { senderId: ann.userId, seq: 1, version: 2 } } })
})

test('an act on a group takes nothing from the caller but what it asks for', async () => {
  const node = await testNode(await testDatabaseUrl())
  const [root, ann] = [someone('Root', 'admin'), someone('Ann', 'customer')]
  const others = [someone('Bob', 'contractor'), someone('Cem', 'contractor')]
  for (const other of others) await httpClient(node, await hostToken(other)).me.get.query()
  await httpClient(node, await hostToken(root)).me.get.query()
  const [bob, cem] = others
  const token = await hostToken(ann)
  const group = await httpClient(node, token).chat.open.mutate({
    participantIds: others.map(({ userId }) => userId),
  })
  const title = { conversationId: group.id, title: 'Roof' }
  const forged = {
    ...{ senderId: bob?.userId, openedBy: cem?.userId, role: 'admin', seq: 9, version: 99 },
    ...{ event: { kind: 'left' }, clientId, createdAt: '1999-01-01', afterSeq: 0 },
  }
  const { body } = await callRaw(node, token, 'mutation', 'chat.rename', { ...title, ...forged })
  const line = { seq: 1, version: 3, senderId: ann.userId, event: { kind: 'renamed' } }
  const renamed = { version: 3, openedBy: ann.userId, lastMessage: line }
  expect(body).toMatchObject({ result: { data: renamed } })

  const bobs = await hostToken(bob ?? ann)
  const removing = { conversationId: group.id, userId: cem?.userId, ...forged }
  const refused = await callRaw(node, bobs, 'mutation', 'chat.removePerson', removing)
  expect(refused.body).toMatchObject({ error: { data: { reason: 'FORBIDDEN' } } })
  const showing = { conversationId: group.id, userIds: [root.userId], withHistory: true, ...forged }
  const shown = await callRaw(node, bobs, 'mutation', 'chat.addPeople', showing)
  expect(shown.body).toMatchObject({ error: { data: { reason: 'FORBIDDEN' } } })
})

test('nobody writes a line that only the server writes', async () => {
  const node = await testNode(await testDatabaseUrl())
  const [ann, bob] = [someone('Ann', 'customer'), someone('Bob', 'contractor')]
  await httpClient(node, await hostToken(bob)).me.get.query()
  const token = await hostToken(ann)
  const api = httpClient(node, token)
  const conversation = await api.chat.open.mutate({ participantIds: [bob.userId] })
  const event = { kind: 'removed', userIds: [bob.userId] }
  const input = { conversationId: conversation.id, clientId, content: text, event }
  const { body } = await callRaw(node, token, 'mutation', 'chat.send', input)
  expect(body).toMatchObject({ result: { data: { content: text } } })
  expect(JSON.stringify(body)).not.toContain('removed')
  const alone = { conversationId: conversation.id, clientId: randomUUID(), event }
  const { status } = await callRaw(node, token, 'mutation', 'chat.send', alone)
  expect(status).toBe(400)
})
