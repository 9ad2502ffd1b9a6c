import { limits } from '@parley/protocol/limits'
import { type Attending, createAttending } from './attending.ts'
import { type Board, type BoardOptions, createBoard } from './board.ts'
import { createLastSeen } from './lastSeen.ts'

/** Presence on one node: who is connected to it, and who of it looks at whom. */
export interface NodePresence {
  attending: Attending
  board: Board
  close(): Promise<void>
}

export type PresenceOptions = Pick<BoardOptions, 'sql' | 'bus' | 'onError'> &
  Partial<Omit<BoardOptions, 'sql' | 'bus' | 'onError'>> & { graceMs?: number; movedMs?: number }

export function startPresence({
  graceMs = 600,
  movedMs = 2000,
  rereadMs = 20_000,
  gapMs = 50,
  retryMs = 1000,
  watchedMost = 20 * limits.presences,
  ...parts
}: PresenceOptions): NodePresence {
  const { sql, bus, onError } = parts
  const lastSeen = createLastSeen(sql, onError, retryMs)
  const attending = createAttending({ bus, lastSeen, onError, graceMs, movedMs })
  const board = createBoard({ ...parts, rereadMs, gapMs, retryMs, watchedMost })
  const forget = bus.onDeserted(people => {
    for (const person of people) void lastSeen.went(person).then(() => bus.stir(person))
  })
  return {
    attending,
    board,
    async close() {
      board.close()
      await attending.close()
      forget()
    },
  }
}
