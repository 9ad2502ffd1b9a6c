import { Link } from 'wouter'
import { words } from '../words/words.ts'
import { EmptyState } from './EmptyState.tsx'

/** A whole page that cannot be shown to whoever looks. */
export function NothingHere({ title, text }: { title: string; text: string }) {
  return (
    <EmptyState heading="h1" title={title} text={text} catchesFocus>
      <Link href="/" className="text-petrol underline underline-offset-3">
        {words.conversation.back}
      </Link>
    </EmptyState>
  )
}
