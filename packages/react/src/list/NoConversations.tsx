import { Button } from '../parts/Button.tsx'
import { EmptyState } from '../parts/EmptyState.tsx'
import { words } from '../words/words.ts'

export function NoConversations({ onFind }: { onFind: () => void }) {
  return (
    <EmptyState title={words.conversations.empty} text={words.conversations.emptyText}>
      <Button kind="quiet" onClick={onFind}>
        {words.conversations.find}
      </Button>
    </EmptyState>
  )
}
