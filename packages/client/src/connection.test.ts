import { describe, expect, test } from 'vitest'
import {
  connectionOf,
  type Effect,
  type Event,
  type EventName,
  initialState,
  type State,
  step,
} from './connection.ts'

const now = 1_000_000
const at = { now, random: () => 0.5 }

/** A state of each kind that has stood for a while. */
const base = { ...initialState(now - 60_000), until: now + 1000, lastFrame: now - 1000 }
const states: Record<State['name'], State> = {
  waiting: { ...base, name: 'waiting', since: now - 3000, attempt: 3 },
  dialing: { ...base, name: 'dialing' },
  asking: { ...base, name: 'asking' },
  following: { ...base, name: 'following', followsSince: now - 60_000 },
  pausing: { ...base, name: 'pausing', since: now - 3000 },
  refused: { ...base, name: 'refused', reason: 'UNAUTHENTICATED', since: now - 3000 },
  closed: { ...base, name: 'closed' },
}

/** Where each event leads from each state, and what is done; nothing where it stays. */
type Way = [State['name'], Effect['act']?]
const table: Record<State['name'], Record<EventName, Way | undefined>> = {
  waiting: {
    opened: undefined,
    lost: undefined,
    moving: undefined,
    frame: undefined,
    ended: undefined,
    restart: undefined,
    switched: undefined,
    timer: ['dialing', 'dial'],
    woke: ['dialing', 'dial'],
    offline: undefined,
    retry: ['dialing', 'dial'],
    close: ['closed', 'close'],
  },
  dialing: {
    opened: ['asking', 'ask'],
    lost: ['waiting', 'drop'],
    moving: undefined,
    frame: undefined,
    ended: undefined,
    restart: undefined,
    switched: undefined,
    timer: ['waiting', 'drop'],
    woke: ['waiting', 'drop'],
    offline: undefined,
    retry: ['waiting', 'drop'],
    close: ['closed', 'close'],
  },
  asking: {
    opened: undefined,
    lost: ['waiting', 'drop'],
    moving: undefined,
    frame: ['following'],
    ended: ['pausing', 'rest'],
    restart: ['asking', 'ask'],
    switched: ['asking', 'ask'],
    timer: ['waiting', 'drop'],
    woke: undefined,
    offline: undefined,
    retry: undefined,
    close: ['closed', 'close'],
  },
  following: {
    opened: undefined,
    lost: ['waiting', 'drop'],
    moving: ['following', 'dial'],
    frame: ['following'],
    ended: ['pausing', 'rest'],
    restart: ['asking', 'ask'],
    switched: ['following', 'ask'],
    timer: undefined,
    woke: undefined,
    offline: ['asking', 'ask'],
    retry: undefined,
    close: ['closed', 'close'],
  },
  pausing: {
    opened: undefined,
    lost: ['waiting', 'drop'],
    moving: undefined,
    frame: undefined,
    ended: undefined,
    restart: undefined,
    switched: ['asking', 'ask'],
    timer: ['asking', 'ask'],
    woke: ['asking', 'ask'],
    offline: undefined,
    retry: ['asking', 'ask'],
    close: ['closed', 'close'],
  },
  refused: {
    opened: undefined,
    lost: undefined,
    moving: undefined,
    frame: undefined,
    ended: undefined,
    restart: undefined,
    switched: undefined,
    timer: ['dialing', 'dial'],
    woke: undefined,
    offline: undefined,
    retry: ['dialing', 'dial'],
    close: ['closed', 'close'],
  },
  closed: {
    opened: undefined,
    lost: undefined,
    moving: undefined,
    frame: undefined,
    ended: undefined,
    restart: undefined,
    switched: undefined,
    timer: undefined,
    woke: undefined,
    offline: undefined,
    retry: undefined,
    close: undefined,
  },
}

const names = Object.keys(states) as State['name'][]
const cells = names.flatMap(name =>
  Object.entries(table[name]).map(([event, way]) => ({ name, event: event as EventName, way })),
)

test.each(cells)('[C1] $name on $event', ({ name, event, way }) => {
  const { state, effect } = step(states[name], { type: event }, at)
  expect(state.name).toBe(way?.[0] ?? name)
  expect(effect?.act).toBe(way?.[1])
})

function run(from: State, ...events: (Event & { at?: number })[]): State {
  return events.reduce(
    (state, { at: time = now, ...event }) => step(state, event, { ...at, now: time }).state,
    from,
  )
}

describe('[C2] waiting', () => {
  const lost = { type: 'lost' } as const

  test('grows with each attempt up to ten seconds', () => {
    let state = states.dialing
    const waits: number[] = []
    for (let attempt = 0; attempt < 8; attempt += 1) {
      state = run(state, lost)
      waits.push(state.until - now)
      state = run(state, { type: 'timer' })
    }
    expect(waits).toEqual([375, 750, 1500, 3000, 6000, 7500, 7500, 7500])
  })

  test('has jitter', () => {
    const waits = [0, 0.3, 0.99].map(
      random => step(states.dialing, lost, { now, random: () => random }).state.until - now,
    )
    expect(new Set(waits).size).toBe(3)
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(250)
  })

  test('is two seconds at most after a connection that lived, however often it was lost', () => {
    const flapping = { ...states.following, attempt: 8, followsSince: now - 1000 }
    expect(run(flapping, lost)).toMatchObject({ attempt: 3, until: now + 1500 })
  })

  test('starts over only after a connection that lasted', () => {
    const flapping = { ...states.following, attempt: 1, followsSince: now - 9000 }
    const steady = { ...states.following, attempt: 4, followsSince: now - 10_000 }
    expect(run(flapping, lost)).toMatchObject({ attempt: 2, until: now + 750 })
    expect(run(steady, lost)).toMatchObject({ attempt: 1, until: now + 375 })
  })
})

test('[C3] silence asks for the feed again, and no answer drops the socket', () => {
  const silent = run(states.following, { type: 'timer', at: now + 14_000 })
  expect(silent).toMatchObject({ name: 'asking', until: now + 19_000 })
  const { state, effect } = step(silent, { type: 'timer' }, { ...at, now: now + 19_000 })
  expect(state.name).toBe('waiting')
  expect(effect).toEqual({ act: 'drop' })
  expect(run(silent, { type: 'frame' }).name).toBe('following')
})

test('[C4] waking checks a connection only when a tick is overdue', () => {
  expect(run(states.following, { type: 'woke', at: now + 5000 }).name).toBe('following')
  expect(run(states.following, { type: 'woke', at: now + 6000 }).name).toBe('asking')
})

test('[C4] the word "offline" asks for proof', () => {
  const doubted = run(states.following, { type: 'offline' })
  expect(doubted).toMatchObject({ name: 'asking', until: now + 5000 })
  expect(connectionOf(doubted, 'socket')).toEqual({ state: 'offline', since: now })
  expect(run(doubted, { type: 'timer', at: now + 5000 }).name).toBe('waiting')
  expect(connectionOf(run(doubted, { type: 'frame' }), 'socket').state).toBe('online')
})

describe('[C5] a refused token', () => {
  const refusal = { type: 'lost', reason: 'UNAUTHENTICATED' } as const

  test('ends it when it was the second fresh one', () => {
    const once = run(states.asking, refusal)
    expect(once).toMatchObject({ name: 'waiting', strikes: 1 })
    const twice = run(once, { type: 'timer' }, { type: 'opened' }, refusal)
    expect(connectionOf(twice, 'socket')).toEqual({ state: 'refused', reason: 'UNAUTHENTICATED' })
    expect(twice.until).toBe(Number.POSITIVE_INFINITY)
  })

  test('does not count when the connection lived on it, or another one lived in between', () => {
    expect(run(states.following, refusal)).toMatchObject({ name: 'waiting', strikes: 0 })
    const between = run(
      run(states.asking, refusal),
      { type: 'timer' },
      { type: 'opened' },
      { type: 'frame' },
    )
    expect(between).toMatchObject({ name: 'following', strikes: 0 })
  })

  test('is counted on through a network failure', () => {
    const steps = [
      { type: 'timer' },
      { type: 'lost' },
      { type: 'timer' },
      { type: 'opened' },
    ] as const
    expect(run(run(states.asking, refusal), ...steps, refusal).name).toBe('refused')
  })

  test('also speaks when the feed says it', () => {
    expect(run(states.asking, { type: 'ended', reason: 'UNAUTHENTICATED' })).toMatchObject({
      name: 'waiting',
      strikes: 1,
    })
  })
})

test('[C6] too many connections are tried again after half a minute, a final reason never', () => {
  const tooMany = run(states.asking, { type: 'ended', reason: 'TOO_MANY_CONNECTIONS' })
  expect(tooMany).toMatchObject({ name: 'refused', until: now + 37_500 })
  expect(run(tooMany, { type: 'timer' }).name).toBe('dialing')
  const final = run(states.asking, { type: 'ended', reason: 'FORBIDDEN' })
  expect(final).toMatchObject({ name: 'refused', until: Number.POSITIVE_INFINITY })
  expect(run(final, { type: 'retry' })).toMatchObject({ name: 'dialing', attempt: 0, strikes: 0 })
})

test('[C8] a second call to move soon after the first is not followed at once', () => {
  const first = step(states.following, { type: 'moving' }, at)
  expect(first.effect).toEqual({ act: 'dial', after: 0 })
  const second = step(first.state, { type: 'moving' }, { ...at, now: now + 100 })
  expect(second.effect).toEqual({ act: 'dial', after: 1500 })
})

test('[F5] a feed that ends is asked for again, after the time the server names', () => {
  expect(run(states.following, { type: 'ended' })).toMatchObject({
    name: 'pausing',
    until: now + 375,
  })
  const limited = { type: 'ended', reason: 'RATE_LIMITED', retryAfterMs: 4000 } as const
  expect(run(states.asking, limited)).toMatchObject({ name: 'pausing', until: now + 4000 })
})

test('what the outside sees', () => {
  expect(connectionOf(initialState(now), 'socket')).toEqual({ state: 'connecting' })
  expect(connectionOf(states.following, 'http')).toEqual({ state: 'online', via: 'http' })
  expect(connectionOf(run(states.following, { type: 'lost' }), 'socket')).toEqual({
    state: 'reconnecting',
    since: now,
    retryAt: now + 375,
  })
  expect(connectionOf(run(states.waiting, { type: 'offline' }), 'socket')).toEqual({
    state: 'offline',
    since: now - 3000,
  })
})

test('[C6] an attempt that has only just begun is not given up for another one', () => {
  const young = { ...states.dialing, retryAt: at.now - 1000 }
  for (const type of ['woke', 'retry'] as const) {
    expect(step(young, { type }, at)).toMatchObject({ state: { name: 'dialing' } })
    expect(step(young, { type }, at).effect).toBeUndefined()
  }
})
