import type { Listed } from '@parley/client/listed'
import { Dialog } from '../parts/Dialog.tsx'
import { words } from '../words/words.ts'
import { JobPanel } from './JobPanel.tsx'

/** The panel where there is no room for a third column. */
export function JobSheet({ conversation, onClose }: { conversation: Listed; onClose: () => void }) {
  return (
    <Dialog title={words.job.panel} shape="sheet" onClose={onClose}>
      <JobPanel conversation={conversation} />
    </Dialog>
  )
}
