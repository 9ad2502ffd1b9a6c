import { expect, test } from 'vitest'
import type { Hints } from './browserHints.ts'
import { Refused } from './refused.ts'
import { createWorld, type Parts } from './testing/world.ts'

/** One person who is connected, and who asked for tokens how. */
async function online(parts: Parts = {}) {
  const world = createWorld()
  const asked: boolean[] = []
  const ann = world.join('ann', {
    async token({ fresh }) {
      asked.push(fresh)
      return `token ${asked.length}`
    },
    ...parts,
  })
  await world.clock.advance(10)
  return { ...world, ann, asked }
}

/** A JWT as far as the client looks into it. */
function jwt(exp: number): string {
  return `x.${btoa(JSON.stringify({ sub: 'ann', exp }))}.x`
}

test('[C1] an open socket is not online before the first frame', async () => {
  const { clock, network, join } = createWorld()
  network.weather.delayMs = 100
  const ann = join('ann')
  const seen = [ann.connection.get().state]
  ann.connection.subscribe(() => seen.push(ann.connection.get().state))
  await clock.advance(1000)
  expect(ann.transport.tokens).toHaveLength(1)
  expect(seen).toEqual(['connecting', 'online'])
})

test('[C2] a lost line comes back by itself, and says when it will', async () => {
  const { clock, ann } = await online()
  ann.transport.blocked = true
  ann.transport.cut()
  expect(ann.connection.get()).toMatchObject({ state: 'reconnecting', since: clock.now() })
  await clock.advance(20_000)
  const attempts = ann.transport.tokens.length
  expect(attempts).toBeGreaterThan(3)
  expect(attempts).toBeLessThan(9)
  ann.transport.blocked = false
  await clock.advance(10_000)
  expect(ann.connection.get()).toEqual({ state: 'online', via: 'socket' })
})

test('[C3] a frozen line is given up within twenty seconds', async () => {
  const { clock, ann } = await online()
  ann.transport.freeze()
  await clock.advance(14_000)
  expect(ann.transport.cursors).toHaveLength(1)
  await clock.advance(6_500)
  expect(ann.transport.cursors).toHaveLength(3)
  expect(ann.transport.tokens).toHaveLength(2)
  expect(ann.connection.get()).toEqual({ state: 'online', via: 'socket' })
})

test('[C3] ticks alone keep a quiet connection', async () => {
  const { clock, ann } = await online()
  await clock.advance(10 * 60_000)
  expect(ann.transport.cursors).toHaveLength(1)
})

test('[C4] after sleep a dead connection is found out within ten seconds', async () => {
  const { clock, ann } = await online()
  await clock.advance(3000)
  clock.sleep(8 * 60 * 60_000)
  ann.transport.freeze()
  await clock.advance(10_000)
  expect(ann.transport.tokens).toHaveLength(2)
  expect(ann.connection.get()).toEqual({ state: 'online', via: 'socket' })
})

test('[C4] the browser coming online ends the wait, and its word "offline" is shown', async () => {
  let hints: Hints | undefined
  const { clock, ann } = await online({
    hints(given) {
      hints = given
      return () => {}
    },
  })
  ann.transport.blocked = true
  ann.transport.cut()
  hints?.offline()
  await clock.advance(60_000)
  expect(ann.connection.get()).toMatchObject({ state: 'offline' })
  const attempts = ann.transport.tokens.length
  ann.transport.blocked = false
  hints?.woke()
  await clock.advance(10)
  expect(ann.transport.tokens).toHaveLength(attempts + 1)
  expect(ann.connection.get()).toEqual({ state: 'online', via: 'socket' })
})

test('[C5] a refused token is followed by one fresh one, and then by none', async () => {
  const { clock, ann, asked } = await online()
  ann.transport.refuses = 'UNAUTHENTICATED'
  ann.transport.cut('UNAUTHENTICATED')
  await clock.advance(60_000)
  expect(ann.connection.get()).toEqual({ state: 'refused', reason: 'UNAUTHENTICATED' })
  expect(asked).toEqual([false, false, true])
  ann.transport.refuses = undefined
  ann.reconnectNow()
  await clock.advance(10)
  expect(ann.connection.get()).toEqual({ state: 'online', via: 'socket' })
})

test('[C5] a person without a token is refused, a failing token source is tried again', async () => {
  const { clock, join } = createWorld()
  const gone = join('ann', {
    token: () => Promise.reject(new Refused('UNAUTHENTICATED')),
  })
  let failures = 2
  const flaky = join('bob', {
    async token() {
      failures -= 1
      if (failures >= 0) throw new Error('the network is away')
      return 'token'
    },
  })
  await clock.advance(5000)
  expect(gone.connection.get()).toEqual({ state: 'refused', reason: 'UNAUTHENTICATED' })
  expect(flaky.connection.get()).toEqual({ state: 'online', via: 'socket' })
})

test('[C6] too many connections: tried again after half a minute', async () => {
  const { clock, ann } = await online()
  ann.transport.refuses = 'TOO_MANY_CONNECTIONS'
  ann.transport.cut()
  await clock.advance(1000)
  expect(ann.connection.get()).toEqual({ state: 'refused', reason: 'TOO_MANY_CONNECTIONS' })
  ann.transport.refuses = undefined
  await clock.advance(28_000)
  expect(ann.connection.get().state).toBe('refused')
  await clock.advance(20_000)
  expect(ann.connection.get()).toEqual({ state: 'online', via: 'socket' })
})

test('[C7] a token is renewed on the living connection, again and again', async () => {
  const { clock, join } = createWorld()
  const start = clock.now()
  let handed = 0
  const ann = join('ann', {
    async token() {
      handed += 1
      return jwt(Math.floor(start / 1000) + handed * 600)
    },
  })
  await clock.advance(539_000)
  expect(handed).toBe(1)
  await clock.advance(2_000)
  expect(ann.transport.log.filter(({ call }) => call === 'renewToken')).toHaveLength(1)
  expect(handed).toBe(2)
  expect(ann.transport.tokens).toHaveLength(1)
})

test('[C7] renewing is tried again until it works, and ends with the connection', async () => {
  const { clock, join } = createWorld()
  const exp = Math.floor(clock.now() / 1000) + 70
  const ann = join('ann', { token: async () => jwt(exp) })
  ann.transport.intercept = call => (call === 'renewToken' ? new Refused('UNAVAILABLE') : undefined)
  await clock.advance(45_000)
  const tries = ann.transport.log.filter(({ call }) => call === 'renewToken').length
  expect(tries).toBeGreaterThan(2)
  ann.close()
  await clock.advance(45_000)
  expect(ann.transport.log.filter(({ call }) => call === 'renewToken')).toHaveLength(tries)
})

test('[C8] a server that asks to move gets a new line', async () => {
  const { clock, ann } = await online()
  ann.transport.askToMove()
  expect(ann.connection.get()).toEqual({ state: 'online', via: 'socket' })
  await clock.advance(10)
  expect(ann.transport.tokens).toHaveLength(2)
})

test('[C8] a move that was put off is forgotten with the line that was to be moved', async () => {
  const { clock, ann } = await online()
  ann.transport.askToMove()
  await clock.advance(10)
  ann.transport.askToMove()
  ann.transport.cut()
  await clock.advance(10_000)
  expect(ann.connection.get()).toEqual({ state: 'online', via: 'socket' })
  expect(ann.transport.tokens).toHaveLength(3)
})

test('[C9] after close nothing runs', async () => {
  const { clock, ann, server } = await online()
  const { id } = server.open('ann', { participantIds: ['bob'] })
  ann.transport.freeze()
  ann.conversation(id).watch()
  ann.conversation(id).send({ text: 'never sent' })
  await clock.advance(2000)
  ann.close()
  await clock.advance(5000)
  expect(clock.waiting()).toBe(0)
  expect(ann.transport.tokens).toHaveLength(1)
})

test('[F5] a feed that ends is asked for again on the same socket', async () => {
  const { clock, ann } = await online()
  ann.transport.endFeed()
  await clock.advance(1000)
  ann.transport.endFeed(new Refused('UNAVAILABLE'))
  await clock.advance(2000)
  expect(ann.connection.get()).toEqual({ state: 'online', via: 'socket' })
  expect(ann.transport.cursors).toHaveLength(3)
  expect(ann.transport.tokens).toHaveLength(1)
})
