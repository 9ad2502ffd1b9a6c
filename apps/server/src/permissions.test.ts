import { randomUUID } from 'node:crypto'
import type { Role } from '@parley/protocol/user'
import { appRouter, type RouterInputs } from '@parley/router/appRouter'
import { permissions } from '@parley/router/permissions'
import type { AnyTRPCRouter } from '@trpc/server'
import { expect, test } from 'vitest'
import {
  callRaw,
  hostToken,
  httpClient,
  reasonOf,
  someone,
  type TestNode,
  testDatabaseUrl,
  testNode,
} from './testing/testNode.ts'

/** Without its types, the router lists its procedures by their paths. */
const { procedures }: AnyTRPCRouter['_def'] = appRouter._def
const paths = Object.keys(procedures)
/** Subscriptions have no one answer, and tests of their own. */
const answered = paths.filter(path => procedures[path]?._def.type !== 'subscription')

type Samples = {
  [Namespace in keyof RouterInputs]: {
    [Name in keyof RouterInputs[Namespace]]: RouterInputs[Namespace][Name]
  }
}

/** A right input for every procedure, about somebody's conversation; a missing one does not compile. */
function samplesAbout(conversationId: string, jobId: string, userId: string): Samples {
  const recipients = { userIds: [userId] }
  const broadcastId = randomUUID()
  const messageId = `${conversationId}.1`
  const content = { type: 'text' as const, text: 'hello' }
  const job = { id: jobId, title: 'Roof', type: 'roofing', status: 'done', customerId: userId }
  return {
    me: { get: undefined, setPreferences: { showOnline: true }, renewToken: { token: 'none' } },
    people: {
      find: { query: '' },
      get: { userId },
      block: { userId },
      unblock: { userId },
      blocked: undefined,
    },
    presence: {
      get: { userId },
      getMany: { userIds: [userId] },
      changes: { userIds: [userId] },
      setAway: { away: true },
    },
    jobs: { upsert: job, get: { jobId }, list: undefined },
    chat: {
      open: { participantIds: [userId], jobId },
      list: {},
      get: { conversationId },
      history: { conversationId },
      changesSince: { conversationId, version: 0 },
      changes: {},
      send: { conversationId, clientId: randomUUID(), content },
      edit: { messageId, text: 'edited' },
      remove: { messageId },
      react: { messageId, emoji: '👍', on: true },
      markRead: { conversationId, seq: 1 },
      markDelivered: { conversationId, seq: 1 },
      setMine: { conversationId, muted: true, unread: true },
      addPeople: { conversationId, userIds: [userId] },
      removePerson: { conversationId, userId },
      leave: { conversationId },
      setTyping: { conversationId, typing: true },
      typing: { conversationId },
      rename: { conversationId, title: 'Roof' },
    },
    bulk: {
      preview: { recipients, content },
      send: { idempotencyKey: randomUUID(), recipients, content },
      get: { broadcastId },
      list: {},
      cancel: { broadcastId },
      report: { broadcastId },
      progress: { broadcastId },
      templates: {
        list: undefined,
        save: { name: 'Greeting', text: 'Hello {{customer.name}}' },
        remove: { templateId: randomUUID() },
      },
    },
    admin: {
      bulk: { days: 7 },
      connections: { conversationId },
      signal: { userId },
      endConnection: { connectionId: randomUUID() },
      endSession: { userId },
    },
  }
}

/** What names a conversation, a message or a job of strangers, or one of them. */
const aboutOthers = [
  'people.get',
  'jobs.get',
  'chat.get',
  'chat.history',
  'chat.changesSince',
  'chat.send',
  'chat.edit',
  'chat.remove',
  'chat.react',
  'chat.markRead',
  'chat.markDelivered',
  'chat.setMine',
  'chat.addPeople',
  'chat.removePerson',
  'chat.leave',
  'chat.setTyping',
  'chat.rename',
]

function sampleOf(samples: Samples, path: string): unknown {
  let sample: unknown = samples
  for (const name of path.split('.')) sample = Object(sample)[name]
  return sample
}

function typeOf(path: string): 'query' | 'mutation' {
  return procedures[path]?._def.type === 'mutation' ? 'mutation' : 'query'
}

/** The answer as plain JSON, to be looked into and compared. */
async function answerTo(node: TestNode, token: string, path: string, input: unknown) {
  const { body } = await callRaw(node, token, typeOf(path), path, input)
  return JSON.parse(JSON.stringify(body))
}

/** A contractor and a customer who talk about the customer's job. */
async function talk(node: TestNode) {
  const [ann, bob] = [someone('Ann', 'customer'), someone('Bob', 'contractor')]
  const root = httpClient(node, await hostToken(someone('Root', 'admin')))
  const jobId = randomUUID()
  const job = { id: jobId, title: 'Roof', type: 'roofing', status: 'done', customerId: ann.userId }
  await root.jobs.upsert.mutate(job)
  await httpClient(node, await hostToken(bob)).me.get.query()
  const api = httpClient(node, await hostToken(ann))
  const opening = { participantIds: [bob.userId], jobId }
  const { id } = await api.chat.open.mutate(opening)
  const content = { type: 'text' as const, text: 'private' }
  await api.chat.send.mutate({ conversationId: id, clientId: randomUUID(), content })
  return { ann, bob, id, jobId, api }
}

test('the matrix names every procedure of the router and nothing else', () => {
  expect(Object.keys(permissions).toSorted()).toEqual(paths.toSorted())
})

test('without a valid token every procedure answers UNAUTHENTICATED', async () => {
  const node = await testNode(await testDatabaseUrl())
  const { id, jobId, ann } = await talk(node)
  const samples = samplesAbout(id, jobId, ann.userId)
  for (const path of answered) {
    const answer = await answerTo(node, 'not-a-token', path, sampleOf(samples, path))
    expect([path, answer]).toMatchObject([path, { error: { data: { reason: 'UNAUTHENTICATED' } } }])
  }
})

test.for<Role>(['customer', 'contractor', 'admin'])(
  'role %s reaches what the matrix gives that role and no more',
  async role => {
    const node = await testNode(await testDatabaseUrl())
    const { id, jobId, ann } = await talk(node)
    const samples = samplesAbout(id, jobId, ann.userId)
    const token = await hostToken(someone('Caller', role))
    for (const path of answered) {
      const answer = await answerTo(node, token, path, sampleOf(samples, path))
      const refused = answer.error?.data.reason === 'FORBIDDEN'
      const allowed = permissions[path]?.roles.includes(role)
      const byPolicy = path === 'chat.open' && refused
      expect([path, refused && !byPolicy]).toEqual([path, !allowed])
    }
  },
)

test('a stranger meets in every procedure the very answer of what does not exist', async () => {
  const node = await testNode(await testDatabaseUrl())
  const { id, jobId, ann, api } = await talk(node)
  const before = await api.chat.get.query({ conversationId: id })
  const token = await hostToken(someone('Eve', 'customer'))
  const theirs = samplesAbout(id, jobId, ann.userId)
  const missing = samplesAbout(randomUUID(), randomUUID(), 'nobody')
  for (const path of aboutOthers) {
    const answer = await answerTo(node, token, path, sampleOf(theirs, path))
    expect([path, answer]).toMatchObject([path, { error: { data: { reason: 'NOT_FOUND' } } }])
    expect([path, answer]).toEqual([
      path,
      await answerTo(node, token, path, sampleOf(missing, path)),
    ])
  }
  expect(await api.chat.get.query({ conversationId: id })).toEqual(before)
})

test('a token that runs out stops working, and says so', async () => {
  const node = await testNode(await testDatabaseUrl())
  const ann = someone('Ann', 'customer')
  const api = httpClient(node, await hostToken(ann, '2s'))
  expect(await reasonOf(api.me.get.query())).toBe('ok')
  await expect.poll(() => reasonOf(api.me.get.query()), { timeout: 10_000 }).toBe('UNAUTHENTICATED')
})

test('a loop is stopped with the time to wait, and only its own person', async () => {
  const node = await testNode(await testDatabaseUrl(), { MESSAGES_PER_MINUTE: '3' })
  const { ann, bob, id } = await talk(node)
  const send = async (by: typeof ann) => {
    const api = httpClient(node, await hostToken(by))
    const content = { type: 'text' as const, text: 'again' }
    return api.chat.send.mutate({ conversationId: id, clientId: randomUUID(), content })
  }
  await send(ann)
  await send(ann)
  const refused = await send(ann).catch(error => error)
  expect(refused.data).toMatchObject({ reason: 'RATE_LIMITED', code: 'TOO_MANY_REQUESTS' })
  expect(refused.data.retryAfterMs).toBeGreaterThan(0)
  expect(refused.data.retryAfterMs).toBeLessThanOrEqual(60_000)
  expect(await reasonOf(send(bob))).toBe('ok')
})

test('a first message counts as a message, so opening is no way around the limit', async () => {
  const node = await testNode(await testDatabaseUrl(), { MESSAGES_PER_MINUTE: '1' })
  const { bob, api } = await talk(node)
  const content = { type: 'text' as const, text: 'and another' }
  const firstMessage = { clientId: randomUUID(), content }
  const opening = api.chat.open.mutate({ participantIds: [bob.userId], firstMessage })
  expect(await reasonOf(opening)).toBe('RATE_LIMITED')
})
