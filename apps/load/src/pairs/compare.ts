/**
 * Compares what was sent with what is stored and what both sides hold: the same texts, once
 * each, in the same order.
 */
export interface Copies {
  sent: ReadonlySet<string>
  /** What the database tells, in order. */
  stored: readonly string[]
  /** What each device holds, in order. */
  held: readonly (readonly string[])[]
}

export interface Wrong {
  /** Sent, but missing somewhere. */
  lost: number
  /** There more often than once, or never sent. */
  doubled: number
  /** Devices whose order is not that of the database. */
  disordered: number
}

export function compare({ sent, stored, held }: Copies): Wrong {
  const lists = [stored, ...held]
  const everywhere = lists.map(list => new Set(list))
  const lost = [...sent].filter(text => !everywhere.every(set => set.has(text))).length
  const surplus = lists.map(list => list.length - new Set(list).size)
  const unsent = everywhere.map(set => [...set].filter(text => !sent.has(text)).length)
  const doubled = Math.max(...surplus) + Math.max(...unsent)
  const disordered = held.filter(list => list.join('\n') !== stored.join('\n')).length
  return { lost, doubled, disordered }
}

export function sumOf(all: readonly Wrong[]): Wrong {
  const sum = { lost: 0, doubled: 0, disordered: 0 }
  for (const one of all) {
    sum.lost += one.lost
    sum.doubled += one.doubled
    sum.disordered += one.disordered
  }
  return sum
}
