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
  const rows = [...newest.values()].sort((a, b) => a.seq - b.seq)
  const [first] = rows
  const last = held.at(-1)
  // What mostly comes, copied in one go however much is held: news, or one row that changed.
  if (first && (!last || last.seq < first.seq)) return held.concat(rows)
  const at = first ? indexOfSeq(held, first.seq) : 0
  if (first && rows.length === 1 && held[at]?.seq === first.seq) return held.with(at, first)
  return interleave(held, rows)
}

/** Merges two ascending lists; where both have a `seq`, the row of `rows` stays. */
function interleave(held: readonly Message[], rows: readonly Message[]): Message[] {
  const first = rows[0]?.seq ?? 0
  const untouched = indexOfSeq(held, first)
  const merged = held.slice(0, untouched)
  let at = untouched
  for (const row of rows) {
    for (let next = held[at]; next && next.seq < row.seq; next = held[at]) {
      merged.push(next)
      at += 1
    }
    if (held[at]?.seq === row.seq) at += 1
    merged.push(row)
  }
  for (; at < held.length; at += 1) {
    const rest = held[at]
    if (rest) merged.push(rest)
  }
  return merged
}
