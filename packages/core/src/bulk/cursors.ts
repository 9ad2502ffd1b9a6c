// Where a page ended: a broadcast by its moment and id, a recipient by their number.

import { conversationId, count, millisecondsOf, timestamp } from '@parley/protocol/ids'
import { Refusal } from '../refusal.ts'

type Given = string | null | undefined

interface Place {
  createdAt: string
  id: string
}

export function formatBroadcastCursor({ createdAt, id }: Place): string {
  return `${createdAt}_${id}`
}

/** @throws Refusal `INVALID_INPUT` for what is no cursor of a list of broadcasts */
export function parseBroadcastCursor(cursor: Given): Place | null {
  if (cursor === null || cursor === undefined) return null
  const [createdAt, id, ...rest] = cursor.split('_')
  const moment = timestamp.safeParse(createdAt)
  const place = conversationId.safeParse(id)
  // Postgres knows no year 0.
  if (!moment.success || moment.data < '0001' || !place.success || rest.length > 0) {
    throw refused('bulk.list')
  }
  // Postgres reads only so many digits of a second.
  return { createdAt: new Date(millisecondsOf(moment.data)).toISOString(), id: place.data }
}

/** Below the first number where there is no cursor. */
export function parseNthCursor(cursor: Given, of: 'bulk.report' | 'bulk.preview'): number {
  if (cursor === null || cursor === undefined) return -1
  const nth = count.safeParse(/^\d{1,10}$/.test(cursor) ? Number(cursor) : undefined)
  if (!nth.success) throw refused(of)
  return nth.data
}

function refused(of: string): Refusal {
  return new Refusal('INVALID_INPUT', `cursor: is not one of ${of}`, { field: 'cursor' })
}
