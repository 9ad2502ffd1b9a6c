import type { Wrong } from './ledger.ts'

/** What a server got wrong, in sentences; none is as it must be. */
export function mistakesOf(name: string, wrong: Wrong, failures: readonly unknown[]): string[] {
  const counts: [number, string][] = [
    [wrong.unacknowledged, 'messages were never acknowledged'],
    [wrong.lost, 'deliveries never came'],
    [wrong.doubled, 'deliveries came more than once'],
    [wrong.unstored, 'messages are not in the database'],
    [wrong.storedTwice, 'messages are in the database more than once'],
    [wrong.strange, 'messages were never sent, or not there'],
    [failures.length, `failures, the first: ${failures[0]}`],
  ]
  return counts.filter(([count]) => count > 0).map(([count, what]) => `${name}: ${count} ${what}.`)
}
