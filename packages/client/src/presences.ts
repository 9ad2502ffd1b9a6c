/**
 * Who of the people that screens look at is there. All of them share one subscription, which
 * is asked for anew when somebody comes into view.
 */
import { limits } from '@parley/protocol/limits'
import type { Participant } from '@parley/protocol/participant'
import type { Presence } from '@parley/protocol/presence'
import type { Means } from './insist.ts'
import { keepFollowing } from './keepFollowing.ts'
import { createLookers } from './lookers.ts'
import { type Readable, type Writable, writable } from './readable.ts'
import type { Transport } from './transport.ts'

export interface Presences {
  /**
   * Whether somebody is there; whoever subscribes looks at them. `unknown` while nobody looks
   * and while there is no connection. The same object for the same id.
   */
  of(userId: string): Readable<Presence>
  /**
   * Who takes part in a conversation. With whom one comes to share one can be seen from then
   * on, and is asked for again if they could not be.
   */
  share(conversationId: string, participants: readonly Participant[]): void
  /** There is a connection, or another one than before. */
  begin(): void
  /** There is none any more. */
  end(): void
}

interface Options {
  means: Omit<Means, 'online'>
  follow: Transport['presence']
  /** They are the other one of a conversation that is open. */
  isOpen: (userId: string) => boolean
}

/** What mounts together is asked for together. */
const gatherMs = 50
/** However fast somebody scrolls. */
const spacingMs = 1000
/** Whoever is not looked at any more may be looked at again: scrolling back costs nothing. */
const lingerMs = 30_000
/** A short interruption is nobody's concern, and what was known is hardly older than that. */
const graceMs = 3000

interface Person {
  state: Writable<Presence>
  view: Readable<Presence>
}

export function createPresences({ means, follow, isOpen }: Options): Presences {
  const { clock } = means
  const people = new Map<string, Person>()
  /** How many people take part in each conversation. */
  const sharing = new Map<string, number>()
  let isConnected = false
  let renewedAt = Number.NEGATIVE_INFINITY
  /** Whom the running subscription is about; nobody while it is to be asked for again. */
  let asked: ReadonlySet<string> = new Set()
  let stop = () => {}
  let stopTimer: (() => void) | undefined
  let stopLingering = () => {}
  let stopGrace: (() => void) | undefined

  const lookers = createLookers(isOpen, (userId, isLookedAt) => {
    if (!isLookedAt) leaveOutLater()
    else if (!asked.has(userId)) renewSoon()
  })

  function of(userId: string): Person {
    const known = people.get(userId)
    if (known) return known
    const state = writable(unknown(userId))
    const person = { state, view: lookers.watched(userId, state) }
    people.set(userId, person)
    return person
  }

  function renewSoon(): void {
    if (stopTimer) return
    const wait = Math.max(gatherMs, renewedAt + spacingMs - clock.now())
    // The clock may have been set back.
    stopTimer = clock.after(Math.min(wait, spacingMs), renew)
  }

  function leaveOutLater(): void {
    stopLingering()
    stopLingering = clock.after(lingerMs, renew)
  }

  function renew(): void {
    calm()
    if (!isConnected) return
    const wanted = lookers.keys().slice(0, limits.presences)
    if (wanted.length === asked.size && wanted.every(userId => asked.has(userId))) return
    ask(wanted)
  }

  function ask(userIds: readonly string[]): void {
    stop()
    calm()
    asked = new Set(userIds)
    forget(userId => !asked.has(userId))
    stop = () => {}
    if (userIds.length === 0) return
    renewedAt = clock.now()
    stop = keepFollowing(means, listener => follow(userIds, listener), take, growStale)
  }

  function calm(): void {
    stopTimer?.()
    stopTimer = undefined
  }

  function growStale(): void {
    stopGrace ??= clock.after(graceMs, () => {
      stopGrace = undefined
      forget(() => true)
    })
  }

  function take(presence: Presence): void {
    stopGrace?.()
    stopGrace = undefined
    if (!asked.has(presence.userId)) return
    const { state } = of(presence.userId)
    if (!isSame(state.get(), presence)) state.set(presence)
  }

  function forget(isStale: (userId: string) => boolean): void {
    for (const [userId, { state }] of people)
      if (isStale(userId) && state.get().status !== 'unknown') state.set(unknown(userId))
  }

  /** Strangers are never said to be there, and neither is when they were. */
  function isLikeStranger(userId: string): boolean {
    const presence = people.get(userId)?.state.get()
    return asked.has(userId) && presence?.status === 'offline' && presence.lastSeen === undefined
  }

  return {
    share(conversationId, participants) {
      const present = participants.filter(({ leftAt }) => leftAt === undefined)
      if (sharing.get(conversationId) === present.length) return
      sharing.set(conversationId, present.length)
      if (!present.some(({ userId }) => isLikeStranger(userId))) return
      asked = new Set() // so that the next renewal is one
      renewSoon()
    },
    of: userId => of(userId).view,
    begin() {
      isConnected = true
      ask(lookers.keys().slice(0, limits.presences))
    },
    end() {
      isConnected = false
      stop()
      calm()
      stop = () => {}
      growStale()
    },
  }
}

function unknown(userId: string): Presence {
  return { userId, status: 'unknown', connectionCount: 0 }
}

function isSame(a: Presence, b: Presence): boolean {
  return (
    a.status === b.status && a.connectionCount === b.connectionCount && a.lastSeen === b.lastSeen
  )
}
