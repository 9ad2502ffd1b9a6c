// The workers of this node. Those of all nodes work on one queue, which is in Postgres: a broadcast
// is worked on by one of them at a time, chunk by chunk, whoever comes first.

import { setTimeout as sleep } from 'node:timers/promises'
import type { Bus } from '@parley/bus/bus'
import type { Sql } from '@parley/db/database'
import { msUntilDue, msUntilNext, takeNext, takeThis } from '@parley/db/queries/broadcastQueue'
import { isUnavailable } from '@parley/db/unavailable'
import type { OpenPolicy } from '../core.ts'
import { findableBy } from '../people/openPolicy.ts'
import type { Bulk, BulkLimits, BulkObserver } from './bulk.ts'
import type { Chunk } from './chunk.ts'
import { createTurns } from './turns.ts'
import { type Work, work } from './work.ts'

export interface BulkOptions {
  /** Connections of the workers alone. */
  sql: Sql
  /** Others, for the acts; those of the workers unless given. */
  actsSql?: Sql
  bus: Bus
  limits: BulkLimits
  openPolicy: OpenPolicy
  /** Told of what should not have failed. */
  onError(error: unknown): void
  observer?: BulkObserver
  /** Recipients of one chunk: with more it is done sooner, and who chats waits longer. */
  chunkMost?: number
  /** On how many broadcasts this node works at a time. */
  workers?: number
  /** How often a worker looks that has nothing to do. */
  pollMs?: number
}

export interface StartedBulk extends Bulk {
  /** Works on one chunk of whatever is next; nothing when nothing is due. */
  workOnNext(): Promise<Chunk | undefined>
  /** Ends after the chunks that are in work. */
  close(): Promise<void>
}

const restMostMs = 1000
/** How long the call that sends works on a broadcast that somebody holds up. */
const inlineMs = 3000

/** A form asks for some at once; the acts have two connections. */
const previews = { atOnce: 2, perPerson: 8, waiting: 50 }
/** The same one may be asked for many times at once. */
const sends = { atOnce: 2, perPerson: 20, waiting: 100 }

const unobserved: BulkObserver = { begun() {}, settled() {}, ended() {} }

export function startBulk(options: BulkOptions): StartedBulk {
  const { sql, actsSql = sql, bus, limits, observer = unobserved } = options
  const { chunkMost = 25, workers = 2, pollMs = 1000, onError } = options
  const { relatedOnly } = findableBy('contractor', options.openPolicy)
  const parts: Work = { sql, bus, observer, relatedOnly, chunkMost, onError }
  const onFailed = (error: unknown) => {
    // Whoever else needs the database says so.
    if (!isUnavailable(error)) onError(error)
  }
  const closing = new AbortController()
  let woken = new AbortController()

  const workOnNext = () => work(parts, takeNext)

  function wake(): void {
    woken.abort()
    woken = new AbortController()
  }

  async function keepWorking(): Promise<void> {
    let hasWorked = false
    while (!closing.signal.aborted) {
      // Taken before it looks, so that nobody wakes it in vain meanwhile.
      const { signal } = woken
      const began = performance.now()
      const chunk = await workOnNext().catch(onFailed)
      if (chunk) {
        // As long as it took, so that chatting has the machine half of the time at least.
        await nap(Math.min(performance.now() - began, restMostMs), closing.signal)
      } else if (!closing.signal.aborted) {
        const next = hasWorked ? await msUntilNext(sql).catch(onFailed) : undefined
        await nap(Math.min(next ?? pollMs, pollMs), signal)
      }
      hasWorked = chunk !== undefined
    }
  }

  async function workOff(broadcastId: string): Promise<void> {
    const until = performance.now() + inlineMs
    try {
      for (;;) {
        const chunk = await work(parts, tx => takeThis(tx, broadcastId))
        if (chunk && chunk.status !== 'running') return
        // Without one it is over, or rests, since another worker has just tried in vain.
        const restMs = chunk ? chunk.restMs : await msUntilDue(sql, broadcastId)
        if (restMs === undefined) return
        if (performance.now() + (restMs ?? 0) > until) break
        if (restMs === null) continue
        await nap(restMs, closing.signal)
        if (closing.signal.aborted) break
      }
    } catch (error) {
      onFailed(error)
    }
    wake()
  }

  const working = Promise.all(Array.from({ length: workers }, keepWorking))
  return {
    limits,
    sql: actsSql,
    observer,
    previews: createTurns(previews),
    sends: createTurns(sends),
    wake,
    workOff,
    workOnNext,
    async close() {
      closing.abort()
      wake()
      await working
    },
  }
}

function nap(ms: number, signal: AbortSignal): Promise<void> {
  return sleep(ms, undefined, { signal }).catch(() => {})
}
