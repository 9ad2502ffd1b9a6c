// One turn of a broadcast: everything about some recipients in one transaction. The
// lock of the broadcast's row is what a worker owns, the commit the only moment that counts.

import type { Sql, Transaction } from '@parley/db/database'
import {
  cancelBroadcast,
  type Settlement,
  type Standing,
  settle,
  type Taken,
  type Waiting,
  waitingRecipients,
} from '@parley/db/queries/broadcastQueue'
import type { Failure } from '@parley/protocol/bulk'
import { type Delivered, deliver } from './deliver.ts'

/** What a chunk has done, once it is committed. */
export interface Chunk extends Standing {
  broadcast: Taken
  delivered: Delivered[]
  failed: Map<Failure, number>
  /** How long those who were tried in vain are left alone, when nobody else waits. */
  restMs: number | null
}

export interface ChunkOptions {
  take(tx: Transaction): Promise<Taken | undefined>
  /** Recipients at most. */
  size: number
  relatedOnly: boolean
  /** Does not even try: it is known to fail. */
  inVain?: boolean
}

/** How often somebody is tried. */
const mostAttempts = 5
/**
 * How long it rests before it tries again, by how often it has tried: longer together than
 * Postgres leaves a lock to a node that stands still.
 */
const rests = [0, 200, 1000, 4000, 8000]

export function workChunk(sql: Sql, options: ChunkOptions): Promise<Chunk | undefined> {
  return sql.begin(async tx => {
    const broadcast = await options.take(tx)
    if (!broadcast) return undefined
    // It may have been scheduled long ago.
    if (broadcast.senderRole !== 'contractor') return abandon(tx, broadcast)
    return turnOf(tx, broadcast, options)
  })
}

async function turnOf(
  tx: Transaction,
  broadcast: Taken,
  { size, relatedOnly, inVain = false }: ChunkOptions,
): Promise<Chunk | undefined> {
  const waiting = await waitingRecipients(tx, broadcast.id, size + 1)
  const attempts = waiting[0]?.attempts ?? 0
  if (attempts > 0 && broadcast.isResting) return undefined
  const turn = waiting.slice(0, size).filter(one => one.attempts === attempts)
  const { settlements, delivered } = inVain
    ? { settlements: [], delivered: [] }
    : await deliver(tx, broadcast, turn, relatedOnly)
  const all = withVain(turn, settlements)
  const restMs = restOf(all, attempts, waiting[turn.length])
  const standing = await settle(tx, broadcast.id, all, restMs)
  return { ...standing, broadcast, delivered, failed: failuresOf(all), restMs }
}

/** Nobody rests for those who were tried in vain while others have not been tried. */
function restOf(all: readonly Settlement[], attempts: number, later?: Waiting): number | null {
  const tried = all.some(isVain) ? attempts + 1 : mostAttempts
  return rests[Math.min(tried, later?.attempts ?? mostAttempts)] || null
}

function isVain({ seq, reason }: Settlement): boolean {
  return seq === undefined && reason === undefined
}

function failuresOf(all: readonly Settlement[]): Map<Failure, number> {
  const failed = new Map<Failure, number>()
  for (const { reason } of all) if (reason) failed.set(reason, (failed.get(reason) ?? 0) + 1)
  return failed
}

/** Those of the turn who are neither sent to nor failed have one attempt more behind them. */
function withVain(turn: readonly Waiting[], settlements: readonly Settlement[]): Settlement[] {
  const known = new Map(settlements.map(one => [one.nth, one]))
  return turn.map(({ nth, attempts }) => {
    const settlement = known.get(nth) ?? { nth }
    const isLast = attempts + 1 >= mostAttempts
    return isLast && isVain(settlement) ? { nth, reason: 'NOT_DELIVERED' } : settlement
  })
}

async function abandon(tx: Transaction, broadcast: Taken): Promise<Chunk> {
  const standing = await cancelBroadcast(tx, broadcast.senderId, broadcast.id)
  if (!standing) throw new Error('a broadcast whose lock one holds is there')
  return { ...standing, broadcast, delivered: [], failed: new Map(), restMs: null }
}
