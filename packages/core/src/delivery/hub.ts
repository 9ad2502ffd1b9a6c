import type { Bus, Unsubscribe } from '@parley/bus/bus'
import type { Sql } from '@parley/db/database'
import { changedAmong, type Head, headsAt, headsOf, presentHorizon } from '@parley/db/queries/heads'
import type { Change } from '@parley/protocol/change'
import { Feed } from './feed.ts'
import { Forwarded } from './forwarded.ts'
import { shared } from './shared.ts'

/** The people connected to this node, with the feeds of their devices. */
export interface Hub {
  /**
   * From now on what is published to this person enters the feed.
   *
   * @param onFilled called when the feed has a frame to take, once until it is taken
   */
  join(person: string, onFilled: () => void): Feed
  /**
   * Waits until the bus has confirmed, reads what the feed missed, and begins it.
   *
   * @param since a horizon, '0' for all; nothing for somebody who has missed nothing
   */
  begin(feed: Feed, since: string | undefined): Promise<void>
  leave(feed: Feed): void
  /** Sends heads for what the bus has lost, and ticks where one is due. */
  sweep(): Promise<void>
}

interface Connected {
  feeds: Feed[]
  forwarded: Forwarded
  subscribed: Promise<Unsubscribe>
  /** Everything before it has been pushed to every feed that has begun; the sweep asks from here. */
  horizon: string | undefined
}

export interface HubOptions {
  sql: Sql
  bus: Bus
  tickMs: number
  now: () => number
}

/** Nobody notices it who connects; a thousand of them in a second ask two hundred times. */
const horizonRestMs = 5

export function createHub({ sql, bus, tickMs, now }: HubOptions): Hub {
  const connected = new Map<string, Connected>()
  const horizonNow = shared(() => presentHorizon(sql), horizonRestMs)

  function enter(person: string): Connected {
    const known = connected.get(person)
    if (known) return known
    const forwarded = new Forwarded()
    const subscribed = bus.subscribe(person, change => {
      forwarded.note(change)
      for (const feed of fresh.feeds) feed.push(change)
    })
    const fresh: Connected = { feeds: [], forwarded, subscribed, horizon: undefined }
    connected.set(person, fresh)
    return fresh
  }

  function leave(feed: Feed): void {
    const entry = connected.get(feed.person)
    if (!entry?.feeds.includes(feed)) return
    entry.feeds = entry.feeds.filter(other => other !== feed)
    if (entry.feeds.length > 0) return
    connected.delete(feed.person)
    entry.subscribed.then(unsubscribe => unsubscribe()).catch(() => {})
  }

  return {
    join(person, onFilled) {
      const feed = new Feed(person, tickMs, now, onFilled)
      enter(person).feeds.push(feed)
      return feed
    },
    async begin(feed, since) {
      const entry = enter(feed.person)
      await entry.subscribed
      const { heads, horizon, from } = await readSince(feed.person, since)
      // Two devices may read at once, and the older reading answer last.
      entry.horizon = entry.horizon === undefined ? horizon : lower(entry.horizon, horizon)
      feed.begin(heads.map(changeOf), horizon, from)
    },
    leave,
    async sweep() {
      const people = [...connected].filter(([, { horizon }]) => horizon !== undefined)
      const marks = new Map(people.map(([person, entry]) => [person, entry.forwarded.mark()]))
      let reached: string | undefined
      try {
        reached = await pushLost(people)
      } finally {
        for (const { feeds } of connected.values()) {
          for (const feed of feeds) feed.advance(undefined)
        }
      }
      for (const [person, entry] of people) {
        entry.forwarded.forgetBefore(marks.get(person) ?? 0)
        if (reached !== undefined) entry.horizon = reached
      }
    },
  }

  /** A horizon from the future was another database's, or this one's before it was restored. */
  async function readSince(person: string, since: string | undefined) {
    if (since === undefined) return { heads: [], horizon: await horizonNow(), from: undefined }
    const read = await headsOf(sql, person, since)
    const isFuture = BigInt(since) > BigInt(read.horizon)
    return isFuture ? { ...(await headsOf(sql, person, '0')), from: '0' } : { ...read, from: since }
  }

  async function pushLost(people: [string, Connected][]): Promise<string | undefined> {
    if (people.length === 0) return undefined
    const begun = people.map(([, { feeds }]) => [...feeds])
    const from = people.map(([, { horizon }]) => horizon ?? '0').reduce(lower)
    const names = people.map(([person]) => person)
    const { changed, horizon } = await changedAmong(sql, names, from)
    const lost = changed.filter(one => connected.get(one.userId)?.forwarded.covers(one) === false)
    for (const head of await headsAt(sql, lost)) {
      const entry = connected.get(head.participant.userId)
      if (!entry) continue
      const change = changeOf(head)
      entry.forwarded.note(change)
      for (const feed of entry.feeds) feed.push(change)
    }
    for (const feed of begun.flat()) feed.advance(horizon)
    return horizon
  }
}

function lower(a: string, b: string): string {
  return a === b || BigInt(a) < BigInt(b) ? a : b
}

function changeOf({ conversationId, version, participant }: Head): Change {
  return { conversationId, version, head: true, participant }
}
