import type { ReactNode } from 'react'
import { useUnread } from '../useUnread.ts'
import { words } from '../words/words.ts'

interface Props {
  isUnreadOnly: boolean
  onFilter: (isUnreadOnly: boolean) => void
}

/** All of them, or what is still to be read. */
export function ListFilter({ isUnreadOnly, onFilter }: Props) {
  const { conversations } = useUnread()
  const text = words.conversations
  return (
    <fieldset className="flex gap-1 px-4.5 pb-2">
      <legend className="sr-only">{text.filter}</legend>
      <Choice isOn={!isUnreadOnly} onChoose={() => onFilter(false)}>
        {text.all}
      </Choice>
      <Choice isOn={isUnreadOnly} onChoose={() => onFilter(true)}>
        {text.unreadOnly}
        {conversations > 0 && <span className="text-tiny">{words.number(conversations)}</span>}
      </Choice>
    </fieldset>
  )
}

/** Keeps its place while nobody knows yet whether there is something to choose from. */
export function ListFilterSkeleton() {
  return (
    <div aria-hidden="true" className="flex animate-late px-4.5 pb-2">
      <span className="h-8 w-12 animate-pulse rounded-control bg-line touch:h-11" />
    </div>
  )
}

interface ChoiceProps {
  isOn: boolean
  onChoose: () => void
  children: ReactNode
}

function Choice({ isOn, onChoose, children }: ChoiceProps) {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      onClick={onChoose}
      className="inline-flex min-h-8 items-center gap-1.5 rounded-control px-2.5 text-small text-soft transition-colors hover:bg-hover hover:text-ink aria-pressed:bg-chosen aria-pressed:font-medium aria-pressed:text-petrol touch:min-h-11 touch:px-3.5"
    >
      {children}
    </button>
  )
}
