import type { Broadcast } from '@parley/protocol/bulk'
import { Button } from '@parley/react/parts/Button'
import { Problem } from '@parley/react/parts/Problem'
import { bulkReportWords } from '../../words/bulkReportWords.ts'
import { SentBar } from './SentBar.tsx'
import { useDownload } from './useDownload.ts'

const words = bulkReportWords.download

/** The whole report as a file, with how far it is, and the way to stop it. */
export function Download({ broadcast }: { broadcast: Broadcast }) {
  const { download, begin, stop } = useDownload(broadcast)
  const { total } = broadcast
  const isReading = download.state === 'reading'
  return (
    <div className="flex flex-wrap items-center gap-3">
      {isReading && (
        <span className="flex w-56 flex-col gap-1 text-small text-soft">
          {words.running(download.rows, total)}
          <SentBar
            isSmall
            label={words.bar}
            text={words.running(download.rows, total)}
            sent={download.rows}
            failed={0}
            total={total}
          />
        </span>
      )}
      {download.state === 'idle' && download.refusal && (
        <Problem text={bulkReportWords.failed(download.refusal)} />
      )}
      {/* The second click of a double one is not meant for what stands there by then. */}
      <Button kind="quiet" onClick={event => event.detail < 2 && (isReading ? stop : begin)()}>
        {isReading ? words.stop : words.act}
      </Button>
    </div>
  )
}
