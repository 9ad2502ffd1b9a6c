import { describe, expect, test } from 'vitest'
import { stockClient } from './testing/stockClient.ts'
import { testContext, testToken } from './testing/testRouter.ts'
import { testServer } from './testing/testServer.ts'
import { answersOthers, call, testSocket } from './testing/testSocket.ts'

const unauthenticated = { code: 4401, reason: 'UNAUTHENTICATED' }

describe('a socket says whose it is, or goes', () => {
  test('silence after the handshake', async () => {
    const server = await testServer({ limits: { silenceMs: 100 } })
    const one = await testSocket(server, { token: null })
    expect(await one.closed).toEqual({ code: 1008, reason: 'SILENT' })
    await expect.poll(() => server.metric('parley_connections_pending')).toBe(0)
    expect(await answersOthers(server)).toBe(true)
  })

  test('chatter that is no token does not count as a word', async () => {
    const server = await testServer({ limits: { silenceMs: 100 } })
    const one = await testSocket(server, { token: null })
    const chatter = setInterval(() => one.send('PING'), 10)
    expect(await one.closed).toEqual({ code: 1008, reason: 'SILENT' })
    clearInterval(chatter)
  })

  test.each([
    ['an unknown token', { token: 'nonsense' }],
    ['an empty token', { token: '' }],
    ['a token of a megabyte’s ambition', { token: 'x'.repeat(100_000) }],
    ['no params at all', { token: null, query: '' }],
  ])('%s: its calls are answered, then it is closed', async (_, options) => {
    const server = await testServer()
    const one = await testSocket(server, options)
    one.send(call(1, 'me', undefined, 'query'))
    const answer = await one.frame(({ id }) => id === 1)
    expect(answer.error?.data.reason).toBe('UNAUTHENTICATED')
    expect(await one.closed).toEqual(unauthenticated)
    // From an error of no call the stock client learns to come back slowly.
    const last = one.frames.at(-1)
    expect(last?.id).toBeNull()
    expect(last?.error?.data.reason).toBe('UNAUTHENTICATED')
  })

  test.each([
    ['a list', '[]'],
    ['no object', '7'],
    ['no JSON', '{'],
    ['no data', '{}'],
    ['a token that is no text', '{"method":"connectionParams","data":{"token":7}}'],
  ])('params that are %s end the connection', async (_, params) => {
    const server = await testServer()
    const one = await testSocket(server, { token: null })
    one.send(params)
    await one.closed
    expect(await answersOthers(server)).toBe(true)
  })

  test('a context that takes for ever is given up on', async () => {
    const server = await testServer({
      limits: { identityMs: 100 },
      createContext: () => new Promise(() => {}),
    })
    const one = await testSocket(server)
    expect(await one.closed).toEqual({ code: 1013, reason: 'UNAVAILABLE' })
  })

  test('a context that cannot be made now is answered, and closed so that it is made anew', async () => {
    const server = await testServer({
      async createContext({ connection }) {
        await connection.admit({
          userId: 'ann',
          name: 'Ann',
          role: 'customer',
          business: undefined,
          picture: undefined,
          sessionId: undefined,
          expiresAt: Date.now() + 60_000,
        })
        connection.tryLater()
        return { caller: 'nobody', connection }
      },
    })
    const one = await testSocket(server)
    one.send(call(1, 'me', undefined, 'query'))
    await one.frame(({ id }) => id === 1)
    expect(await one.closed).toEqual({ code: 1013, reason: 'UNAVAILABLE' })
    expect(one.frames.at(-1)?.error?.data.reason).toBe('UNAVAILABLE')
  })

  test('a context that throws does not make a storm of reconnecting clients', async () => {
    let made = 0
    const server = await testServer({
      createContext: () => {
        made += 1
        throw new Error('the database is away')
      },
    })
    const { client } = stockClient(server)
    const ticks = client.ticks.subscribe(undefined, { onData: () => {} })
    await expect.poll(() => made, { timeout: 3000 }).toBeGreaterThan(2)
    await new Promise(resolve => setTimeout(resolve, 500))
    expect(made).toBeLessThan(10)
    ticks.unsubscribe()
  })
})

describe('connections per person', () => {
  test('the next one is answered TOO_MANY_CONNECTIONS and closed, others stay', async () => {
    const server = await testServer({ env: { connectionsPerUser: 2 } })
    const [first, second] = [await testSocket(server), await testSocket(server)]
    for (const one of [first, second]) {
      one.send(call(1, 'me', undefined, 'query'))
      await one.frame(({ id }) => id === 1)
    }
    const third = await testSocket(server)
    third.send(call(1, 'me', undefined, 'query'))
    const answer = await third.frame(({ id }) => id === 1)
    expect(answer.error?.data.reason).toBe('TOO_MANY_CONNECTIONS')
    expect(await third.closed).toEqual({ code: 1008, reason: 'TOO_MANY_CONNECTIONS' })
    expect(await answersOthers(server)).toBe(true)

    first.socket.close()
    await first.closed
    const fourth = await testSocket(server)
    fourth.send(call(1, 'me', undefined, 'query'))
    expect((await fourth.frame(({ id }) => id === 1)).result?.type).toBe('data')
    expect(second.socket.readyState).toBe(second.socket.OPEN)
  })
})

test('a socket that goes while it is found out whose it is, is nobody’s', async () => {
  const told: string[] = []
  let isAsked = false
  let say = () => {}
  const known = new Promise<void>(resolve => {
    say = resolve
  })
  const server = await testServer({
    env: { connectionsPerUser: 1 },
    onAdmitted: ({ userId }) => {
      told.push(`${userId} in`)
      return () => told.push(`${userId} out`)
    },
    async createContext(given) {
      isAsked = true
      await known
      return testContext(given)
    },
  })
  const gone = await testSocket(server)
  await expect.poll(() => isAsked).toBe(true)
  gone.socket.terminate()
  await expect.poll(() => server.metric('parley_connections{transport="ws"}')).toBe(0)
  say()
  const here = await testSocket(server)
  here.send(call(1, 'me', undefined, 'query'))
  expect((await here.frame(({ id }) => id === 1)).result?.type).toBe('data')
  expect(told).toEqual(['ann in'])
  await expect.poll(() => server.metric('parley_connections_pending')).toBe(0)
})

test('a socket that goes while the other nodes are asked gives its place back', async () => {
  let answer = () => {}
  const asked = new Promise<void>(resolve => {
    answer = resolve
  })
  const given: string[] = []
  const server = await testServer({
    async attend(userId) {
      given.push(`${userId} in`)
      await asked
      return { setAway() {}, moves() {}, leave: () => void given.push(`${userId} out`) }
    },
  })
  const gone = await testSocket(server)
  await expect.poll(() => given).toEqual(['ann in'])
  gone.socket.terminate()
  await expect.poll(() => server.metric('parley_connections{transport="ws"}')).toBe(0)
  answer()
  await expect.poll(() => given).toEqual(['ann in', 'ann out'])
  expect(await server.metric('parley_connections_pending')).toBe(0)
})

test('whoever looks after sessions is told when a connection is somebody’s and when it ends', async () => {
  const told: string[] = []
  const server = await testServer({
    onAdmitted: ({ userId, sessionId }) => {
      told.push(`${userId} in by ${sessionId}`)
      return () => told.push(`${userId} out`)
    },
  })
  const one = await testSocket(server, { token: testToken('ann', { sessionId: 's1' }) })
  await expect.poll(() => told).toEqual(['ann in by s1'])
  one.socket.terminate()
  await expect.poll(() => told).toEqual(['ann in by s1', 'ann out'])
  const headers = { authorization: `Bearer ${testToken('bert', { sessionId: 's2' })}` }
  await (await fetch(`${server.url}/trpc/me`, { headers })).text()
  await expect.poll(() => told.slice(2)).toEqual(['bert in by s2', 'bert out'])
  const nobody = await testSocket(server, { token: 'nonsense' })
  await nobody.closed
  expect(told).toHaveLength(4)
})

describe('a socket lives no longer than its token', () => {
  test('it is closed when the token expires', async () => {
    const server = await testServer()
    const one = await testSocket(server, { token: testToken('ann', { livesMs: 150 }) })
    one.send(call(1, 'ticks', undefined, 'subscription'))
    expect(await one.closed).toEqual(unauthenticated)
    expect(await server.metric('parley_connections_closed_total{cause="expired"}')).toBe(1)
  })

  test('a token that is past already is not let to do anything for long', async () => {
    const server = await testServer()
    const one = await testSocket(server, { token: testToken('ann', { livesMs: -1 }) })
    expect(await one.closed).toEqual(unauthenticated)
  })

  test('renewed in time, it goes on without a gap', async () => {
    const server = await testServer()
    const one = await testSocket(server, { token: testToken('ann', { livesMs: 300 }) })
    one.send(call(1, 'ticks', undefined, 'subscription'))
    one.send(call(2, 'renew', { expiresAt: Date.now() + 60_000 }))
    await one.frame(({ id }) => id === 2)
    const after = one.frames.length + 60 // ticks come every 10 ms: well past the old end
    await expect.poll(() => one.frames.length, { timeout: 5000 }).toBeGreaterThan(after)
    expect(one.socket.readyState).toBe(one.socket.OPEN)
  })

  test('a token cannot be renewed for nobody', async () => {
    const server = await testServer({
      createContext: async ({ connection }) => {
        connection.renew(Date.now() + 60_000)
        return { caller: 'nobody', connection }
      },
    })
    const one = await testSocket(server)
    expect(await one.closed).toEqual(unauthenticated)
  })

  test('a revoked session takes its sockets along, at once, and no others', async () => {
    const server = await testServer()
    const open = async (userId: string, sessionId: string) => {
      const one = await testSocket(server, { token: testToken(userId, { sessionId }) })
      one.send(call(1, 'ticks', undefined, 'subscription'))
      await one.frame(({ id }) => id === 1)
      return one
    }
    const phone = await open('ann', 's1')
    const laptop = await open('ann', 's2')
    const bert = await open('bert', 's3')
    expect(server.closeSession('s1')).toBe(1)
    expect(await phone.closed).toEqual(unauthenticated)
    expect(laptop.socket.readyState).toBe(laptop.socket.OPEN)
    expect(server.closePerson('ann')).toBe(1)
    expect(await laptop.closed).toEqual(unauthenticated)
    expect(bert.socket.readyState).toBe(bert.socket.OPEN)
    expect(server.closeSession('s1')).toBe(0)
  })

  test('a client that keeps bringing a revoked token does not make a storm', async () => {
    let made = 0
    const server = await testServer({
      onAdmitted() {
        made += 1
        queueMicrotask(() => server.closeSession('s1'))
        return () => {}
      },
    })
    const { client } = stockClient(server, () => testToken('ann', { sessionId: 's1' }))
    const ticks = client.ticks.subscribe(undefined, { onData: () => {} })
    await expect.poll(() => made, { timeout: 3000 }).toBeGreaterThan(2)
    await new Promise(resolve => setTimeout(resolve, 500))
    expect(made).toBeLessThan(10)
    ticks.unsubscribe()
  })

  test('the stock client comes back by itself with a fresh token', async () => {
    const server = await testServer()
    const { client, opened } = stockClient(server, () => testToken('ann', { livesMs: 200 }))
    const seen: number[] = []
    const ticks = client.ticks.subscribe(undefined, { onData: ({ data }) => seen.push(...data) })
    await expect.poll(opened, { timeout: 5000 }).toBeGreaterThan(2)
    ticks.unsubscribe()
    expect(seen.length).toBeGreaterThan(10)
  })
})

describe('many at the door', () => {
  test('sockets without an identity are limited, those with one are not counted', async () => {
    const server = await testServer({ limits: { pendingPerAddress: 3 } })
    for (let index = 0; index < 5; index++) {
      const known = await testSocket(server, { token: testToken(`known-${index}`) })
      known.send(call(1, 'me', undefined, 'query'))
      await known.frame(({ id }) => id === 1)
    }
    const silent = [1, 2, 3].map(() => testSocket(server, { token: null }))
    await Promise.all(silent)
    await expect(testSocket(server)).rejects.toThrow(/429/)
    await expect.poll(() => server.metric('parley_connections_pending')).toBe(3)
    const [gone] = silent
    const first = await gone
    first?.socket.close()
    await first?.closed
    expect(await answersOthers(server)).toBe(true)
  })

  test('the limit over all addresses holds as well', async () => {
    const server = await testServer({ limits: { pending: 2 } })
    await testSocket(server, { token: null })
    await testSocket(server, { token: null })
    await expect(testSocket(server)).rejects.toThrow(/429/)
  })

  test('sockets per address are limited, and an address cannot be borrowed', async () => {
    const server = await testServer({ env: { connectionsPerAddress: 2 } })
    for (const userId of ['ann', 'bert']) {
      const known = await testSocket(server, { token: testToken(userId) })
      known.send(call(1, 'me', undefined, 'query'))
      await known.frame(({ id }) => id === 1)
    }
    const headers = { 'x-forwarded-for': '198.51.100.7' }
    await expect(testSocket(server, { headers })).rejects.toThrow(/429/)
    expect(await server.metric('parley_handshakes_refused_total{cause="address"}')).toBe(1)
  })

  test('behind a trusted proxy each client is counted by itself', async () => {
    const env = { connectionsPerAddress: 1, trustedProxies: ['loopback'] }
    const server = await testServer({ env })
    const from = (address: string) =>
      testSocket(server, { headers: { 'x-forwarded-for': address }, token: testToken(address) })
    const first = await from('198.51.100.7')
    first.send(call(1, 'me', undefined, 'query'))
    const me = await first.frame(({ id }) => id === 1)
    expect(me.result?.data).toMatchObject({ address: '198.51.100.7' })
    await from('198.51.100.8')
    // What a client wrote before the proxy did is not believed.
    await expect(from('10.9.8.7, 198.51.100.7')).rejects.toThrow(/429/)
    // All of one customer's IPv6 addresses are one.
    await from('2001:db8:1:2:3::4')
    await expect(from('2001:db8:1:2:ffff::5')).rejects.toThrow(/429/)
    await from('2001:db8:1:3::4')
  })
})
