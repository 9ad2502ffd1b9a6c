import { Button } from '@parley/react/parts/Button'
import { EmptyState } from '@parley/react/parts/EmptyState'
import { words } from '../words/words.ts'

/** Where nothing of the page is left. What was written is kept by the client, not by the page. */
export function Stopped() {
  return (
    <main role="alert" className="flex h-full bg-surface">
      <EmptyState heading="h1" {...words.shell.stopped} catchesFocus>
        <Button onClick={() => location.reload()}>{words.shell.reload}</Button>
      </EmptyState>
    </main>
  )
}
