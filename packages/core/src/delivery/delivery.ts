import { randomUUID } from 'node:crypto'
import type { Bus } from '@parley/bus/bus'
import type { Sql } from '@parley/db/database'
import { presentEpoch } from '@parley/db/queries/epoch'
import { type Announce, createAnnounce } from './announce.ts'
import { createHub, type Hub } from './hub.ts'
import { createMemberLists, type MembersAt } from './members.ts'

/** How changes travel from the acts of any node to the people connected to this one. */
export interface Delivery {
  announce: Announce
  membersAt: MembersAt
  hub: Hub
  /** Which database this is. */
  epoch: string
  /** Which start of this node it is; with the number of the frame, no two ids are the same. */
  boot: string
  countFrame(): number
  close(): Promise<void>
}

export interface DeliveryOptions {
  sql: Sql
  bus: Bus
  onSweepFailed: (error: unknown) => void
  sweepMs?: number
  tickMs?: number
  now?: () => number
}

/** Starts delivery: reads the database's epoch and sweeps until closed. */
export async function startDelivery({
  sql,
  bus,
  onSweepFailed,
  sweepMs = 2000,
  tickMs = 4000,
  now = Date.now,
}: DeliveryOptions): Promise<Delivery> {
  const epoch = await presentEpoch(sql)
  const hub = createHub({ sql, bus, tickMs, now })
  const membersAt = createMemberLists(sql)
  let frames = 0
  let sweeping = Promise.resolve()
  let busy = false
  const timer = setInterval(() => {
    if (busy) return
    busy = true
    sweeping = hub
      .sweep()
      .catch(onSweepFailed)
      .finally(() => {
        busy = false
      })
  }, sweepMs)
  return {
    announce: createAnnounce(membersAt, bus),
    membersAt,
    hub,
    epoch,
    boot: randomUUID().slice(0, 8),
    countFrame: () => ++frames,
    async close() {
      clearInterval(timer)
      await sweeping
    },
  }
}
