import type { Bus, Unsubscribe } from '@parley/bus/bus'
import type { Sql } from '@parley/db/database'
import { type Head, headsSince } from '@parley/db/queries/heads'
import type { Change } from '@parley/protocol/change'
import { createFeed, type Feed } from './feed.ts'
import { createForwarded, type Forwarded } from './forwarded.ts'

/** The people connected to this node, with the feeds of their devices. */
export interface Hub {
  /** Resolves when the bus has confirmed: from then on nothing published is missed. */
  join(person: string): Promise<Feed>
  /** Reads what a feed missed, and begins it. @param horizon '0' for all; nothing for none */
  begin(feed: Feed, horizon: string | undefined): Promise<void>
  leave(feed: Feed): void
  /** Sends heads for what the bus has lost, and ticks where one is due. */
  sweep(): Promise<void>
}

interface Connected {
  feeds: Set<Feed>
  forwarded: Forwarded
  subscribed: Promise<Unsubscribe>
  /** Everything before it has been pushed to every feed that has begun. */
  horizon: string | undefined
}

export interface HubOptions {
  sql: Sql
  bus: Bus
  tickMs: number
  now: () => number
}

export function createHub({ sql, bus, tickMs, now }: HubOptions): Hub {
  const connected = new Map<string, Connected>()

  function enter(person: string): Connected {
    const known = connected.get(person)
    if (known) return known
    const feeds = new Set<Feed>()
    const forwarded = createForwarded()
    const subscribed = bus.subscribe(person, change => {
      forwarded.note(change)
      for (const feed of feeds) feed.push([change])
    })
    const fresh: Connected = { feeds, forwarded, subscribed, horizon: undefined }
    connected.set(person, fresh)
    return fresh
  }

  function leave(feed: Feed): void {
    const entry = connected.get(feed.person)
    if (!entry?.feeds.delete(feed) || entry.feeds.size > 0) return
    connected.delete(feed.person)
    entry.subscribed.then(unsubscribe => unsubscribe()).catch(() => {})
  }

  return {
    async join(person) {
      const entry = enter(person)
      const feed = createFeed(person, tickMs, now)
      entry.feeds.add(feed)
      try {
        await entry.subscribed
      } catch (error) {
        leave(feed)
        throw error
      }
      return feed
    },
    async begin(feed, since) {
      const asked = since === undefined ? noTransaction : since
      const { heads, horizon } = await readSince(feed.person, asked)
      const entry = connected.get(feed.person)
      if (entry) entry.horizon ??= horizon
      feed.begin(heads.map(changeOf), horizon)
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
  async function readSince(person: string, asked: string) {
    const read = await headsSince(sql, [person], asked)
    const future = asked !== noTransaction && BigInt(asked) > BigInt(read.horizon)
    return future ? headsSince(sql, [person], '0') : read
  }

  async function pushLost(people: [string, Connected][]): Promise<string | undefined> {
    if (people.length === 0) return undefined
    const begun = people.map(([, { feeds }]) => [...feeds])
    const from = people.map(([, { horizon }]) => BigInt(horizon ?? 0)).reduce(lower)
    const names = people.map(([person]) => person)
    const { heads, horizon } = await headsSince(sql, names, String(from))
    for (const head of heads) {
      const entry = connected.get(head.participant.userId)
      if (!entry || entry.forwarded.covers(head)) continue
      for (const feed of entry.feeds) feed.push([changeOf(head)])
    }
    for (const feed of begun.flat()) feed.advance(horizon)
    return horizon
  }
}

/** Later than every transaction, so that no head is read. */
const noTransaction = '18446744073709551615'

function lower(a: bigint, b: bigint): bigint {
  return a < b ? a : b
}

function changeOf({ conversationId, version, participant }: Head): Change {
  return { conversationId, version, head: true, participant }
}
