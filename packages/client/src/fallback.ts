/**
 * Which way to go: WebSockets, and where a network blocks them, requests and server-sent
 * events, until WebSockets work again.
 */
import { callsOf, createApi } from './api.ts'
import type { Clock } from './clock.ts'
import { followingLink } from './followingLink.ts'
import type { FeedListener, LineEvent, Transport, Via } from './transport.ts'
import type { Way } from './way.ts'

interface Options {
  socket: Way
  /** Loads the other way. */
  loadHttp: () => Promise<Way>
  /** Whether a WebSocket can be opened and carries something. */
  probe: () => Promise<boolean>
  clock: Clock
  random: () => number
}

/** So many sockets in a row that never brought a frame of the feed. */
const failuresMax = 3
const soonMs = 1000
const probeMs = 30_000
const longestProbeMs = 300_000
/** A socket that was seen to open has this long to do so again. */
const longestReturnMs = 20_000

export function createFallback({ socket, loadHttp, probe, clock, random }: Options) {
  let tell = (_event: LineEvent) => {}
  let via: Via = 'socket'
  let http: Way | undefined
  let failures = 0
  /** Lines over requests in a row that never brought a frame. */
  let silent = 0
  /** What the present attempt over a socket has come to; nothing when there is none. */
  let attempt: 'dialing' | 'opened' | 'following' | undefined
  /** A socket is being opened beside the present line. */
  let isReturning = false
  let probes = 0
  let stopProbing = () => {}
  let isClosed = false

  const present = (): Way => (via === 'http' && http ? http : socket)
  const { link, moved, lost } = followingLink(present)
  const api = createApi(link)

  function hear(from: Via, event: LineEvent): void {
    if (from === 'socket') hearSocket(event)
    else if (via === 'http') hearHttp(event)
  }

  function hearSocket(event: LineEvent): void {
    if (isReturning) {
      if (event.type === 'opened') arrive()
      if (event.type === 'lost') giveUpReturning()
      return
    }
    if (via !== 'socket') return
    if (event.type === 'opened') {
      attempt = 'opened'
      moved()
    }
    if (event.type === 'lost') {
      lost()
      count(event.reason === undefined)
    }
    tell(event)
  }

  function hearHttp(event: LineEvent): void {
    if (event.type === 'opened') {
      moved()
      schedule()
    }
    if (event.type === 'lost') leaveHttp()
    tell(event)
  }

  /** Without a network nothing works: then it is not WebSockets that are blocked. */
  function leaveHttp(): void {
    lost()
    stopProbing()
    via = 'socket'
    failures = 0
    silent = 0
  }

  /** An attempt over a socket is over. */
  function count(isFailure: boolean): void {
    if (attempt !== undefined && attempt !== 'following') failures = isFailure ? failures + 1 : 0
    attempt = undefined
    if (failures < failuresMax) return
    failures = 0
    via = 'http'
    probes = 0
  }

  function schedule(): void {
    stopProbing()
    if (isClosed) return
    // At once the first time: perhaps it was the server that was away.
    const ms = probes === 0 ? soonMs : Math.min(longestProbeMs, probeMs * 2 ** (probes - 1))
    probes += 1
    stopProbing = clock.after(ms * (0.75 + random() / 2), look)
  }

  function look(): void {
    const failed = () => false
    probe()
      .then(undefined, failed)
      .then(works => {
        if (isClosed || via !== 'http' || isReturning) return
        if (!works) return schedule()
        isReturning = true
        stopProbing = clock.after(longestReturnMs, giveUpReturning)
        tell({ type: 'moving' })
      })
  }

  function arrive(): void {
    isReturning = false
    stopProbing()
    via = 'socket'
    attempt = 'opened'
    moved()
    tell({ type: 'switched' })
  }

  function giveUpReturning(): void {
    isReturning = false
    socket.drop()
    schedule()
  }

  socket.listen(event => hear('socket', event))

  async function openHttp(token: string): Promise<void> {
    try {
      http ??= await loadHttp()
      http.listen(event => hear('http', event))
      if (via === 'http' && !isClosed) http.open(token)
    } catch {
      leaveHttp()
      tell({ type: 'lost' })
    }
  }

  const transport: Transport = {
    calls: { ...callsOf(api), renewToken: input => present().calls.renewToken(input) },
    via: () => via,
    listen(listener) {
      tell = listener
    },
    open(token) {
      if (isReturning) socket.open(token)
      else if (via === 'http') void openHttp(token)
      else {
        attempt = 'dialing'
        socket.open(token)
      }
    },
    drop() {
      lost()
      isReturning = false
      stopProbing()
      socket.drop()
      if (via === 'socket') count(true)
      else {
        http?.drop()
        silent += 1
        if (silent >= failuresMax) leaveHttp()
      }
    },
    changes(cursor, listener) {
      const own = via
      const noting: FeedListener = {
        frame(id, changes) {
          if (own === 'socket') {
            attempt = 'following'
            failures = 0
          } else silent = 0
          listener.frame(id, changes)
        },
        ended(refusal) {
          // Whoever refuses can be reached.
          if (own === 'socket' && refusal) attempt = 'following'
          listener.ended(refusal)
        },
      }
      return present().changes(cursor, noting)
    },
    presence: (userIds, listener) => present().presence(userIds, listener),
    typing: (conversationId, listener) => present().typing(conversationId, listener),
    close() {
      isClosed = true
      stopProbing()
      socket.close()
      http?.close()
    },
  }

  return {
    transport,
    api,
    /** The page woke, or there may be another network: WebSockets may work by now. */
    woke() {
      if (via !== 'http' || isReturning) return
      probes = 0
      stopProbing()
      look()
    },
  }
}
