/**
 * What a node counts of bulk messages, for Prometheus: what its own workers did, and how many
 * broadcasts of the whole installation are not over.
 */
import type { OpenBroadcasts } from '@parley/db/queries/openBroadcasts'
import { type Failure, failures } from '@parley/protocol/bulk'
import { Counter, Gauge, Histogram, type Registry } from 'prom-client'
import { lastKnown } from './lastKnown.ts'

/** @returns what is to be told of the work */
export function createBulkMetrics(registry: Registry, countOpen: () => Promise<OpenBroadcasts>) {
  const registers = [registry]
  const begun = new Counter({
    name: 'parley_broadcasts_begun_total',
    help: 'Bulk messages whose first recipients were looked at',
    registers,
  })
  const recipients = new Histogram({
    name: 'parley_broadcast_recipients',
    help: 'Recipients of each bulk message that was begun',
    buckets: [1, 5, 10, 50, 100, 500, 1000, 5000, 10_000, 50_000, 100_000],
    registers,
  })
  const settled = new Counter<'outcome'>({
    name: 'parley_broadcast_recipients_settled_total',
    help: 'Recipients of bulk messages by outcome: sent, or why not',
    labelNames: ['outcome'],
    registers,
  })
  // A rate needs to know where it started from.
  for (const outcome of ['sent', ...failures]) settled.inc({ outcome }, 0)
  const seconds = new Histogram<'status'>({
    name: 'parley_broadcast_seconds',
    help: 'From the beginning of a bulk message to its end, finished or cancelled',
    labelNames: ['status'],
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15, 30, 60, 300, 1800],
    registers,
  })
  addOpen(registers, countOpen)

  return {
    begun(total: number): void {
      begun.inc()
      recipients.observe(total)
    },
    settled({ sent, failed }: { sent: number; failed: ReadonlyMap<Failure, number> }): void {
      settled.inc({ outcome: 'sent' }, sent)
      for (const [outcome, count] of failed) settled.inc({ outcome }, count)
    },
    ended(status: 'finished' | 'cancelled', took: number): void {
      seconds.observe({ status }, took)
    },
  }
}

function addOpen(registers: Registry[], countOpen: () => Promise<OpenBroadcasts>): void {
  // No number of readers becomes load, and the other figures are told without the database too.
  const open = lastKnown(countOpen)
  new Gauge<'state'>({
    name: 'parley_broadcasts',
    help: 'Bulk messages on all nodes that are not over: scheduled, waiting (due) or running',
    labelNames: ['state'],
    registers,
    async collect() {
      const known = await open()
      for (const [state, count] of Object.entries(known ?? {})) this.set({ state }, count)
    },
  })
}
