import type { Broadcast } from '@parley/protocol/bulk'
import { Button } from '@parley/react/parts/Button'
import { momentOf } from '@parley/react/time/format'
import { useState } from 'react'
import { bulkReportWords } from '../../words/bulkReportWords.ts'
import { audienceText } from '../history/audienceText.ts'

const { one } = bulkReportWords

/** What was written, to whom, and when. */
export function BroadcastHead({ broadcast }: { broadcast: Broadcast }) {
  const { status, createdAt, startedAt, finishedAt } = broadcast
  const at = {
    scheduled: createdAt,
    running: startedAt,
    finished: finishedAt,
    cancelled: finishedAt,
  }
  const when = at[status] ?? createdAt
  return (
    <section aria-label={one.text} className="flex flex-col gap-3 rounded-card bg-raised p-4">
      <Text text={broadcast.text} />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-small text-soft">
        <time dateTime={when}>{one.when[status](momentOf(when))}</time>
        <span>{audienceText(broadcast).join(' · ')}</span>
      </div>
    </section>
  )
}

/** More than so much is shown when it is wanted. */
const shortText = { characters: 400, lines: 6 }

function Text({ text }: { text: string }) {
  const isLong = text.length > shortText.characters || text.split('\n').length > shortText.lines
  const [isOpen, setOpen] = useState(false)
  return (
    <div>
      <p dir="auto" className={`whitespace-pre-wrap ${isLong && !isOpen ? 'line-clamp-5' : ''}`}>
        {text}
      </p>
      {isLong && (
        <Button kind="plain" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? one.less : one.more}
        </Button>
      )}
    </div>
  )
}
