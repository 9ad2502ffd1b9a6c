/** A broadcast as its contractor's and its recipients' own clients live through it, with the real server. */
import { hostToken, someone, testDatabaseUrl, testNode } from '@parley/server/testing'
import { broadcast, manyCustomers } from '@parley/server/testing/broadcasting'
import { expect, onTestFinished, test } from 'vitest'
import { createClient } from './client.ts'
import { eventually } from './testing/eventually.ts'
import type { Transport } from './transport.ts'

type Person = ReturnType<typeof someone>

/** A device of somebody's, with the names of the calls that it made. */
async function device(url: string, person: Person) {
  const made: string[] = []
  const client = createClient(
    { url, userId: person.userId, token: () => hostToken(person) },
    { transport: usual => counting(usual, made) },
  )
  onTestFinished(client.close)
  await eventually(() => client.connection.get().state).toBe('online')
  await eventually(() => client.conversations.get().status).toBe('ready')
  const states: string[] = []
  onTestFinished(client.connection.subscribe(() => states.push(client.connection.get().state)))
  made.length = 0
  return { client, made, states }
}

function counting(usual: Transport, made: string[]): Transport {
  const calls = new Proxy(usual.calls, {
    get(target, name, receiver) {
      made.push(String(name))
      return Reflect.get(target, name, receiver)
    },
  })
  return { ...usual, calls }
}

test('[H9] [H10] a broadcast to 400 new people: few calls, the newest at once, all by scrolling', async () => {
  const databaseUrl = await testDatabaseUrl()
  const node = await testNode(databaseUrl)
  const carl = someone('Carl', 'contractor')
  const userIds = await manyCustomers(databaseUrl, 400)
  const maria: Person = { userId: userIds[200] ?? '', name: 'Maria', role: 'customer' }
  const his = await device(node.url, carl)
  const hers = await device(node.url, maria)

  const { id: broadcastId } = await his.client.api.bulk.send.mutate(broadcast(userIds))
  await eventually(() => hers.client.conversations.get().items).toMatchObject([
    { unreadCount: 1, lastMessage: { bulk: true, content: { text: 'Hello Maria' } } },
  ])
  const progress = () => his.client.api.bulk.get.query({ broadcastId })
  await expect.poll(async () => (await progress()).status, { timeout: 30_000 }).toBe('finished')
  expect(await progress()).toMatchObject({ totalSent: 400, totalFailed: 0 })

  const theirs: string[] = []
  for (let cursor: string | undefined; ; ) {
    const page = await his.client.api.chat.list.query({ limit: 100, cursor })
    theirs.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor
    if (cursor === undefined) break
  }
  expect(theirs).toHaveLength(400)
  const shown = () => his.client.conversations.get().items.map(({ id }) => id)
  await eventually(() => shown().slice(0, 50)).toEqual(theirs.slice(0, 50))
  await eventually(() => shown().every((id, at) => id === theirs[at])).toBe(true)
  const readings = his.made.filter(name => name === 'get')
  expect(readings.length).toBeLessThanOrEqual(8 + 64)
  expect(his.made.filter(name => name === 'list').length).toBeLessThanOrEqual(20)

  while (his.client.conversations.get().hasMore) await his.client.loadMoreConversations()
  expect(shown()).toEqual(theirs)
  expect(his.states).toEqual([])
  expect(hers.states).toEqual([])
}, 60_000)
