// What is wrong with a bulk message is said with a reason before anybody gets anything.

import { randomUUID } from 'node:crypto'
import type { RouterInputs } from '@parley/router/appRouter'
import { describe, expect, test } from 'vitest'
import {
  broadcast,
  contractor,
  customer,
  hello,
  refusalOf,
  setting,
  signedIn,
  stored,
  watchProgress,
} from './testing/broadcasting.ts'
import {
  callRaw,
  hostToken,
  httpClient,
  socketClient,
  someone,
  testDatabaseUrl,
  testNode,
} from './testing/testNode.ts'

type SendInput = RouterInputs['bulk']['send']

const anHour = 3_600_000
const fromNow = (ms: number) => new Date(Date.now() + ms).toISOString()

test('customers and administrators are refused, also the progress', async () => {
  const { node, maria } = await setting()
  const root = await signedIn(node, someone('Root', 'admin'))
  for (const { api, token } of [maria, root]) {
    const { bulk } = api
    const { idempotencyKey, ...previewed } = broadcast([maria.userId])
    const broadcastId = randomUUID()
    const refusals = await Promise.all(
      [
        bulk.preview.query(previewed),
        bulk.send.mutate({ idempotencyKey, ...previewed }),
        bulk.get.query({ broadcastId }),
        bulk.list.query({}),
        bulk.cancel.mutate({ broadcastId }),
        bulk.report.query({ broadcastId }),
        bulk.templates.list.query(),
        bulk.templates.save.mutate({ name: 'Greeting', text: 'Hi' }),
        bulk.templates.remove.mutate({ templateId: randomUUID() }),
      ].map(refusalOf),
    )
    expect(new Set(refusals.map(({ reason }) => reason))).toEqual(new Set(['FORBIDDEN']))
    const device = socketClient(node, async () => token)
    await expect.poll(watchProgress(device, broadcastId).end).toBe('FORBIDDEN')
  }
})

describe('refused as a whole, with the field at fault, and nothing is stored', () => {
  const cases: Record<string, [more: Partial<SendInput>, field: string, words: RegExp]> = {
    'nobody named': [{ recipients: { userIds: [] } }, 'recipients.userIds', /not be empty/],
    'a filter that nobody meets': [
      { recipients: { filter: { jobType: 'no such type' } } },
      'recipients',
      /nobody/,
    ],
    'a filter without a condition': [
      { recipients: { filter: {} } },
      'recipients.filter',
      /condition/,
    ],
    'a time in the past': [{ scheduleAt: fromNow(-anHour) }, 'scheduleAt', /passed/],
    'a time in two years': [{ scheduleAt: fromNow(2 * 365 * 24 * anHour) }, 'scheduleAt', /year/],
    'a zone that there is not': [
      { scheduleAt: fromNow(anHour), zone: 'Mars/Olympus' },
      'zone',
      /IANA/,
    ],
    'a variable that there is not': [
      { content: { type: 'text', text: 'Hi {{customer.salary}}' } },
      'content',
      /customer\.salary/,
    ],
    'neither text nor template': [{ content: undefined }, 'input', /either/],
    'text and template': [{ template: randomUUID() }, 'input', /either/],
  }

  test('what it says is wrong, over a socket and over HTTP', async () => {
    const { databaseUrl, node, carla, maria } = await setting()
    const device = socketClient(node, async () => carla.token)
    const before = await stored(databaseUrl)
    for (const [name, [more, field, words]] of Object.entries(cases)) {
      const input = broadcast([maria.userId], more)
      for (const { bulk } of [carla.api, device.api]) {
        const refusal = await refusalOf(bulk.send.mutate(input))
        expect([name, refusal]).toMatchObject([name, { reason: 'INVALID_INPUT', field }])
        expect(refusal.words).toMatch(words)
      }
    }
    const { templates } = carla.api.bulk
    const refusal = await refusalOf(templates.save.mutate({ name: 'Hi', text: 'Hi {{me}}' }))
    expect(refusal).toMatchObject({ reason: 'INVALID_INPUT', field: 'text' })
    expect(refusal.words).toContain('{{me}}')
    expect(await templates.list.query()).toEqual([])
    expect(await stored(databaseUrl)).toEqual(before)
  })

  test('one more than ten thousand, over a socket and over HTTP, with both numbers', async () => {
    const { databaseUrl, node, carla } = await setting()
    const userIds = Array.from({ length: 10_001 }, () => randomUUID())
    const { idempotencyKey, ...previewed } = broadcast(userIds)
    const input = { idempotencyKey, ...previewed }
    const device = socketClient(node, async () => carla.token)
    const refusals = await Promise.all(
      [
        device.api.bulk.send.mutate(input),
        carla.api.bulk.send.mutate(input),
        device.api.bulk.preview.query(previewed),
      ].map(refusalOf),
    )
    for (const refusal of refusals) {
      expect(refusal).toMatchObject({ reason: 'INVALID_INPUT', field: 'recipients' })
      expect(refusal.words).toMatch(/10000.*10001/)
    }
    expect(await stored(databaseUrl)).toMatchObject({ broadcasts: 0, recipients: 0 })
  })

  test('a filter that more than the most meet', async () => {
    const { carla, maria, node } = await setting({ BROADCAST_MAX: '1' })
    const ann = await customer(node, 'Ann')
    for (const { api } of [maria, ann]) {
      const { id: conversationId } = await api.chat.open.mutate({ participantIds: [carla.userId] })
      await api.chat.send.mutate({ conversationId, clientId: randomUUID(), content: hello })
    }
    const recipients = { filter: { talkedSince: fromNow(-anHour) } }
    const refusal = await refusalOf(carla.api.bulk.send.mutate(broadcast([], { recipients })))
    expect(refusal).toMatchObject({ reason: 'INVALID_INPUT', field: 'recipients' })
    expect(refusal.words).toMatch(/at most 1\b.*2/)
  })
})

describe('what is somebody else’s does not exist', () => {
  test('a template of another contractor', async () => {
    const { databaseUrl, node, carla, maria } = await setting()
    const cem = await contractor(node, 'Cem')
    const { id } = await cem.api.bulk.templates.save.mutate({ name: 'Greeting', text: 'Hi' })
    const { templates } = carla.api.bulk
    async function answersTo(template: string) {
      const { idempotencyKey, content: _, ...input } = broadcast([maria.userId], { template })
      return [
        await refusalOf(carla.api.bulk.send.mutate({ idempotencyKey, ...input })),
        await refusalOf(carla.api.bulk.preview.query(input)),
        await refusalOf(templates.save.mutate({ templateId: template, name: 'Mine', text: 'Ho' })),
        await refusalOf(templates.remove.mutate({ templateId: template })),
      ]
    }
    const answers = await answersTo(id)
    for (const { reason } of answers) expect(reason).toBe('NOT_FOUND')
    expect(answers).toEqual(await answersTo(randomUUID()))
    expect(await cem.api.bulk.templates.list.query()).toMatchObject([{ id, text: 'Hi' }])
    expect(await stored(databaseUrl)).toMatchObject({ broadcasts: 0 })
  })

  test('a job of somebody else', async () => {
    const { node, carla, maria } = await setting()
    const root = httpClient(node, await hostToken(someone('Root', 'admin')))
    const job = { title: 'Roof', type: 'roofing', status: 'done', customerId: maria.userId }
    const { id: jobId } = await root.jobs.upsert.mutate({ id: randomUUID(), ...job })
    const send = (jobId: string) =>
      refusalOf(carla.api.bulk.send.mutate(broadcast([maria.userId], { jobId })))
    const refusal = await send(jobId)
    expect(refusal.reason).toBe('NOT_FOUND')
    expect(refusal).toEqual(await send(randomUUID()))
  })

  test('a broadcast of somebody else, whatever is asked of it', async () => {
    const { node, carla, maria } = await setting()
    const cem = await contractor(node, 'Cem')
    const device = socketClient(node, async () => cem.token)
    const scheduled = broadcast([maria.userId], { scheduleAt: fromNow(anHour) })
    const { id } = await carla.api.bulk.send.mutate(scheduled)
    async function answersTo(broadcastId: string) {
      const { bulk } = cem.api
      const progress = watchProgress(device, broadcastId)
      await expect.poll(progress.end).toBe('NOT_FOUND')
      expect(progress.told).toEqual([])
      return [
        await refusalOf(bulk.get.query({ broadcastId })),
        await refusalOf(bulk.cancel.mutate({ broadcastId })),
        await refusalOf(bulk.report.query({ broadcastId })),
      ]
    }
    const answers = await answersTo(id)
    for (const { reason } of answers) expect(reason).toBe('NOT_FOUND')
    expect(answers).toEqual(await answersTo(randomUUID()))
    // The key is one's own as well.
    const { idempotencyKey } = scheduled
    const others = await cem.api.bulk.send.mutate(broadcast(['nobody'], { idempotencyKey }))
    expect(others.id).not.toBe(id)
    expect((await carla.api.bulk.get.query({ broadcastId: id })).status).toBe('scheduled')
  })
})

test('oneself, colleagues and administrators get none', async () => {
  const { node, carla } = await setting()
  const cem = await contractor(node, 'Cem')
  const root = await signedIn(node, someone('Root', 'admin'))
  const userIds = [carla, cem, root].map(({ userId }) => userId)
  const { idempotencyKey, ...previewed } = broadcast(userIds)
  const preview = await carla.api.bulk.preview.query(previewed)
  expect(preview).toMatchObject({
    totalReached: 0,
    failures: [{ reason: 'NOT_A_CUSTOMER', count: 3 }],
  })
  const sent = await carla.api.bulk.send.mutate({ idempotencyKey, ...previewed })
  expect(sent.errors).toMatchObject(userIds.map(userId => ({ userId, reason: 'NOT_A_CUSTOMER' })))
})

test.each([
  ['across', 'sent'],
  ['related', 'UNKNOWN_PERSON'],
  ['anyone', 'sent'],
])('strangers, where people may be written to by the rule %s: %s', async (policy, outcome) => {
  const { node, carla, maria } = await setting({ OPEN_POLICY: policy })
  const ann = await customer(node, 'Ann')
  const root = httpClient(node, await hostToken(someone('Root', 'admin')))
  const job = { title: 'Roof', type: 'roofing', status: 'open', customerId: ann.userId }
  await root.jobs.upsert.mutate({ id: randomUUID(), ...job })
  const { idempotencyKey, ...previewed } = broadcast([maria.userId, ann.userId, 'nobody'])
  const preview = await carla.api.bulk.preview.query(previewed)
  const sent = await carla.api.bulk.send.mutate({ idempotencyKey, ...previewed })
  const outcomeFor = (userId: string) =>
    sent.errors.find(error => error.userId === userId)?.reason ?? 'sent'
  expect([maria.userId, ann.userId, 'nobody'].map(outcomeFor)).toEqual([
    ...[outcome, 'sent', 'UNKNOWN_PERSON'],
  ])
  expect(preview.items.map(({ reason }) => reason ?? 'sent')).toEqual(
    preview.items.map(({ userId }) => outcomeFor(userId)),
  )
})

test('too many broadcasts within a minute are refused with the time to wait', async () => {
  const { carla, maria, node } = await setting({ BROADCASTS_PER_MINUTE: '2' })
  const first = broadcast([maria.userId])
  await carla.api.bulk.send.mutate(first)
  // What is refused for what it says has cost nothing, as little as asking again has.
  const refused = broadcast([maria.userId], { scheduleAt: fromNow(-anHour) })
  for (let nth = 0; nth < 3; nth++) {
    await carla.api.bulk.send.mutate(first)
    await refusalOf(carla.api.bulk.send.mutate(refused))
  }
  await carla.api.bulk.send.mutate(broadcast([maria.userId]))
  const refusal = await refusalOf(carla.api.bulk.send.mutate(broadcast([maria.userId])))
  expect(refusal).toMatchObject({ reason: 'RATE_LIMITED', code: 'TOO_MANY_REQUESTS' })
  expect(refusal.retryAfterMs).toBeGreaterThan(0)
  expect(refusal.retryAfterMs).toBeLessThanOrEqual(60_000)
  const cem = await contractor(node, 'Cem')
  expect(await cem.api.bulk.send.mutate(broadcast([maria.userId]))).toMatchObject({ totalSent: 1 })
})

test('nothing of what is written, saved or refused comes into the log', async () => {
  const databaseUrl = await testDatabaseUrl()
  const node = await testNode(databaseUrl, { LOG_LEVEL: 'trace', BROADCAST_INLINE_MAX: '1' })
  const [carla, maria, ann] = [
    await contractor(node),
    await customer(node, 'Maria'),
    await customer(node, 'Ann'),
  ]
  const secret = 'hush-7c1e'
  const content = { type: 'text' as const, text: `${secret} {{customer.name}}` }
  const input = broadcast([maria.userId, ann.userId], { content })
  const { id } = await carla.api.bulk.send.mutate(input)
  await expect
    .poll(async () => (await carla.api.bulk.get.query({ broadcastId: id })).status)
    .toBe('finished')
  await carla.api.bulk.templates.save.mutate({ name: secret, text: secret })
  const wrong = { type: 'text' as const, text: `{{${secret}}}` }
  await refusalOf(carla.api.bulk.send.mutate(broadcast([secret], { content: wrong })))
  await callRaw(node, carla.token, 'query', 'bulk.preview', { ...input, template: secret })
  const filter = { place: secret, [secret]: secret }
  await callRaw(node, carla.token, 'mutation', 'bulk.send', { ...input, recipients: { filter } })
  expect(await node.stop()).toBe(true)
  expect(node.logged()).toContain('"level":"')
  expect(node.logged()).not.toContain(secret)
})
