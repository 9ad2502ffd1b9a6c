/** What a service worker does, on a real node; the locks are those of a browser, as far as Node has them. */
import 'fake-indexeddb/auto'
import { hostToken, someone, testDatabaseUrl, testNode } from '@parley/server/testing'
import { expect, onTestFinished, test, vi } from 'vitest'
import { sendWaiting } from './background.ts'
import { createClient } from './client.ts'
import { indexedDbStore } from './keep/indexedDbStore.ts'
import type { KeptOutgoing } from './keep/store.ts'

async function away() {
  const node = await testNode(await testDatabaseUrl())
  const [ann, bob] = [someone('Ann', 'customer'), someone('Bob', 'contractor')]
  const clients = [ann, bob].map(person => {
    const client = createClient({
      url: node.url,
      userId: person.userId,
      token: () => hostToken(person),
    })
    onTestFinished(client.close)
    return client
  })
  for (const client of clients)
    await expect.poll(() => client.connection.get().state, { timeout: 15_000 }).toBe('online')
  const id = (await clients[0]?.open({ participantIds: [bob.userId] })) ?? ''
  const place = { url: node.url, userId: ann.userId }
  let written = 0
  const waiting = (text: string, conversationId = id): KeptOutgoing => {
    written += 1
    const createdAt = new Date(Date.UTC(2026, 0, 1, 0, 0, written)).toISOString()
    const message = {
      clientId: crypto.randomUUID(),
      text,
      createdAt,
      state: { kind: 'waiting' as const },
    }
    return { conversationId, message }
  }
  const keep = (rows: KeptOutgoing[]) =>
    indexedDbStore(place).write({ outbox: { put: rows, drop: [] } })
  const left = async () => (await indexedDbStore(place).read()).outbox
  const stored = async () =>
    (await clients[1]?.api.chat.history.query({ conversationId: id, limit: 50 }))?.messages.map(
      ({ content }) => content?.text,
    )
  const run = async () => sendWaiting({ ...place, token: await hostToken(ann) })
  return { node, waiting, keep, left, stored, run }
}

/** Node 20 has no locks. */
function withLocks(isFree: boolean): void {
  const request = async (_name: string, _options: object, act: (lock: object | null) => unknown) =>
    act(isFree ? {} : null)
  vi.stubGlobal('navigator', { locks: { request } })
  onTestFinished(() => void vi.unstubAllGlobals())
}

test('[O8] what waits is sent in its order without a page, and what failed says why', async () => {
  const { waiting, keep, left, stored, run } = await away()
  withLocks(true)
  const strange = waiting('nowhere', crypto.randomUUID())
  await keep([waiting('one'), waiting('two'), strange, waiting('three')].reverse())
  await run()
  expect(await stored()).toEqual(['one', 'two', 'three'])
  const state = { kind: 'failed', reason: 'NOT_FOUND' }
  expect(await left()).toEqual([{ ...strange, message: { ...strange.message, state } }])
  await run()
  expect(await stored()).toEqual(['one', 'two', 'three'])
})

test('[O7] while a tab is open, sending is left to it', async () => {
  const { waiting, keep, left, stored, run } = await away()
  withLocks(false)
  await keep([waiting('one')])
  await run()
  expect(await stored()).toEqual([])
  expect(await left()).toHaveLength(1)
})

test('[O8] without an answer everything is kept, and the browser is to try again', async () => {
  const { node, waiting, keep, left, run } = await away()
  withLocks(true)
  await keep([waiting('one'), waiting('two')])
  await node.stop()
  await expect(run()).rejects.toThrow('Not everything could be sent.')
  expect((await left()).map(({ message }) => message.text).sort()).toEqual(['one', 'two'])
})
