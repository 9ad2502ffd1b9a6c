import type { Message } from '@parley/protocol/message'

export interface When {
  ms: number
  /** Numbers the reader's calendar days, with gaps. */
  day: number
}

type Said = Pick<Message, 'createdAt'>

/** Asked several times for every message, and never another for the same one. */
const known = new WeakMap<Said, When>()

/** When something was said, as the reader's calendar has it. */
export function whenSaid(said: Said): When {
  const before = known.get(said)
  if (before) return before
  const moment = new Date(said.createdAt)
  const day = (moment.getFullYear() * 12 + moment.getMonth()) * 31 + moment.getDate()
  const when = { ms: moment.getTime(), day }
  known.set(said, when)
  return when
}
