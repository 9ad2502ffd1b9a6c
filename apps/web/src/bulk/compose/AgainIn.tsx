import { useNow } from '@parley/react/time/useNow'
import { composeWords } from '../../words/composeWords.ts'

/** Several were sent in a short time: when the next one may go. */
export function AgainIn({ until }: { until: number | undefined }) {
  const now = useNow(until !== undefined)
  if (until === undefined || until <= now) return null
  return (
    <p className="flex flex-wrap gap-x-1.5 text-small text-soft">
      <span role="status">{composeWords.tooMany}</span>
      {/* Not read out each second. */}
      <span aria-live="off">{composeWords.againIn(Math.ceil((until - now) / 1000))}</span>
    </p>
  )
}
