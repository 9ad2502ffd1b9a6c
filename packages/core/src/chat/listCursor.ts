import { conversationId, timestamp } from '@parley/protocol/ids'
import { Refusal } from '../refusal.ts'

interface Place {
  updatedAt: string
  id: string
}

/** Where a page of the list ended: the activity and the id of its last conversation. */
export function formatListCursor({ updatedAt, id }: Place): string {
  return `${updatedAt}_${id}`
}

/** @throws Refusal `INVALID_INPUT` for what is no cursor of a list */
export function parseListCursor(cursor: string | null | undefined): Place | null {
  if (cursor === null || cursor === undefined) return null
  const [updatedAt, id, ...rest] = cursor.split('_')
  const moment = timestamp.safeParse(updatedAt)
  const place = conversationId.safeParse(id)
  // Postgres knows no year 0.
  if (!moment.success || moment.data < '0001' || !place.success || rest.length > 0) {
    throw new Refusal('INVALID_INPUT', 'cursor: is not one of chat.list', { field: 'cursor' })
  }
  return { updatedAt: moment.data, id: place.data }
}
