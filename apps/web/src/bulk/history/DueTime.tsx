import type { Broadcast } from '@parley/protocol/bulk'
import { bulkReportWords } from '../../words/bulkReportWords.ts'
import { dueText } from './dueText.ts'

interface Props {
  broadcast: Broadcast
  isSoon: boolean
}

/** When it goes out, as it was scheduled. */
export function DueTime({ broadcast: { dueAt, zone }, isSoon }: Props) {
  const { begins, beginsSoon, beginsHere } = bulkReportWords.history
  if (isSoon) return <span>{beginsSoon}</span>
  const { meant, here } = dueText(dueAt, zone)
  return (
    <time dateTime={dueAt}>
      {begins(meant)}
      {here !== undefined && <span className="text-soft"> ({beginsHere(here)})</span>}
    </time>
  )
}
