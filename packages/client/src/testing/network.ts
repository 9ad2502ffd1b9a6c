/**
 * A network that one can hold still: between the model server and each client it drops,
 * repeats, delays, cuts and freezes. A line keeps the order of its frames, as a socket does;
 * calls may overtake each other; publications on the way to a line may do anything.
 */
import type { Change } from '@parley/protocol/change'
import { frameId, parseCursor } from '@parley/protocol/cursor'
import type { Reason } from '@parley/protocol/reasons'
import type { Clock } from '../clock.ts'
import type { Listener } from '../keepFollowing.ts'
import { Refused, Unanswered } from '../refused.ts'
import type { Calls, FeedListener, LineEvent, Transport } from '../transport.ts'
import type { ModelServer } from './modelServer.ts'
import { headFor } from './room.ts'
import type { Attendance } from './signals.ts'

/** Probabilities from 0 to 1, and the longest delay of anything. */
export interface Weather {
  requestLost: number
  answerLost: number
  requestRepeated: number
  publicationLost: number
  publicationRepeated: number
  delayMs: number
}

export const fairWeather: Weather = {
  requestLost: 0,
  answerLost: 0,
  requestRepeated: 0,
  publicationLost: 0,
  publicationRepeated: 0,
  delayMs: 0,
}

export interface TestTransport extends Transport {
  /** The line breaks, and both sides know. */
  cut(reason?: Reason): void
  /** Nothing passes in either direction, and nobody is told. */
  freeze(): void
  /** What was held back passes. */
  thaw(): void
  /** The server ends the feed and leaves the line open. */
  endFeed(refusal?: Refused): void
  askToMove(): void
  /** No line can be opened. */
  blocked: boolean
  /** What the server says to each token, while it refuses them. */
  refuses: Reason | undefined
  /** Names of the calls that reached the server, with their inputs. */
  readonly log: { call: keyof Calls; input: unknown }[]
  /** Tokens that lines were opened with. */
  readonly tokens: string[]
  /** Cursors that the feed was asked for with. */
  readonly cursors: (string | undefined)[]
  /** Answers instead of the server, as long as it is set. */
  intercept: ((call: keyof Calls, input: unknown) => Refused | undefined) | undefined
}

interface Session {
  alive: boolean
  frozen: (() => void)[] | undefined
  feed: FeedListener | undefined
  attendance: Attendance
  /** Ends what the server sends besides the feed. */
  stops: Set<() => void>
  horizon: number
  lastFrameAt: number
  /** Rejects calls whose answer has not come. */
  pending: Set<(error: Unanswered) => void>
}

const sweepMs = 2000
const tickMs = 4000

export function createNetwork(server: ModelServer, clock: Clock, random: () => number) {
  const weather: Weather = { ...fairWeather }
  const happens = (probability: number) => probability > 0 && random() < probability
  const delay = () => (weather.delayMs > 0 ? Math.floor(random() * weather.delayMs) : 0)
  let frames = 0

  function connect(person: string): TestTransport {
    let session: Session | undefined
    let tell = (_event: LineEvent) => {}
    const log: TestTransport['log'] = []
    const tokens: string[] = []
    const cursors: (string | undefined)[] = []

    function end(): void {
      const ended = session
      if (!ended) return
      session = undefined
      ended.alive = false
      ended.feed = undefined
      for (const stop of ended.stops) stop()
      server.signals.leave(ended.attendance)
      for (const reject of ended.pending) reject(new Unanswered('The line is gone.'))
    }

    /** Runs something when it has crossed the line, if the line is still there by then. */
    function cross(line: Session, act: () => void, wait = delay()): void {
      clock.after(wait, () => {
        if (!line.alive) return
        if (line.frozen) line.frozen.push(act)
        else act()
      })
    }

    function sendFrame(line: Session, changes: Change[]): void {
      const listener = line.feed
      if (!listener) return
      frames += 1
      const id = frameId({ horizon: String(line.horizon), epoch: server.epoch }, 'boot', frames)
      const at = Math.max(line.lastFrameAt, clock.now() + delay())
      line.lastFrameAt = at
      const arrive = () => {
        if (line.feed === listener) listener.frame(id, changes)
      }
      cross(line, arrive, at - clock.now())
    }

    function publishTo(line: Session, change: Change): void {
      if (!line.feed || happens(weather.publicationLost)) return
      const times = happens(weather.publicationRepeated) ? 2 : 1
      for (let time = 0; time < times; time += 1)
        clock.after(delay(), () => {
          if (line.alive) sendFrame(line, [change])
        })
    }

    function heads(since: number): Change[] {
      return server
        .rooms()
        .filter(
          room =>
            room.changedBy >= since && room.participants.some(({ userId }) => userId === person),
        )
        .map(room => headFor(room, person))
    }

    function sweep(line: Session): void {
      if (!line.alive) return
      clock.after(sweepMs, () => sweep(line))
      if (!line.feed) return
      const lost = heads(line.horizon)
      line.horizon = server.commits + 1
      const isTickDue = clock.now() - line.lastFrameAt >= tickMs
      if (lost.length > 0 || isTickDue) sendFrame(line, lost)
    }

    function ask<T>(call: keyof Calls, input: unknown, act: () => T): Promise<T> {
      const line = session
      if (!line) return Promise.reject(new Unanswered('There is no line.'))
      return new Promise<T>((resolve, reject) => {
        line.pending.add(reject)
        const answer = (settle: () => void) => {
          if (happens(weather.answerLost)) return
          cross(line, () => {
            line.pending.delete(reject)
            settle()
          })
        }
        const perform = () => {
          log.push({ call, input })
          const refusal = transport.intercept?.(call, input)
          try {
            if (refusal) throw refusal
            const result = structuredClone(act())
            answer(() => resolve(result))
          } catch (error) {
            answer(() => reject(error))
          }
        }
        if (happens(weather.requestLost)) return
        cross(line, perform)
        if (happens(weather.requestRepeated)) cross(line, perform)
      })
    }

    /** A subscription besides the feed: what it brings crosses the line. */
    function subscribe<T>(begin: (tell: (value: T) => void) => () => void, listener: Listener<T>) {
      const line = session
      if (!line) return () => {}
      let end = () => {}
      let isOver = false
      const stop = () => {
        isOver = true
        end()
        line.stops.delete(stop)
      }
      line.stops.add(stop)
      cross(line, () => {
        if (isOver) return
        end = begin(value => cross(line, () => isOver || listener.next(value)))
      })
      return stop
    }

    function openLine(): void {
      if (transport.blocked) {
        tell({ type: 'lost' })
        return
      }
      const line: Session = {
        alive: true,
        frozen: undefined,
        feed: undefined,
        attendance: server.signals.arrive(person),
        stops: new Set(),
        horizon: 0,
        lastFrameAt: clock.now(),
        pending: new Set(),
      }
      session = line
      const stop = server.listen((to, change) => {
        if (!line.alive) stop()
        else if (to === person) publishTo(line, change)
      })
      clock.after(sweepMs, () => sweep(line))
      tell({ type: 'opened' })
    }

    const transport: TestTransport = {
      blocked: false,
      refuses: undefined,
      intercept: undefined,
      log,
      tokens,
      cursors,
      calls: {
        ...callsOf(server, person, ask),
        setAway: input =>
          ask('setAway', input, () => {
            if (session) server.signals.setAway(session.attendance, input.away)
          }),
      },
      presence: (userIds, listener) =>
        subscribe(tell => server.signals.watch(userIds, tell), listener),
      typing: (conversationId, listener) =>
        subscribe(tell => server.signals.hear(conversationId, tell), listener),
      via: () => 'socket',
      listen(listener) {
        tell = listener
      },
      open(token) {
        tokens.push(token)
        const old = session
        clock.after(delay(), () => {
          if (session !== old) return
          end()
          openLine()
        })
      },
      drop: end,
      changes(cursor, listener) {
        cursors.push(cursor)
        const line = session
        if (!line) return () => {}
        cross(line, () => {
          const { refuses } = transport
          if (refuses) return cross(line, () => listener.ended(new Refused(refuses)))
          line.feed = listener
          const known = cursor === undefined ? undefined : parseCursor(cursor)
          const ours = known?.epoch === server.epoch && Number(known.horizon) <= server.commits + 1
          const missed = cursor === undefined ? [] : heads(ours ? Number(known.horizon) : 0)
          line.horizon = server.commits + 1
          sendFrame(line, missed)
        })
        return () => {
          if (line.feed === listener) line.feed = undefined
        }
      },
      close: end,
      cut(reason) {
        if (!session) return
        end()
        tell({ type: 'lost', reason })
      },
      freeze() {
        if (session) session.frozen ??= []
      },
      thaw() {
        const held = session?.frozen ?? []
        if (session) session.frozen = undefined
        for (const act of held) act()
      },
      endFeed(refusal) {
        const listener = session?.feed
        if (session) session.feed = undefined
        listener?.ended(refusal)
      },
      askToMove: () => tell({ type: 'moving' }),
    }
    return transport
  }

  return { weather, connect }
}

type Ask = <T>(call: keyof Calls, input: unknown, act: () => T) => Promise<T>

function callsOf(server: ModelServer, me: string, ask: Ask): Omit<Calls, 'setAway'> {
  return {
    list: input => ask('list', input, () => server.list(me, input)),
    get: input => ask('get', input, () => server.get(me, input.conversationId)),
    history: input => ask('history', input, () => server.history(me, input)),
    changesSince: input =>
      ask('changesSince', input, () =>
        server.changesSince(me, input.conversationId, input.version),
      ),
    open: input => ask('open', input, () => server.open(me, input)),
    send: input => ask('send', input, () => server.send(me, input)),
    edit: input => ask('edit', input, () => server.edit(me, input)),
    remove: input => ask('remove', input, () => server.remove(me, input.messageId)),
    react: input => ask('react', input, () => server.react(me, input)),
    markRead: input =>
      ask('markRead', input, () => server.markRead(me, input.conversationId, input.seq)),
    markDelivered: input =>
      ask('markDelivered', input, () => server.markDelivered(me, input.conversationId, input.seq)),
    setMine: input => ask('setMine', input, () => server.setMine(me, input)),
    addPeople: input => ask('addPeople', input, () => server.addPeople(me, input)),
    removePerson: input => ask('removePerson', input, () => server.removePerson(me, input)),
    leave: input => ask('leave', input, () => server.leave(me, input.conversationId)),
    rename: input =>
      ask('rename', input, () => server.rename(me, input.conversationId, input.title)),
    setTyping: input =>
      ask('setTyping', input, () => server.signals.type({ ...input, userId: me })),
    renewToken: input =>
      ask('renewToken', input, () => ({ expiresAt: '2027-01-01T00:00:00.000Z' })),
    limits: () => ask('limits', undefined, () => ({ messagesPerMinute: server.messagesPerMinute })),
  }
}
