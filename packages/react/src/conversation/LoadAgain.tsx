import { Button } from '../parts/Button.tsx'
import { EmptyState } from '../parts/EmptyState.tsx'
import { useClient } from '../useClient.ts'
import { words } from '../words/words.ts'

interface Props {
  id: string
  heading?: 'h1' | 'h2'
}

/** The messages were refused; watching the conversation anew asks for them again. */
export function LoadAgain({ id, heading = 'h2' }: Props) {
  const client = useClient()
  const loadAgain = () => {
    const end = client.conversation(id).watch()
    end() // the screen watches it already
  }
  return (
    <EmptyState title={words.conversation.failed} heading={heading}>
      <Button onClick={loadAgain}>{words.tryAgain}</Button>
    </EmptyState>
  )
}
