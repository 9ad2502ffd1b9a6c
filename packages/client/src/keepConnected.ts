/**
 * Does what `connection.ts` decides: dials with a token, asks for the feed, drops the line,
 * and tells the machine what became of it.
 */
import type { Change } from '@parley/protocol/change'
import type { Hints } from './browserHints.ts'
import type { Clock } from './clock.ts'
import {
  type Connection,
  connectionOf,
  type Effect,
  type Event,
  initialState,
  step,
} from './connection.ts'
import { type Readable, writable } from './readable.ts'
import { Refused } from './refused.ts'
import { renewInTime } from './renewInTime.ts'
import type { Transport } from './transport.ts'

/** @param options.fresh a token handed out before was refused or runs out: one of a cache does not do */
export type GetToken = (options: { fresh: boolean }) => Promise<string>

export interface Feed {
  cursor(): string | undefined
  /** It is being asked for, from the cursor on. */
  asked(): void
  /** @returns false when what is held belongs to another database and was dropped */
  frame(id: string, changes: Change[]): boolean
}

export interface Line {
  readonly connection: Readable<Connection>
  /** Resolves while the connection stands. */
  online(): Promise<void>
  retryNow(): void
  close(): void
}

interface Options {
  transport: Transport
  clock: Clock
  random: () => number
  token: GetToken
  hints: (hints: Pick<Hints, 'woke' | 'offline'>) => () => void
  feed: Feed
  onOnline: () => void
  /** There is another line than before, or another stream over requests. */
  onLine: () => void
}

/** Timers stand still while the machine sleeps: looking often finds out soon after. */
const lookAgainMs = 5_000

export function keepConnected({
  transport,
  clock,
  random,
  token,
  hints,
  feed,
  onOnline,
  onLine,
}: Options): Line {
  const connection = writable<Connection>({ state: 'connecting' })
  const renewal = renewInTime({ clock, token, renew: transport.calls.renewToken })
  let state = initialState(clock.now())
  let waiting: (() => void)[] = []
  let stopFeed = () => {}
  let stopTimer = () => {}
  let stopDial = () => {}
  let dialing = {}

  function tell(event: Event): void {
    const next = step(state, event, { now: clock.now(), random })
    state = next.state
    if (next.effect) perform(next.effect)
    setTimer()
    show()
  }

  function perform(effect: Effect): void {
    if (effect.act === 'dial') {
      stopDial()
      stopDial = clock.after(effect.after, dial)
    }
    if (effect.act === 'ask') ask()
    if (effect.act === 'rest') stopFeed()
    if (effect.act === 'drop' || effect.act === 'close') drop()
    if (effect.act === 'close') {
      stopTimer()
      stopHints()
      transport.close()
    }
  }

  function dial(): void {
    const attempt = {}
    dialing = attempt
    token({ fresh: state.strikes > 0 }).then(
      text => {
        if (dialing !== attempt) return
        renewal.schedule(text)
        transport.open(text)
      },
      error => {
        const reason = error instanceof Refused ? error.reason : undefined
        if (dialing === attempt && state.name === 'dialing') tell({ type: 'lost', reason })
      },
    )
  }

  function ask(): void {
    stopFeed()
    let heard = true
    feed.asked()
    const stop = transport.changes(feed.cursor(), {
      frame(id, changes) {
        if (!heard) return
        tell({ type: feed.frame(id, changes) ? 'frame' : 'restart' })
      },
      ended(refusal) {
        if (!heard) return
        const { reason, retryAfterMs } = refusal ?? {}
        tell({ type: 'ended', reason, retryAfterMs })
      },
    })
    stopFeed = () => {
      heard = false
      stop()
    }
  }

  function drop(): void {
    // A move that was put off, too: opened behind the machine's back, a line would not be seen.
    stopDial()
    dialing = {}
    renewal.stop()
    stopFeed()
    transport.drop()
  }

  function setTimer(): void {
    stopTimer()
    if (state.name === 'closed') return
    const wait = Math.min(lookAgainMs, Math.max(0, state.until - clock.now()))
    stopTimer = clock.after(wait, () => {
      if (clock.now() >= state.until) tell({ type: 'timer' })
      else setTimer()
    })
  }

  function show(): void {
    const next = connectionOf(state, transport.via())
    if (isSame(connection.get(), next)) return
    connection.set(next)
    if (next.state !== 'online') return
    const resolved = waiting
    waiting = []
    for (const resolve of resolved) resolve()
    onOnline()
  }

  transport.listen(event => {
    tell(event)
    if (event.type === 'opened' || event.type === 'switched') onLine()
  })
  const stopHints = hints({
    woke: () => tell({ type: 'woke' }),
    offline: () => tell({ type: 'offline' }),
  })
  tell({ type: 'timer' })

  return {
    connection,
    online() {
      if (state.name === 'following') return Promise.resolve()
      return new Promise(resolve => {
        waiting.push(resolve)
      })
    },
    retryNow: () => tell({ type: 'retry' }),
    close: () => tell({ type: 'close' }),
  }
}

function isSame(a: Connection, b: Connection): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
