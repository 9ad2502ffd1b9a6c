import { PlaceLink } from '../navigation/PlaceLink.tsx'
import { words } from '../words/words.ts'
import { EmptyState } from './EmptyState.tsx'

/** A whole page that cannot be shown to whoever looks. */
export function NothingHere({ title, text }: { title: string; text: string }) {
  return (
    <EmptyState heading="h1" title={title} text={text} catchesFocus>
      <PlaceLink to={{ at: 'list' }} className="text-petrol underline underline-offset-3">
        {words.conversation.back}
      </PlaceLink>
    </EmptyState>
  )
}
