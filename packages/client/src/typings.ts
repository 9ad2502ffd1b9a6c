/**
 * Who is typing in the conversations on the screen. Nothing of it is kept: it ends with the
 * message, with silence, and with the connection.
 */
import type { Message } from '@parley/protocol/message'
import type { Typing } from '@parley/protocol/typing'
import type { Means } from './insist.ts'
import { keepFollowing } from './keepFollowing.ts'
import { createLookers } from './lookers.ts'
import { type Readable, type Writable, writable } from './readable.ts'
import type { Transport } from './transport.ts'

export interface Typings {
  /**
   * Who of the others is typing, whoever began first at the front; whoever subscribes looks
   * at the conversation. The same object for the same id.
   */
  of(conversationId: string): Readable<readonly string[]>
  /** Message rows that came: what somebody was typing, they have sent. */
  arrived(conversationId: string, messages: readonly Message[]): void
  begin(): void
  end(): void
}

interface Options {
  me: string
  means: Omit<Means, 'online'>
  follow: Transport['typing']
  /** The highest message of a conversation that is known here. */
  lastSeq: (conversationId: string) => number
  isOpen: (conversationId: string) => boolean
}

/** Whoever types says so every three seconds; one word of it may be lost. */
const silenceMs = 6000
const gatherMs = 50
/** Moving from one conversation to the next asks for neither anew. */
const lingerMs = 1000
/** When a server comes back, messages are more urgent than who is typing them. */
const spreadMs = 1000
/** As many as a tall screen shows. A socket carries sixty-four subscriptions. */
const watchedMax = 40
const nobody: readonly string[] = []

interface Room {
  state: Writable<readonly string[]>
  view: Readable<readonly string[]>
  /** For each person what ends their silence, and how far the conversation reached when they began. */
  typers: Map<string, { calm: () => void; since: number }>
}

export function createTypings({ me, means, follow, lastSeq, isOpen }: Options): Typings {
  const { clock } = means
  const rooms = new Map<string, Room>()
  const followed = new Map<string, () => void>()
  let isConnected = false
  let stopTimer = () => {}

  const lookers = createLookers(isOpen, (_id, isLookedAt) => {
    stopTimer()
    stopTimer = clock.after(isLookedAt ? gatherMs : lingerMs, sync)
  })

  function of(id: string): Room {
    const known = rooms.get(id)
    if (known) return known
    const state = writable(nobody)
    const room: Room = { state, view: lookers.watched(id, state), typers: new Map() }
    rooms.set(id, room)
    return room
  }

  /** Follows what is looked at, and nothing else. */
  function sync(): void {
    if (!isConnected) return
    const wanted = lookers.keys().slice(0, watchedMax)
    for (const id of followed.keys()) if (!wanted.includes(id)) leave(id)
    for (const id of wanted) if (!followed.has(id)) enter(id)
  }

  function enter(id: string): void {
    // Given up, it is asked for again when somebody looks anew: one may be in it again.
    const onEnded = (isFinal: boolean) => isFinal && leave(id)
    const stop = keepFollowing(means, listener => follow(id, listener), hear, onEnded)
    followed.set(id, stop)
  }

  function leave(id: string): void {
    followed.get(id)?.()
    followed.delete(id)
    for (const userId of [...of(id).typers.keys()]) calm(id, userId)
  }

  function hear({ conversationId, userId, typing }: Typing): void {
    if (userId === me || !followed.has(conversationId)) return
    if (!typing) {
      calm(conversationId, userId)
      return
    }
    const { typers } = of(conversationId)
    typers.get(userId)?.calm()
    typers.set(userId, {
      calm: clock.after(silenceMs, () => calm(conversationId, userId)),
      since: lastSeq(conversationId),
    })
    show(conversationId)
  }

  function calm(id: string, userId: string): void {
    const { typers } = of(id)
    typers.get(userId)?.calm()
    if (typers.delete(userId)) show(id)
  }

  function show(id: string): void {
    const { state, typers } = of(id)
    const next = [...typers.keys()]
    if (next.join() !== state.get().join()) state.set(next.length > 0 ? next : nobody)
  }

  return {
    of: id => of(id).view,
    arrived(id, messages) {
      const typers = rooms.get(id)?.typers
      if (!typers?.size) return
      for (const { senderId, seq } of messages) {
        const typer = typers.get(senderId)
        if (typer && seq > typer.since) calm(id, senderId)
      }
    },
    begin() {
      this.end()
      isConnected = true
      stopTimer()
      stopTimer = clock.after(means.random() * spreadMs, sync)
    },
    end() {
      isConnected = false
      for (const id of [...followed.keys()]) leave(id)
    },
  }
}
