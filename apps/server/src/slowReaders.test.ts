import { describe, expect, test } from 'vitest'
import { limits } from './limits.ts'
import { testToken } from './testing/testRouter.ts'
import { type TestServer, testServer } from './testing/testServer.ts'
import { answersOthers, call, testSocket } from './testing/testSocket.ts'

const pingBytes = 2

async function stalledReader(server: TestServer, userId: string, waits: boolean) {
  const one = await testSocket(server, { token: testToken(userId) })
  one.send(call(1, 'torrent', { waits }, 'subscription'))
  await one.frame(({ id }) => id === 1)
  one.socket.pause()
  return one
}

async function queuedBytes(server: TestServer): Promise<number> {
  return await server.metric('parley_queued_bytes')
}

describe('a reader who stops reading', () => {
  test('gets nothing more from a stream that waits, and goes on where it was', async () => {
    const server = await testServer()
    const one = await stalledReader(server, 'ann', true)
    let waiting = 0
    await expect
      .poll(async () => {
        const before = waiting
        waiting = await queuedBytes(server)
        return waiting > 0 && waiting === before
      })
      .toBe(true)
    expect(waiting).toBeLessThan(limits.queuedBytes)
    for (let look = 0; look < 5; look++) {
      expect(await answersOthers(server)).toBe(true)
      // But a ping, which waits there like everything.
      expect((await queuedBytes(server)) - waiting).toBeLessThanOrEqual(pingBytes)
    }
    const before = one.frames.length
    one.socket.resume()
    await expect.poll(() => one.frames.length).toBeGreaterThan(before + 100)
    const ids = one.frames.flatMap(({ result }) => (result?.type === 'data' ? [result] : []))
    expect(ids.length).toBeGreaterThan(100)
  })

  test('is cut off when what is written does not wait', async () => {
    const server = await testServer()
    const one = await stalledReader(server, 'ann', false)
    const cut = 'parley_connections_closed_total{cause="backlog"}'
    await expect.poll(() => server.metric(cut)).toBe(1)
    await expect.poll(() => queuedBytes(server)).toBe(0)
    await expect.poll(() => server.metric('parley_subscriptions')).toBe(0)
    one.socket.resume()
    expect((await one.closed).code).toBe(1006)
    expect(await answersOthers(server)).toBe(true)
  })

  test('leaves nothing behind when it goes while a stream waits for it', async () => {
    const server = await testServer()
    const one = await stalledReader(server, 'ann', true)
    await expect.poll(() => queuedBytes(server)).toBeGreaterThan(0)
    one.socket.terminate()
    await expect.poll(() => server.metric('parley_subscriptions')).toBe(0)
    await expect.poll(() => server.metric('parley_connections{transport="ws"}')).toBe(0)
  })

  test('five of them cost a bounded amount of memory, and others wait no longer', async () => {
    const server = await testServer()
    const before = process.memoryUsage().rss
    const readers = ['a', 'b', 'c', 'd', 'e'].map(userId => stalledReader(server, userId, true))
    await Promise.all(readers)
    for (let look = 0; look < 100; look++) expect(await answersOthers(server)).toBe(true)
    const grown = (process.memoryUsage().rss - before) / 1024 / 1024
    expect(await queuedBytes(server)).toBeLessThan(5 * limits.queuedBytes)
    expect(grown).toBeLessThan(100) // an unguarded server grew by 600 MB in 16 s
  })

  test('a reader of SSE is waited for as well', async () => {
    const server = await testServer()
    const input = encodeURIComponent(JSON.stringify({ waits: true }))
    const stop = new AbortController()
    const answer = await fetch(`${server.url}/trpc/torrent?input=${input}`, {
      headers: { authorization: `Bearer ${testToken('ann')}` },
      signal: stop.signal,
    })
    expect(answer.headers.get('content-type')).toBe('text/event-stream')
    await expect.poll(() => queuedBytes(server)).toBeGreaterThan(0)
    expect(await queuedBytes(server)).toBeLessThan(limits.queuedBytes)
    expect(await answersOthers(server)).toBe(true)
    stop.abort()
    await expect.poll(() => server.metric('parley_connections{transport="http"}')).toBe(0)
  })
})
