/** What a socket carries when thousands of one person's conversations change at once. */
import type { Change } from '@parley/protocol/change'
import { parseCursor } from '@parley/protocol/cursor'
import { limits } from '@parley/protocol/limits'
import { expect, test } from 'vitest'
import { broadcast, contractor, manyCustomers } from './testing/broadcasting.ts'
import { type TestNode, testDatabaseUrl, testNode } from './testing/testNode.ts'
import { call, type TestSocket, testSocket } from './testing/testSocket.ts'

interface Frame {
  id: string
  data: Change[]
}

function framesOf({ frames }: TestSocket): Frame[] {
  return frames.flatMap(({ result }) => (result?.type === 'data' ? [Object(result).data] : []))
}

function conversationsIn(frames: readonly Frame[]): Set<string> {
  return new Set(frames.flatMap(({ data }) => data.map(({ conversationId }) => conversationId)))
}

async function following(node: TestNode, token: string, lastEventId?: string) {
  const socket = await testSocket(
    { socketUrl: `${node.url.replace('http', 'ws')}/trpc` },
    { token },
  )
  socket.send(call(1, 'chat.changes', { lastEventId }, 'subscription'))
  await socket.frame(({ result }) => result?.type === 'data')
  return socket
}

async function cutForBacklog(node: TestNode): Promise<string | undefined> {
  const text = await (await fetch(`${node.url}/metrics`)).text()
  return /^parley_connections_closed_total\{cause="backlog"\} (\d+)/m.exec(text)?.[1]
}

test('[D13] [D26] a broadcast to thousands cuts nobody off: who does not read gets heads, in frames', async () => {
  const databaseUrl = await testDatabaseUrl()
  const node = await testNode(databaseUrl)
  const carla = await contractor(node)
  const userIds = await manyCustomers(databaseUrl, 1000)
  const reads = await following(node, carla.token)
  const sleeps = await following(node, carla.token)
  const [first] = framesOf(sleeps)
  sleeps.socket.pause()

  const content = { type: 'text' as const, text: 'x'.repeat(3000) }
  const { id: broadcastId } = await carla.api.bulk.send.mutate(broadcast(userIds, { content }))
  await expect
    .poll(async () => (await carla.api.bulk.get.query({ broadcastId })).totalSent, {
      timeout: 40_000,
    })
    .toBe(1000)
  await expect.poll(() => conversationsIn(framesOf(reads)).size, { timeout: 10_000 }).toBe(1000)
  sleeps.socket.resume()
  await expect.poll(() => conversationsIn(framesOf(sleeps)).size, { timeout: 10_000 }).toBe(1000)
  expect(await cutForBacklog(node)).toBeUndefined()

  const returned = await following(node, carla.token, first?.id)
  await expect.poll(() => conversationsIn(framesOf(returned)).size, { timeout: 10_000 }).toBe(1000)
  const missed = framesOf(returned).slice(0, Math.ceil(1000 / limits.frameChanges))
  for (const socket of [reads, sleeps, returned]) {
    const most = Math.max(...framesOf(socket).map(({ data }) => data.length))
    expect(most).toBeLessThanOrEqual(limits.frameChanges)
  }
  // Whoever goes in the middle of it begins where they were.
  const horizons = missed.map(({ id }) => parseCursor(id)?.horizon)
  const since = parseCursor(first?.id ?? '')?.horizon
  expect(new Set(horizons.slice(0, -1))).toEqual(new Set([since]))
  expect(horizons.at(-1)).not.toBe(since)
}, 90_000)
