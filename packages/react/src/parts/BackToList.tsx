import { PlaceLink } from '../navigation/PlaceLink.tsx'
import { words } from '../words/words.ts'

/** The way out of where there is nothing else to do. */
export function BackToList({ className = '' }: { className?: string }) {
  return (
    <PlaceLink
      to={{ at: 'list' }}
      className={`inline-flex min-h-9 items-center text-petrol underline underline-offset-3 touch:min-h-11 ${className}`}
    >
      {words.conversation.back}
    </PlaceLink>
  )
}
