import { Button } from '../parts/Button.tsx'
import { EmptyState } from '../parts/EmptyState.tsx'
import { words } from '../words/words.ts'

interface Props {
  onFind: () => void
  /** The first heading of the screen, unless it stands in a column that has one. */
  heading?: 'h1' | 'h2'
}

export function NoConversations({ onFind, heading = 'h2' }: Props) {
  const { empty, emptyText, find } = words.conversations
  return (
    <EmptyState heading={heading} title={empty} text={emptyText}>
      <Button onClick={onFind}>{find}</Button>
    </EmptyState>
  )
}
