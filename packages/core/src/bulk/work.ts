import type { Bus } from '@parley/bus/bus'
import type { Sql, Transaction } from '@parley/db/database'
import { postpone, type Taken, takeThis } from '@parley/db/queries/broadcastQueue'
import { isUnavailable } from '@parley/db/unavailable'
import type { BulkObserver } from './bulk.ts'
import { type Chunk, workChunk } from './chunk.ts'
import { tell } from './tell.ts'

/** What working on broadcasts needs. */
export interface Work {
  sql: Sql
  bus: Bus
  observer: BulkObserver
  /** Only those reach each other who have something to do with each other. */
  relatedOnly: boolean
  /** Recipients of one chunk. */
  chunkMost: number
  onError(error: unknown): void
}

/** How long a broadcast is left alone with which nothing at all could be done. */
const postponedMs = 2000

/** Works on one chunk, as far as there is something to work on, and tells of it. */
export async function work(
  parts: Work,
  take: (tx: Transaction) => Promise<Taken | undefined>,
): Promise<Chunk | undefined> {
  let taken: string | undefined
  try {
    const chunk = await inSizes(parts, async tx => {
      const broadcast = await (taken === undefined ? take(tx) : takeThis(tx, taken))
      taken ??= broadcast?.id
      return broadcast
    })
    if (chunk) told(parts, chunk)
    return chunk
  } catch (error) {
    // The others in the queue do not wait behind it.
    if (taken !== undefined) await postpone(parts.sql, taken, postponedMs).catch(() => {})
    throw error
  }
}

async function inSizes(
  { sql, relatedOnly, chunkMost, onError }: Work,
  take: (tx: Transaction) => Promise<Taken | undefined>,
): Promise<Chunk | undefined> {
  // A chunk that fails is tried again smaller, so that one recipient does not fail the others.
  for (const size of [chunkMost, Math.ceil(chunkMost / 10), 1]) {
    try {
      return await workChunk(sql, { take, size, relatedOnly })
    } catch (error) {
      if (isAway(error)) throw error
      if (size === 1) onError(error)
    }
  }
  return workChunk(sql, { take, size: 1, relatedOnly, inVain: true })
}

/** Whether there is no database, rather than a lock that somebody keeps for long. */
function isAway(error: unknown): boolean {
  const { code } = Object(error)
  return isUnavailable(error) && !/^(40|55P03|57014)/.test(String(code))
}

function told({ bus, observer }: Work, chunk: Chunk): void {
  const { broadcast, delivered, failed, status, seconds } = chunk
  tell(bus, chunk)
  if (broadcast.startedAt === null && status !== 'cancelled') observer.begun(broadcast.total)
  observer.settled({ sent: delivered.length, failed })
  if (status !== 'running') observer.ended(status, seconds)
}
