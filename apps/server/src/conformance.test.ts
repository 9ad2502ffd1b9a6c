/**
 * The stock adapter is the oracle: whatever calls a peer makes, it hears of each what it would
 * have heard from tRPC's own handler. Breaches of our limits are elsewhere; tRPC has none.
 */
import { once } from 'node:events'
import { createServer } from 'node:http'
import { applyWSSHandler } from '@trpc/server/adapters/ws'
import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { WebSocketServer } from 'ws'
import { createGate, createTestRouter, testContext, testToken } from './testing/testRouter.ts'
import { testServer } from './testing/testServer.ts'
import { type TestSocket, testSocket } from './testing/testSocket.ts'

/** The same router behind tRPC's own handler. */
async function stockServer() {
  const server = createServer()
  const wss = new WebSocketServer({ server })
  applyWSSHandler({
    wss,
    router: createTestRouter(createGate()),
    createContext: ({ info }) => testContext({ token: info.connectionParams?.token, connection }),
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    wss.close()
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return { socketUrl: `ws://127.0.0.1:${port}/trpc` }
}

const connection = {
  id: '00000000-0000-4000-8000-000000000000' as const,
  transport: 'ws' as const,
  address: '127.0.0.1',
  writable: async () => {},
  admit: async () => true,
  setAway() {},
  stays: true,
  onClosed() {},
  renew: () => {},
  tryLater: () => {},
}

/** What each call heard, in order. */
function heard({ frames }: TestSocket): Record<string, unknown[]> {
  const byId: Record<string, unknown[]> = {}
  for (const frame of frames) {
    const id = JSON.stringify(frame.id)
    byId[id] = [...(byId[id] ?? []), frame]
  }
  return byId
}

async function bothSides() {
  const [ours, stock] = await Promise.all([testServer(), stockServer()])
  return (token = testToken('ann')) =>
    Promise.all([testSocket(ours, { token }), testSocket(stock, { token })])
}

const path = fc.constantFrom(
  ...['me', 'echo', 'written', 'broken', 'nothing', 'streaming', 'count', 'framed', 'fails'],
  ...['no.such', '', 'toString'],
)
const input = fc.oneof(
  fc.record({ text: fc.string({ unit: 'binary', maxLength: 300 }) }),
  fc.record({ upTo: fc.integer({ min: 0, max: 5 }) }),
  fc.record({ after: fc.integer({ min: 0, max: 3 }) }),
  fc.constantFrom(undefined, null, 7, 'text', [1]),
)
const params = fc.record(
  { path, input, lastEventId: fc.constantFrom('0', '2') },
  { requiredKeys: ['path', 'input'] },
)
const method = fc.constantFrom('query', 'mutation', 'subscription')
const asking = fc.record({ method, params, jsonrpc: fc.constantFrom(undefined, '2.0') })

type Params = { path: string; input?: unknown; lastEventId?: string }
type Asked = { id: number; method: string; params: Params }

/** Waits for all that a call brings; a subscription that would go on is stopped then. */
async function answered(one: TestSocket, { id, method, params }: Asked): Promise<void> {
  const first = await one.frame(frame => frame.id === id)
  if (method !== 'subscription' || first.result?.type !== 'started') return
  if (params.path === 'framed') {
    await expect.poll(() => numbersHeard(one, id)).toBe(numbersAsked(params))
    one.send({ id, method: 'subscription.stop' })
  }
  await one.frame(frame => frame.id === id && frame.result?.type === 'stopped')
}

function numbersHeard({ frames }: TestSocket, id: number): number {
  return frames.filter(frame => frame.id === id && frame.result?.type === 'data').length
}

function numbersAsked({ input, lastEventId = '-1' }: Params): number {
  const upTo = typeof input === 'object' && input && 'upTo' in input ? Number(input.upTo) : 0
  return Math.max(0, upTo - Number(lastEventId) - 1)
}

describe('whatever is asked, it is answered as tRPC’s own handler answers', () => {
  test('calls of all kinds, in frames of several', { timeout: 60_000 }, async () => {
    const connect = await bothSides()
    const frames = fc.array(fc.array(asking, { minLength: 1, maxLength: 4 }), { maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(frames, async all => {
        const sides = await connect()
        let id = 0
        const numbered = all.map(frame => frame.map(one => ({ id: id++, ...one })))
        await Promise.all(
          sides.map(async one => {
            for (const frame of numbered) one.send(frame)
            for (const asked of numbered.flat()) await answered(one, asked)
          }),
        )
        const [ours, stock] = sides
        expect(heard(ours)).toEqual(heard(stock))
        for (const { socket, closed } of sides) {
          socket.close()
          await closed
        }
      }),
      { numRuns: 500, seed: 20_261_121 },
    )
  })

  const subscription = (id: number, path: string, input?: unknown) => {
    return { id, method: 'subscription', params: { path, input } }
  }
  const stop = (id: number) => ({ id, method: 'subscription.stop' })
  const scripts: Record<string, { frames: unknown[]; token?: string; lasts: number[] }> = {
    'a subscription that is stopped in the frame that asks for it': {
      frames: [[subscription(1, 'silent'), stop(1)]],
      lasts: [1],
    },
    'one that is stopped twice, and one that there is not': {
      frames: [subscription(1, 'silent'), [stop(1), stop(1), stop(9)]],
      lasts: [1],
    },
    'an id that is used again after its end': {
      frames: [subscription(1, 'count', { upTo: 1 }), { ...subscription(2, 'silent') }, stop(2)],
      lasts: [1, 2],
    },
    nobody: {
      frames: [[subscription(1, 'silent'), { id: 2, method: 'query', params: { path: 'me' } }]],
      token: 'nobody',
      lasts: [1, 2],
    },
  }
  test.each(Object.entries(scripts))('%s', async (_, { frames, token, lasts }) => {
    const connect = await bothSides()
    const sides = await connect(token)
    await Promise.all(
      sides.map(async one => {
        for (const frame of frames) one.send(frame)
        for (const id of lasts) {
          await one.frame(
            frame => frame.id === id && (frame.result?.type === 'stopped' || !!frame.error),
          )
        }
      }),
    )
    const [ours, stock] = sides
    expect(heard(ours)).toEqual(heard(stock))
  })

  test('a ping is answered, also before anything else was said', async () => {
    const connect = await bothSides()
    for (const one of await connect()) {
      const answer = new Promise(resolve =>
        one.socket.once('message', data => resolve(String(data))),
      )
      one.send('PING')
      expect(await answer).toBe('PONG')
    }
  })
})
