import { BackIcon } from '../icons/BackIcon.tsx'
import { EmptyState } from '../parts/EmptyState.tsx'
import { IconButton } from '../parts/IconButton.tsx'
import { useReadable } from '../useReadable.ts'
import { words } from '../words/words.ts'
import { ListStates, useSource } from './ListStates.tsx'
import { VirtualRows } from './VirtualRows.tsx'

interface Props {
  /** The one that is shown beside it. */
  chosenId: string | undefined
  /** To the conversations that are not archived. */
  onBack: () => void
}

/** What was put aside, in place of the list. */
export function ArchivedList({ chosenId, onBack }: Props) {
  const source = useSource('archived')
  const { status, items, hasMore } = useReadable(source.conversations)
  const text = words.conversations
  return (
    <>
      <div className="flex items-center gap-1 px-2 pb-2">
        <IconButton label={words.conversation.back} icon={<BackIcon />} onClick={onBack} />
        <h2 ref={catchFocus} tabIndex={-1} className="font-semibold outline-none">
          {text.archived}
        </h2>
      </div>
      <ListStates
        status={status}
        hasRows={items.length > 0 || (hasMore && status === 'ready')}
        empty={<EmptyState title={text.noneArchived} text={text.noneArchivedText} heading="h2" />}
      >
        <VirtualRows
          name="archived"
          label={text.archived}
          source={source}
          items={items}
          hasMore={hasMore}
          chosenId={chosenId}
        />
      </ListStates>
    </>
  )
}

/** The link that led here is gone, and the focus with it. */
function catchFocus(heading: HTMLElement | null): void {
  if (document.activeElement === document.body) heading?.focus()
}
