import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { type Limits, limits } from './limits.ts'
import { stockClient } from './testing/stockClient.ts'
import { testServer } from './testing/testServer.ts'
import { answersOthers, call, type TestSocket, testSocket } from './testing/testSocket.ts'

describe('the stock client is at home', () => {
  test('calls and subscribes', async () => {
    const { client } = stockClient(await testServer())
    const me = { userId: 'ann', address: '127.0.0.1', transport: 'ws' }
    expect(await client.me.query()).toEqual(me)
    const seen = await new Promise<number[]>((resolve, reject) => {
      const all: number[] = []
      const onData = ({ data }: { data: number[] }) => void all.push(...data)
      client.count.subscribe(
        { upTo: 3 },
        { onData, onComplete: () => resolve(all), onError: reject },
      )
    })
    expect(seen).toEqual([0, 1, 2])
  })

  test('catching up on 100 conversations at once, three times over, is no flood', async () => {
    const { client, opened } = stockClient(await testServer())
    for (let round = 0; round < 3; round++) {
      const texts = Array.from({ length: 100 }, (_, index) => `${round}-${index}`)
      const answers = await Promise.all(texts.map(text => client.echo.mutate({ text })))
      expect(answers.map(({ text }) => text)).toEqual(texts)
    }
    expect(opened()).toBe(1)
  })

  test('it comes back with all its subscriptions in one frame', async () => {
    const server = await testServer()
    const { client, opened } = stockClient(server)
    const started = new Map<number, Set<number>>()
    const onSocket = (nth: number) => started.get(nth)?.size
    for (let index = 0; index < limits.subscriptionsPerSocket; index++) {
      const onData = () => {
        started.set(opened(), (started.get(opened()) ?? new Set()).add(index))
      }
      client.ticks.subscribe(undefined, { onData })
    }
    await expect.poll(() => onSocket(1)).toBe(limits.subscriptionsPerSocket)
    expect(server.closePerson('ann')).toBe(1)
    await expect.poll(() => onSocket(2), { timeout: 5000 }).toBe(limits.subscriptionsPerSocket)
    expect(opened()).toBe(2)
  })
})

const ping = () => 'PING'

type Breach = {
  code?: number
  reason: string
  limits?: Partial<Limits>
  act: (one: TestSocket) => void
}

const breaches: Record<string, Breach> = {
  'a giant batch': {
    reason: 'too many calls in a frame',
    act: one => one.send(Array.from({ length: 1300 }, (_, id) => call(id, 'echo', { text: 'x' }))),
  },
  'a batch of one too many': {
    reason: 'too many calls in a frame',
    act: one => {
      const batch = Array.from({ length: limits.callsPerFrame + 1 }, (_, id) => call(id, 'me'))
      one.send(batch)
    },
  },
  'a thousand subscriptions': {
    reason: 'too many subscriptions',
    act: one => {
      for (let id = 0; id < 1000; id++) one.send(call(id, 'silent', undefined, 'subscription'))
    },
  },
  'calls without end that are never answered': {
    reason: 'too many calls in flight',
    limits: { callsInFlight: 50 },
    act: one => {
      for (let id = 0; id < 51; id++) one.send(call(id, 'gated'))
    },
  },
  'the id of a live subscription, again': {
    reason: 'this id is in use',
    act: one => {
      one.send(call(1, 'silent', undefined, 'subscription'))
      one.send(call(1, 'echo', { text: 1 }))
    },
  },
  'a binary frame': {
    reason: 'text frames only',
    act: one => one.socket.send(Buffer.from(JSON.stringify(call(1, 'me', undefined, 'query')))),
  },
  'no JSON': { reason: 'not JSON', act: one => one.send('{"id":') },
  'an empty frame': { reason: 'not JSON', act: one => one.send('') },
  'JSON that is no call': { reason: 'not a call', act: one => one.send({ hello: 'there' }) },
  'a bare value': { reason: 'not a call', act: one => one.send('null') },
  'a method that there is not': {
    reason: 'not a call',
    act: one => one.send(call(1, 'me', undefined, 'delete')),
  },
  'one bad call in a batch': {
    reason: 'not a call',
    act: one => one.send([call(1, 'silent', undefined, 'subscription'), { id: 2 }]),
  },
  'no id': { reason: 'not an id', act: one => one.send(call(null, 'me', undefined, 'query')) },
  'an id as long as a letter': {
    reason: 'not an id',
    act: one => one.send(call('x'.repeat(65), 'me', undefined, 'query')),
  },
  'a path as long as a letter': {
    reason: 'not a path',
    act: one => one.send(call(1, 'x'.repeat(201), undefined, 'query')),
  },
  'deep nesting': {
    reason: 'not a call',
    act: one => one.send(`${'['.repeat(20_000)}${']'.repeat(20_000)}`),
  },
  'a frame above the limit': {
    code: 1009,
    reason: '',
    act: one => one.send(call(1, 'echo', { text: 'x'.repeat(limits.frameBytes) })),
  },
  'a flood of frames': {
    reason: 'too much at once',
    act: one => {
      for (let frame = 0; frame < 3000; frame++) one.send(ping())
    },
  },
  'a flood of calls in modest batches': {
    reason: 'too many calls',
    act: one => {
      for (let batch = 0; batch < 20; batch++) {
        one.send(Array.from({ length: 100 }, (_, id) => call(`${batch}.${id}`, 'gone')))
      }
    },
  },
  'a flood of bytes': {
    reason: 'too much at once',
    act: one => {
      const text = 'x'.repeat(200_000)
      for (let frame = 0; frame < 40; frame++) one.send(call(frame, 'echo', { text }))
    },
  },
}

describe('a peer that goes too far is closed with a word on why; others are served', () => {
  test.each(Object.entries(breaches))('%s', async (_, { code = 1008, reason, limits, act }) => {
    const server = await testServer({ limits })
    const one = await testSocket(server)
    act(one)
    expect(await one.closed).toEqual({ code, reason })
    expect(await answersOthers(server)).toBe(true)
    expect(await server.metric('parley_subscriptions')).toBe(0)
  })

  test('a flood of pings ends the connection, whoever counts first', async () => {
    const server = await testServer()
    const one = await testSocket(server)
    for (let ping = 0; ping < 3000; ping++) one.socket.ping()
    expect([1006, 1008]).toContain((await one.closed).code)
    expect(await answersOthers(server)).toBe(true)
  })

  test('frames of any JSON', { timeout: 60_000 }, async () => {
    const server = await testServer()
    const value = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.constant(undefined))
    const method = fc.constantFrom('query', 'mutation', 'subscription', 'subscription.stop')
    const path = fc.constantFrom('echo', 'count', 'me', '__proto__', 'constructor.name', '', '.')
    const params = fc.record({ path: fc.oneof(path, value), input: value, lastEventId: value })
    const frame = fc.record(
      {
        id: fc.oneof(fc.integer(), value),
        method: fc.oneof(method, value),
        params: fc.oneof(params, value),
        jsonrpc: fc.oneof(fc.constant('2.0'), value),
      },
      { requiredKeys: [] },
    )
    const frames = fc.array(fc.oneof(frame, fc.array(frame, { maxLength: 5 }), value))
    await fc.assert(
      fc.asyncProperty(frames, async all => {
        const one = await testSocket(server)
        for (const each of all) one.send(each === undefined ? '' : each)
        one.socket.close()
        await one.closed
      }),
      { numRuns: 200, seed: 20_261_121 },
    )
    expect(await answersOthers(server)).toBe(true)
    await expect.poll(() => server.metric('parley_subscriptions')).toBe(0)
    expect(server.logged()).not.toContain('"level":"error"')
  })

  test('nothing is read from a peer that was told to go', async () => {
    const server = await testServer()
    const one = await testSocket(server)
    one.send('not JSON')
    one.send(call(1, 'gated'))
    await one.closed
    expect(server.gate.entered()).toBe(0)
  })

  test('a peer that does not answer the goodbye is cut off', async () => {
    const server = await testServer({ limits: { closingMs: 50 } })
    const one = await testSocket(server)
    one.socket.on('message', () => {})
    one.socket.pause()
    one.send('not JSON')
    await expect.poll(() => server.metric('parley_connections{transport="ws"}')).toBe(0)
  })
})

describe('long frames are for people', () => {
  const long = call(1, 'echo', { text: 'x'.repeat(limits.frameBytes - 200) })

  test('a person may send one at once, behind the token', async () => {
    const server = await testServer()
    const one = await testSocket(server)
    one.send(long)
    expect(await one.frame(({ id }) => id === 1)).toMatchObject({ result: { type: 'data' } })
    expect(one.socket.readyState).toBe(WebSocket.OPEN)
  })

  test('who has said nothing is closed before one is there', async () => {
    const server = await testServer()
    const one = await testSocket(server, { token: null })
    one.send(long)
    expect(await one.closed).toEqual({ code: 1008, reason: 'too much at once' })
    expect(await server.metric('parley_frames_received_total')).toBe(0)
  })

  test('without that limit it is read of anybody', async () => {
    const server = await testServer({ limits: { strangerBytes: Number.POSITIVE_INFINITY } })
    const one = await testSocket(server, { token: 'nobody' })
    one.send(long)
    await one.frame(({ id }) => id === 1)
    expect(await server.metric('parley_frames_received_total')).toBe(2)
  })

  test('of whom nothing is known it is not read', async () => {
    const server = await testServer({ limits: { silenceMs: 300 } })
    const one = await testSocket(server, { token: 'nobody' })
    one.send(long)
    expect(await one.closed).toMatchObject({ code: 4401 })
    expect(await server.metric('parley_frames_received_total')).toBe(1)
    const pinging = await testSocket(server, { token: null })
    pinging.send(ping())
    pinging.send(long)
    await pinging.closed
    expect(await server.metric('parley_frames_received_total')).toBe(2)
    expect(await answersOthers(server)).toBe(true)
  })
})

describe('subscriptions are counted as they live', () => {
  test('one that was stopped, has ended or has failed makes room', async () => {
    const server = await testServer({ limits: { subscriptionsPerSocket: 2 } })
    const one = await testSocket(server)
    const ended = (id: number) =>
      one.frame(frame => frame.id === id && frame.result?.type === 'stopped')
    for (let round = 0; round < 10; round++) {
      const [ends, stops, fails] = [round * 3, round * 3 + 1, round * 3 + 2]
      one.send(call(ends, 'count', { upTo: 2 }, 'subscription'))
      await ended(ends)
      one.send(call(stops, 'silent', undefined, 'subscription'))
      await one.frame(({ id }) => id === stops)
      one.send({ id: stops, method: 'subscription.stop' })
      await ended(stops)
      one.send(call(fails, 'count', { upTo: 'many' }, 'subscription'))
      await one.frame(frame => frame.id === fails && frame.error !== undefined)
    }
    expect(await server.metric('parley_subscriptions')).toBe(0)
    expect(one.socket.readyState).toBe(WebSocket.OPEN)
  })

  test('calls are counted by procedure and outcome, with no label of a stranger’s making', async () => {
    const server = await testServer()
    const one = await testSocket(server)
    one.send([
      call(1, 'echo', { text: 'a' }),
      call(2, 'echo', { text: 7 }),
      call(3, 'constructor', {}),
      call(4, 'nothing.like\nit{}', {}),
    ])
    await Promise.all([1, 2, 3, 4].map(wanted => one.frame(({ id }) => id === wanted)))
    const calls = (labels: string) => server.metric(`parley_calls_total{${labels}}`)
    expect(await calls('procedure="echo",outcome="ok"')).toBe(1)
    expect(await calls('procedure="echo",outcome="INVALID_INPUT"')).toBe(1)
    expect(await calls('procedure="unknown",outcome="NOT_FOUND"')).toBe(2)
    const seconds = 'parley_call_seconds_count{procedure="echo"}'
    expect(await server.metric(seconds)).toBe(2)
    one.send(call(5, 'gated'))
    await expect.poll(() => server.gate.entered()).toBe(1)
    one.socket.close()
    await expect.poll(() => calls('procedure="gated",outcome="closed"')).toBe(1)
  })
})
