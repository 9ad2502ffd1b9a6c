import type { Broadcast } from '@parley/protocol/bulk'
import { limits } from '@parley/protocol/limits'
import type { Reason } from '@parley/protocol/reasons'
import { tell } from '@parley/react/parts/notices'
import { reasonOf } from '@parley/react/parts/reasonOf'
import { useClient } from '@parley/react/useClient'
import { useEffect, useRef, useState } from 'react'
import { bulkReportWords } from '../../words/bulkReportWords.ts'
import { allRows } from './allRows.ts'
import { saveFile } from './saveFile.ts'

type State = { state: 'idle'; refusal?: Reason } | { state: 'reading'; rows: number }

/** The whole report as a file; it stops when whoever asked for it goes. */
export function useDownload({ id }: Broadcast) {
  const { bulk } = useClient().api
  const [download, setDownload] = useState<State>({ state: 'idle' })
  const reading = useRef<AbortController>(null)
  useEffect(() => () => reading.current?.abort(), [])

  async function begin() {
    const controller = new AbortController()
    const { signal } = controller
    reading.current = controller
    setDownload({ state: 'reading', rows: 0 })
    try {
      const file = import('./reportCsv.ts')
      file.catch(() => {}) // told below
      const rows = await allRows(
        cursor =>
          bulk.report.query({ broadcastId: id, limit: limits.reportPage, cursor }, { signal }),
        count => !signal.aborted && setDownload({ state: 'reading', rows: count }),
      )
      const { reportCsv } = await file
      if (signal.aborted) return
      const csv = reportCsv(rows, location.origin)
      saveFile(bulkReportWords.download.fileName(today()), 'text/csv;charset=utf-8', csv)
      tell(bulkReportWords.download.done(rows.length))
      setDownload({ state: 'idle' })
    } catch (error) {
      if (signal.aborted) return
      setDownload({ state: 'idle', refusal: reasonOf(error) })
    }
  }

  function stop() {
    reading.current?.abort()
    setDownload({ state: 'idle' })
  }

  return { download, begin: () => void begin(), stop }
}

/** The reader's day, in digits that sort. */
function today(): string {
  const now = new Date()
  const two = (part: number) => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
