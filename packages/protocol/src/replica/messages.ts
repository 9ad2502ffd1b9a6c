import type { Message } from '../message.ts'

/** Where the first message with at least this `seq` stands, or would stand. */
export function indexOfSeq(messages: readonly Message[], seq: number): number {
  let low = 0
  let high = messages.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const found = messages[middle]
    if (found && found.seq < seq) low = middle + 1
    else high = middle
  }
  return low
}

export function messageAt(messages: readonly Message[], seq: number): Message | undefined {
  const found = messages[indexOfSeq(messages, seq)]
  return found?.seq === seq ? found : undefined
}

/** Those of a part of the history; the very same list when that is all. */
export function messagesWithin(
  messages: readonly Message[],
  { from, to }: { from: number; to?: number | undefined },
): readonly Message[] {
  const begin = indexOfSeq(messages, from)
  const end = to === undefined ? messages.length : indexOfSeq(messages, to + 1)
  return begin === 0 && end === messages.length ? messages : messages.slice(begin, end)
}

/**
 * Takes rows into an ascending list, the higher version winning. Returns the same list when
 * nothing was new, so that nobody renders for a repetition.
 */
export function mergeMessages(
  held: readonly Message[],
  incoming: readonly Message[],
): readonly Message[] {
  const fresh = incoming.filter(message => {
    const known = messageAt(held, message.seq)
    return !known || known.version < message.version
  })
  if (fresh.length === 0) return held
  const newest = new Map<number, Message>()
  for (const message of fresh) {
    const other = newest.get(message.seq)
    if (!other || other.version < message.version) newest.set(message.seq, message)
  }
  return placed(
    held,
    [...newest.values()].sort((a, b) => a.seq - b.seq),
  )
}

/** Puts ascending rows in their places; what lies between is copied piece by piece, however much is held. */
function placed(held: readonly Message[], rows: readonly Message[]): readonly Message[] {
  const pieces: (readonly Message[])[] = []
  let at = 0
  for (const row of rows) {
    const next = indexOfSeq(held, row.seq)
    pieces.push(next - at === held.length ? held : held.slice(at, next), [row])
    at = held[next]?.seq === row.seq ? next + 1 : next
  }
  pieces.push(held.slice(at))
  const [first = [], ...others] = pieces
  return first.concat(...others)
}
