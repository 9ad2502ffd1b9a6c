import type { ReactNode } from 'react'
import { AlertIcon } from '../icons/AlertIcon.tsx'
import { PlaceLink } from '../navigation/PlaceLink.tsx'
import { words } from '../words/words.ts'

interface Props {
  count: number
  onSendAgain: () => void
}

const act = 'min-h-6 font-semibold underline underline-offset-3 touch:min-h-11'

/** Several messages were not sent: all of them with one click. One alone has its own buttons. */
export function NotSent({ count, onSendAgain }: Props) {
  if (count < 2) return null
  return (
    <Bar text={words.message.manyFailed(count)}>
      <button type="button" onClick={onSendAgain} className={act}>
        {words.message.sendAllAgain}
      </button>
    </Bar>
  )
}

interface StrandedProps {
  count: number
  conversationId: string
}

/** They cannot be sent again, but read and copied where they were written. */
export function StrandedBar({ count, conversationId }: StrandedProps) {
  return (
    <Bar text={words.message.stranded(count)}>
      <PlaceLink
        to={{ at: 'conversation', id: conversationId }}
        className={`inline-flex items-center ${act}`}
      >
        {words.message.showStranded}
      </PlaceLink>
    </Bar>
  )
}

function Bar({ text, children }: { text: string; children: ReactNode }) {
  return (
    <div className="flex items-center gap-2 bg-danger-ground px-4 py-1.5 text-danger text-small two:px-6">
      <AlertIcon />
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1">
        <span>{text}</span>
        {children}
      </div>
    </div>
  )
}
