import { fetchable } from '@parley/react/parts/fetchable'
import { OnDemand } from '@parley/react/parts/OnDemand'
import { useClient } from '@parley/react/useClient'
import { useReadable } from '@parley/react/useReadable'
import { endUndo, sentNow } from './sentNow.ts'

const bar = fetchable(() => import('./UndoBar.tsx').then(file => file.UndoBar))

/** Wherever one goes, as long as what was sent can be taken back. */
export function Undo() {
  const client = useClient()
  const sent = useReadable(sentNow)
  if (sent?.client !== client) return null
  return (
    <OnDemand of={bar} onFailed={endUndo}>
      {UndoBar => <UndoBar key={sent.broadcast.id} sent={sent} />}
    </OnDemand>
  )
}
