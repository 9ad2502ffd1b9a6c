/** Somebody of whom no more is needed than that they are there: a bare wire, and who is seen over it. */
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { hostToken } from '@parley/load/hostToken'
import { openWire, type Wire } from '@parley/load/wire'
import { limits } from '@parley/protocol/limits'
import { type Presence, presence } from '@parley/protocol/presence'
import * as z from 'zod/mini'
import type { Stage } from './stage.ts'

/** @returns at once: whether they were let in, only a call tells */
export async function arrive(
  { hostSecret }: Pick<Stage, 'hostSecret'>,
  userId: string,
  url: string,
): Promise<Wire> {
  return openWire(url, await hostToken(hostSecret, { userId, name: userId, role: 'customer' }))
}

/** A few at a time, until each is let in. */
export async function gatherGuests(
  stage: Pick<Stage, 'hostSecret'>,
  guests: readonly { userId: string; url: string }[],
): Promise<Wire[]> {
  const wires: Wire[] = []
  for (const some of pagesOf(guests, 50)) {
    const arrived = some.map(async ({ userId, url }) => {
      const wire = await arrive(stage, userId, url)
      await wire.query('me.get', undefined)
      return wire
    })
    wires.push(...(await Promise.all(arrived)))
  }
  return wires
}

export interface Seen extends Presence {
  /** When this was told. */
  at: number
}

/** What is told of these people from now on, by the id of each. */
export function watchPresence(wire: Wire, userIds: readonly string[]): Map<string, Seen> {
  const seen = new Map<string, Seen>()
  for (const some of pagesOf(userIds, limits.presences)) {
    wire.subscription(
      'presence.changes',
      { userIds: some },
      {
        onData(data) {
          const one = presence.parse(data)
          seen.set(one.userId, { ...one, at: performance.now() })
        },
        onError() {},
      },
    )
  }
  return seen
}

export async function askPresence(wire: Wire, userIds: readonly string[]): Promise<Presence[]> {
  const all: Presence[] = []
  for (const some of pagesOf(userIds, limits.presences))
    all.push(...z.array(presence).parse(await wire.query('presence.getMany', { userIds: some })))
  return all
}

/** One frame may carry a hundred calls: what is said in one breath goes out in several. */
export async function sayAll(wire: Wire, conversationIds: readonly string[], text: string) {
  const content = { type: 'text', text }
  const sent: Promise<unknown>[] = []
  for (const some of pagesOf(conversationIds, 50)) {
    for (const conversationId of some) {
      const said = { conversationId, clientId: randomUUID(), content }
      sent.push(wire.mutation('chat.send', said))
    }
    await pause(1)
  }
  return Promise.allSettled(sent)
}

export function pagesOf<T>(all: readonly T[], size: number): T[][] {
  const pages: T[][] = []
  for (let at = 0; at < all.length; at += size) pages.push(all.slice(at, at + size))
  return pages
}
