/** What a server tells and never stores: who is there, and who is typing. */
import type { Presence } from '@parley/protocol/presence'
import type { Typing } from '@parley/protocol/typing'

/** One connection of a person. */
export interface Attendance {
  person: string
  away: boolean
}

export function createSignals(now: () => number) {
  const attending = new Set<Attendance>()
  const lastSeen = new Map<string, string>()
  const watchers = new Set<{ userIds: readonly string[]; tell: (presence: Presence) => void }>()
  const listeners = new Set<{ conversationId: string; tell: (typing: Typing) => void }>()

  function presenceOf(userId: string): Presence {
    const here = [...attending].filter(({ person }) => person === userId)
    const seen = lastSeen.get(userId)
    const connectionCount = here.length
    if (connectionCount === 0)
      return { userId, status: 'offline', connectionCount, ...(seen && { lastSeen: seen }) }
    const status = here.every(({ away }) => away) ? 'away' : 'online'
    return { userId, status, connectionCount }
  }

  function stir(person: string): void {
    for (const { userIds, tell } of watchers) if (userIds.includes(person)) tell(presenceOf(person))
  }

  return {
    presenceOf,
    arrive(person: string): Attendance {
      const one = { person, away: false }
      attending.add(one)
      stir(person)
      return one
    },
    leave(one: Attendance): void {
      if (!attending.delete(one)) return
      lastSeen.set(one.person, new Date(now()).toISOString())
      stir(one.person)
    },
    setAway(one: Attendance, away: boolean): void {
      one.away = away
      stir(one.person)
    },
    /** The present state of each first. */
    watch(userIds: readonly string[], tell: (presence: Presence) => void): () => void {
      const watcher = { userIds, tell }
      watchers.add(watcher)
      for (const userId of userIds) tell(presenceOf(userId))
      return () => watchers.delete(watcher)
    },
    type(typing: Typing): void {
      for (const { conversationId, tell } of listeners)
        if (conversationId === typing.conversationId) tell(typing)
    },
    hear(conversationId: string, tell: (typing: Typing) => void): () => void {
      const listener = { conversationId, tell }
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    /** How many people all that look now look at. */
    watched: () => [...watchers].map(({ userIds }) => userIds),
    heard: () => [...listeners].map(({ conversationId }) => conversationId),
  }
}
