/**
 * Is a session of ours still alive? Answered from memory where somebody looked within the
 * last moments. A revocation that this node is told of counts at once; one that it missed is
 * found by the next round of look-ups, which also covers every session that is watched.
 *
 * While Postgres is away nobody is signed out: tokens end by themselves within minutes, and
 * nothing can be done without the database anyway.
 */
import type { Sql } from '@parley/db/database'
import { livingSessions } from '@parley/db/queries/sessions'
import { LRUCache } from 'lru-cache'

/** Longer than a token lives: after that nobody asks about its session any more. */
const REMEMBER_DEAD_MS = 15 * 60_000

export function createSessionWatch(options: {
  sql: Sql
  everyMs?: number
  /** How long a look-up may take before it counts as unanswered. */
  patienceMs?: number
  /** Told once of each watched session that ended: its sockets must close. */
  onDead: (sessionId: string) => void
}) {
  const { sql, everyMs = 2_000, patienceMs = 2_000, onDead } = options
  const alive = new LRUCache<string, true>({ max: 100_000, ttl: everyMs * 1.5 })
  const dead = new LRUCache<string, true>({ max: 100_000, ttl: REMEMBER_DEAD_MS })
  const watched = new Map<string, number>()
  let gathering: { ids: Set<string>; done: Promise<void> } | undefined
  let looking: Promise<void> = Promise.resolve()
  let closed = false

  function revoked(sessionId: string): void {
    if (dead.has(sessionId)) return
    dead.set(sessionId, true)
    alive.delete(sessionId)
    if (watched.has(sessionId)) onDead(sessionId)
  }

  async function lookUp(ids: string[]): Promise<void> {
    if (ids.length === 0) return
    const living = await within(patienceMs, livingSessions(sql, ids))
    if (!living || closed) return // no answer says nothing about anybody
    const found = new Set(living)
    for (const id of ids) {
      if (!found.has(id)) revoked(id)
      else if (!dead.has(id)) alive.set(id, true)
    }
  }

  /** Joins the look-up that begins when the one under way has ended. */
  function lookUpSoon(sessionId: string): Promise<void> {
    if (!gathering) {
      const ids = new Set<string>()
      const done = looking.then(() => {
        gathering = undefined
        return lookUp([...ids])
      })
      gathering = { ids, done }
      looking = done.catch(() => {}) // of `onDead`; the next look-up goes on
    }
    gathering.ids.add(sessionId)
    return gathering.done
  }

  const sweeping = setInterval(() => {
    for (const id of watched.keys()) void lookUpSoon(id)
  }, everyMs)
  sweeping.unref()

  return {
    revoked,

    async alive(sessionId: string): Promise<boolean> {
      if (dead.has(sessionId)) return false
      if (!alive.has(sessionId)) await lookUpSoon(sessionId)
      return !dead.has(sessionId)
    },

    /** Has this session looked after until the returned function is called. */
    watch(sessionId: string): () => void {
      watched.set(sessionId, (watched.get(sessionId) ?? 0) + 1)
      if (dead.has(sessionId)) queueMicrotask(() => onDead(sessionId))
      let watching = true
      return () => {
        if (!watching) return
        watching = false
        const others = (watched.get(sessionId) ?? 1) - 1
        if (others > 0) watched.set(sessionId, others)
        else watched.delete(sessionId)
      }
    },

    close(): void {
      closed = true
      clearInterval(sweeping)
    },
  }
}

/** What a look-up answers, or nothing when it fails or takes too long. */
async function within<Answer>(ms: number, answer: Promise<Answer>): Promise<Answer | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>(resolve => {
    timer = setTimeout(() => resolve(undefined), ms)
  })
  return await Promise.race([answer.catch(() => undefined), late]).finally(() =>
    clearTimeout(timer),
  )
}
