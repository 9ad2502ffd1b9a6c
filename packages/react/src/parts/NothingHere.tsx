import { BackToList } from './BackToList.tsx'
import { EmptyState } from './EmptyState.tsx'

/** A whole page that cannot be shown to whoever looks. */
export function NothingHere({ title, text }: { title: string; text: string }) {
  return (
    <EmptyState heading="h1" title={title} text={text} catchesFocus>
      <BackToList />
    </EmptyState>
  )
}
