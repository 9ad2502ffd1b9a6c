/** What is never stored, put together: who is there, who types, and whether one is away. */

import { createAway } from './away.ts'
import type { Hints } from './browserHints.ts'
import type { Connection } from './connection.ts'
import type { Means } from './insist.ts'
import { createOwnTyping } from './ownTyping.ts'
import { createPresences } from './presences.ts'
import type { Readable } from './readable.ts'
import type { Transport, Via } from './transport.ts'
import { createTypings } from './typings.ts'

interface Options {
  me: string
  means: Means
  transport: Pick<Transport, 'calls' | 'presence' | 'typing'>
  /** The highest message of a conversation that is known here. */
  lastSeq: (conversationId: string) => number
  isOpen: { conversation: (id: string) => boolean; person: (userId: string) => boolean }
}

export function createSignals({ me, means, transport, lastSeq, isOpen }: Options) {
  const { calls } = transport
  let via: Via | undefined
  const presences = createPresences({ means, follow: transport.presence, isOpen: isOpen.person })
  const typings = createTypings({
    me,
    means,
    follow: transport.typing,
    lastSeq,
    isOpen: isOpen.conversation,
  })
  const ownTyping = createOwnTyping({
    clock: means.clock,
    isOnline: () => via !== undefined,
    tell: calls.setTyping,
  })
  const away = createAway({ means, tell: calls.setAway })

  function begin(): void {
    presences.begin()
    typings.begin()
  }

  function end(): void {
    presences.end()
    typings.end()
    ownTyping.end()
  }

  return {
    presence: presences.of,
    typing: typings.of,
    wrote: ownTyping.wrote,
    arrived: typings.arrived,
    share: presences.share,
    /** There is another line. */
    moved: away.moved,
    hints: { active: away.active, hidden: away.hidden } satisfies Partial<Hints>,
    /** Begins with each connection, also when another way is taken, and ends with it. */
    follow(connection: Readable<Connection>): void {
      connection.subscribe(() => {
        const value = connection.get()
        const next = value.state === 'online' ? value.via : undefined
        if (next === via) return
        via = next
        if (via) begin()
        else end()
      })
    },
  }
}
