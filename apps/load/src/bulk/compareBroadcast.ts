/** One broadcast: whom it was for, whom the database, the report and their own devices name. */
export interface Copies {
  name: string
  recipients: readonly string[]
  /** What each of them should read. */
  textFor(userId: string): string
  stored: readonly { userId: string; text: string }[]
  reported: readonly string[]
  /** How often each of those who were online has got it. */
  arrivals: ReadonlyMap<string, readonly unknown[]>
  failures: readonly unknown[]
}

/** What a server got wrong, in sentences; none is as it must be. */
export function mistakesOf({ name, recipients, textFor, stored, ...copies }: Copies): string[] {
  const { reported, arrivals, failures } = copies
  const wanted = new Set(recipients)
  const inDatabase = countsOf(stored.map(({ userId }) => userId))
  const inReport = countsOf(reported)
  const arrived = [...arrivals.values()].map(({ length }) => length)
  const everybody = [...wanted]
  const found: [number, string][] = [
    [everybody.filter(who => !inDatabase.has(who)).length, 'recipients have no message'],
    [everybody.filter(who => !inReport.has(who)).length, 'recipients are not reported as sent to'],
    [twiceIn(inDatabase), 'recipients have it more than once'],
    [twiceIn(inReport), 'recipients are reported more than once'],
    [
      stored.filter(({ userId, text }) => !wanted.has(userId) || text !== textFor(userId)).length,
      'messages are for somebody else, or say something else',
    ],
    [reported.filter(who => !wanted.has(who)).length, 'people are reported whom nobody named'],
    [arrived.filter(times => times === 0).length, 'deliveries never came'],
    [arrived.filter(times => times > 1).length, 'deliveries came more than once'],
    [failures.length, `failures, the first: ${failures[0]}`],
  ]
  return found.filter(([count]) => count > 0).map(([count, what]) => `${name}: ${count} ${what}.`)
}

function countsOf(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

function twiceIn(counts: Map<string, number>): number {
  return [...counts.values()].filter(count => count > 1).length
}
