/**
 * How the client stays connected, as a pure state machine: `step` says what follows on an
 * event, `keepConnected.ts` does it. Connected means that the feed of changes is alive; an
 * open socket alone proves nothing.
 *
 * - `waiting`: no socket; the next attempt comes at `until`
 * - `dialing`: getting a token and opening a socket
 * - `asking`: the socket is open and the feed was asked for
 * - `following`: frames arrive; without one until `until` the feed is asked for again
 * - `pausing`: the socket is open, the feed ended; it is asked for again at `until`
 * - `refused`: the server does not want us; it is asked again at `until`, if ever
 */
import { mayRetry, type Reason } from '@parley/protocol/reasons'
import { backoff } from './retry.ts'
import type { Via } from './transport.ts'

export type State = Memory &
  (
    | { name: 'waiting' | 'dialing' | 'asking' | 'following' | 'pausing' | 'closed' }
    | { name: 'refused'; reason: Reason }
  )

interface Memory {
  until: number
  /** Attempts since the connection was last steady. */
  attempt: number
  /** Fresh tokens refused in a row. */
  strikes: number
  /** Since when there is no connection; nothing while there is, or before the first attempt failed. */
  since: number | undefined
  /** When the next attempt comes or the present one began. */
  retryAt: number
  followsSince: number
  lastFrame: number
  movedAt: number
  /** What the browser believes. A hint: it knows its own cable only. */
  offline: boolean
}

export type EventName =
  | 'opened'
  | 'lost'
  /** The server asks to move to another line. */
  | 'moving'
  | 'frame'
  /** The feed ended while the socket is open. */
  | 'ended'
  /** The feed is to be asked for again over another line, while the present one serves. */
  | 'switched'
  /** What is held belongs to another database: the feed is asked for from its beginning. */
  | 'restart'
  /** `until` has come. */
  | 'timer'
  /** The browser is back online, or somebody looks at the page again. */
  | 'woke'
  | 'offline'
  /** A person asks to try now. */
  | 'retry'
  | 'close'

export interface Event {
  type: EventName
  reason?: Reason | undefined
  retryAfterMs?: number | undefined
}

/** What is to be done on the way. */
export type Effect = { act: 'dial'; after: number } | { act: 'ask' | 'rest' | 'drop' | 'close' }

export interface Next {
  state: State
  effect?: Effect
}

export interface Circumstances {
  now: number
  random: () => number
}

type Cell = (state: State, event: Event, at: Circumstances) => Next

const dialMs = 15_000
/** How long an attempt may take before somebody who asks is given another one. */
const patienceMs = 3_000
const answerMs = 10_000
/** A tick comes at least every five seconds; three missed ones are silence. */
const silenceMs = 15_000
const overdueMs = 7_000
/** How long a feed in doubt has to give a sign. */
const checkMs = 5_000
const steadyMs = 10_000
/** Two seconds at most, by `backoff`. */
const flappingMax = 2
const tooManyMs = 30_000
const strikesMax = 2
const never = Number.POSITIVE_INFINITY

export function initialState(now: number): State {
  return {
    name: 'waiting',
    until: now,
    attempt: 0,
    strikes: 0,
    since: undefined,
    retryAt: now,
    followsSince: 0,
    lastFrame: 0,
    movedAt: 0,
    offline: false,
  }
}

const stay: Cell = state => ({ state })
const markOffline: Cell = state => ({ state: { ...state, offline: true } })
const markOnline: Cell = state => ({ state: { ...state, offline: false } })

const close: Cell = (state, _event, { now }) => ({
  state: { ...state, name: 'closed', until: never, since: state.since ?? now },
  effect: { act: 'close' },
})

const dial: Cell = (state, { type }, { now }) => ({
  state: {
    ...state,
    name: 'dialing',
    until: now + dialMs,
    retryAt: now,
    offline: state.offline && type !== 'woke',
    ...(type === 'retry' ? { attempt: 0, strikes: 0 } : {}),
  },
  effect: { act: 'dial', after: 0 },
})

const ask: Cell = (state, { type }, { now }) => ({
  state: {
    ...state,
    name: 'asking',
    until: now + (state.name === 'following' && type !== 'restart' ? checkMs : answerMs),
    since: state.since ?? (state.name === 'following' ? now : undefined),
    offline: state.offline && type !== 'woke',
  },
  effect: { act: 'ask' },
})

const follow: Cell = (state, _event, { now }) => ({
  state: {
    ...state,
    name: 'following',
    until: now + silenceMs,
    since: undefined,
    strikes: 0,
    followsSince: now,
    lastFrame: now,
    offline: false,
  },
})

const goOn: Cell = (state, _event, { now }) => ({
  state: { ...state, lastFrame: now, until: now + silenceMs },
})

/** Somebody wants it now: an attempt that has taken a while is given up for another one. */
const dialAnew: Cell = (state, { type }, { now }) => {
  const offline = state.offline && type !== 'woke'
  if (now - state.retryAt < patienceMs) return { state: { ...state, offline } }
  const since = state.since ?? now
  return {
    state: { ...state, name: 'waiting', until: now, retryAt: now, since, offline },
    effect: { act: 'drop' },
  }
}

/** Asks for the feed elsewhere, as if nothing had happened. */
const askElsewhere: Cell = state => ({ state, effect: { act: 'ask' } })

/** Asks for the feed again when a tick is overdue, and lets it be when it is alive. */
const check: Cell = (state, event, at) =>
  at.now - state.lastFrame >= overdueMs ? ask(state, event, at) : stay(state, event, at)

/** The browser says that it is offline: a frame has to prove otherwise, now, since people wait to be told. */
const doubt: Cell = (state, event, at) => ask({ ...state, offline: true }, event, at)

/** A second call to move soon after the first means that the way is closed for now. */
const move: Cell = (state, _event, { now, random }) => ({
  state: { ...state, movedAt: now },
  effect: { act: 'dial', after: now - state.movedAt < steadyMs ? backoff(2, random) : 0 },
})

/** The socket is gone, or of no use. */
const lose: Cell = (state, { reason }, { now, random }) => {
  const since = state.since ?? now
  const refusal = finalReason(state, reason)
  if (refusal) {
    const wait = refusal === 'TOO_MANY_CONNECTIONS' ? tooManyMs * (1 + random() / 2) : never
    return {
      state: { ...state, name: 'refused', reason: refusal, since, until: now + wait },
      effect: { act: 'drop' },
    }
  }
  const attempt = attemptsBefore(state, now)
  const until = now + backoff(attempt, random)
  const strikes = state.strikes + (isStrike(state, reason) ? 1 : 0)
  return {
    state: {
      ...state,
      name: 'waiting',
      until,
      retryAt: until,
      since,
      attempt: attempt + 1,
      strikes,
    },
    effect: { act: 'drop' },
  }
}

/** The reason that no further attempt will change, or not soon. */
function finalReason(state: State, reason: Reason | undefined): Reason | undefined {
  if (reason === undefined) return undefined
  if (reason === 'TOO_MANY_CONNECTIONS' || !mayRetry(reason)) return reason
  return isStrike(state, reason) && state.strikes + 1 >= strikesMax ? reason : undefined
}

/** A fresh token was refused; that of a connection that lived may just have run out. */
function isStrike({ name }: State, reason: Reason | undefined): boolean {
  return reason === 'UNAUTHENTICATED' && (name === 'dialing' || name === 'asking')
}

/**
 * A connection that comes and goes counts on, so that it is not tried ever faster; but frames have
 * come, so the server is there, and is not waited for as one that has been away for long.
 */
function attemptsBefore({ name, followsSince, attempt }: State, now: number): number {
  if (name !== 'following') return attempt
  return now - followsSince >= steadyMs ? 0 : Math.min(attempt, flappingMax)
}

/** The feed ended by itself: asked for again on the same socket, unless the reason speaks of the person. */
const pause: Cell = (state, event, at) => {
  const { reason, retryAfterMs } = event
  const personal = reason === 'UNAUTHENTICATED' || reason === 'TOO_MANY_CONNECTIONS'
  if (reason && (personal || !mayRetry(reason))) return lose(state, event, at)
  const attempt = attemptsBefore(state, at.now)
  const until = at.now + (retryAfterMs ?? backoff(attempt, at.random))
  return {
    state: {
      ...state,
      name: 'pausing',
      until,
      retryAt: until,
      since: state.since ?? at.now,
      attempt: attempt + 1,
    },
    effect: { act: 'rest' },
  }
}

const apart = {
  opened: stay,
  lost: stay,
  moving: stay,
  frame: stay,
  ended: stay,
  restart: stay,
  switched: stay,
  offline: markOffline,
  close,
}

/** What follows on each event in each state. A missing cell does not compile. */
const table: Record<State['name'], Record<EventName, Cell>> = {
  waiting: { ...apart, timer: dial, woke: dial, retry: dial },
  refused: { ...apart, timer: dial, woke: markOnline, retry: dial },
  dialing: { ...apart, opened: ask, lost: lose, timer: lose, woke: dialAnew, retry: dialAnew },
  asking: {
    ...apart,
    lost: lose,
    frame: follow,
    ended: pause,
    restart: ask,
    switched: ask,
    timer: lose,
    woke: markOnline,
    retry: stay,
  },
  following: {
    ...apart,
    lost: lose,
    moving: move,
    frame: goOn,
    ended: pause,
    restart: ask,
    switched: askElsewhere,
    timer: check,
    woke: check,
    offline: doubt,
    retry: check,
  },
  pausing: { ...apart, lost: lose, switched: ask, timer: ask, woke: ask, retry: ask },
  closed: {
    ...apart,
    offline: stay,
    timer: stay,
    woke: stay,
    retry: stay,
    close: stay,
  },
}

export function step(state: State, event: Event, at: Circumstances): Next {
  return table[state.name][event.type](state, event, at)
}

/** What the outside sees of it. */
export type Connection =
  | { state: 'connecting' }
  | { state: 'online'; via: Via }
  | { state: 'reconnecting'; since: number; retryAt: number }
  | { state: 'offline'; since: number }
  | { state: 'refused'; reason: Reason }

export function connectionOf(state: State, via: Via): Connection {
  if (state.name === 'following') return { state: 'online', via }
  if (state.name === 'refused') return { state: 'refused', reason: state.reason }
  const { since, retryAt } = state
  if (since === undefined) return { state: 'connecting' }
  if (state.offline || state.name === 'closed') return { state: 'offline', since }
  return { state: 'reconnecting', since, retryAt }
}
