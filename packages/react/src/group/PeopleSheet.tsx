import type { Listed } from '@parley/client/listed'
import { Dialog } from '../parts/Dialog.tsx'
import { words } from '../words/words.ts'
import { PeoplePanel } from './PeoplePanel.tsx'

interface Props {
  conversation: Listed
  onClose: () => void
}

/** The panel where there is no room for a third column. */
export function PeopleSheet({ conversation, onClose }: Props) {
  return (
    <Dialog title={words.group.people} shape="sheet" onClose={onClose}>
      <PeoplePanel conversation={conversation} />
    </Dialog>
  )
}
