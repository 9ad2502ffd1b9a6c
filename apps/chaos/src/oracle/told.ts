/** What every row that lets people talk tells of it. */
import { percentile } from '../figures.ts'
import type { Stage } from '../stage/stage.ts'

export function told({ people, ledger }: Stage, talkedMs: number) {
  const gaps = people.flatMap(person => person.gaps)
  return {
    people: people.length,
    'messages/s': Math.round(ledger.count() / (talkedMs / 1000)),
    'p99 acknowledged ms': Math.round(ledger.acknowledging.percentile(99)),
    'p99 shown ms': Math.round(ledger.showing.percentile(99)),
    ...(gaps.length > 0 && {
      'p50 without connection ms': percentile(gaps, 50),
      'p99 without connection ms': percentile(gaps, 99),
    }),
  }
}
