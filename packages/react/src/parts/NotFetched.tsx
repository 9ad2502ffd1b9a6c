import { words } from '../words/words.ts'
import { BackToList } from './BackToList.tsx'
import { Button } from './Button.tsx'
import { EmptyState } from './EmptyState.tsx'

/** A whole page whose own file did not come. */
export function NotFetched({ title, onAgain }: { title: string; onAgain: () => void }) {
  return (
    <EmptyState heading="h1" title={title} text={words.notFetched} catchesFocus>
      <Button onClick={onAgain}>{words.tryAgain}</Button>
      <BackToList />
    </EmptyState>
  )
}
