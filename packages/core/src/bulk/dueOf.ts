import type { Runner } from '@parley/db/database'
import { presentMs } from '@parley/db/queries/insertBroadcast'
import type { SendInput } from '@parley/protocol/bulkInputs'
import { millisecondsOf } from '@parley/protocol/ids'
import { limits } from '@parley/protocol/limits'
import { Refusal } from '../refusal.ts'

/** When a broadcast is due, by Postgres's clock. */
export interface Due {
  atMs: number | null
  waitMs: number
  zone: string | null
}

/** Clocks differ, and a form takes its time. */
const agoMostMs = 60_000
const aheadMostMs = 366 * 24 * 3_600_000

export async function dueOf(
  sql: Runner,
  { scheduleAt, zone, undo }: Pick<SendInput, 'scheduleAt' | 'zone' | 'undo'>,
): Promise<Due> {
  if (zone !== undefined && !isZone(zone)) throw refused('zone', 'is none that IANA names')
  const waitMs = undo ? limits.undoMs : 0
  if (scheduleAt === undefined) return { atMs: null, waitMs, zone: null }
  const atMs = millisecondsOf(scheduleAt)
  const aheadMs = atMs - (await presentMs(sql))
  if (!(aheadMs > -agoMostMs)) throw refused('scheduleAt', 'has passed')
  if (aheadMs > aheadMostMs) throw refused('scheduleAt', 'is more than a year ahead')
  return { atMs, waitMs, zone: zone ?? null }
}

function isZone(name: string): boolean {
  try {
    // Differences like +01:00 are understood as well, but are no zones.
    return /^[A-Za-z]/.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }) !== null
  } catch {
    return false
  }
}

function refused(field: 'scheduleAt' | 'zone', why: string): Refusal {
  return new Refusal('INVALID_INPUT', `${field}: ${why}`, { field })
}
