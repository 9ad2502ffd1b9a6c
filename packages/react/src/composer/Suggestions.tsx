import { useEffect, useRef } from 'react'
import { Avatar } from '../parts/Avatar.tsx'
import { words } from '../words/words.ts'
import type { Suggestion } from './suggestions.ts'

interface Props {
  id: string
  label: string
  suggestions: readonly Suggestion[]
  /** The one that Enter takes; -1 for none. */
  active: number
  onPoint: (at: number) => void
  onTake: (suggestion: Suggestion) => void
}

export function optionId(listId: string, at: number): string {
  return `${listId}-${at}`
}

/** What can be taken in the place of what was typed; focus stays in the field. */
export function Suggestions({ id, label, suggestions, active, onPoint, onTake }: Props) {
  return (
    <>
      {/* Stands empty beforehand: what appears together with its region is not read out. */}
      <span role="status" className="sr-only">
        {suggestions.length > 0 && words.composer.suggestions(suggestions.length)}
      </span>
      {suggestions.length > 0 && (
        <div
          id={id}
          role="listbox"
          aria-label={label}
          className="absolute inset-x-3 bottom-full z-10 mb-1.5 max-h-72 max-w-96 animate-rise overflow-y-auto rounded-control border border-line bg-raised p-1 shadow-float two:inset-x-6"
        >
          {suggestions.map((suggestion, at) => (
            <Option
              key={suggestion.key}
              id={optionId(id, at)}
              suggestion={suggestion}
              isActive={at === active}
              onPoint={() => onPoint(at)}
              onTake={() => onTake(suggestion)}
            />
          ))}
        </div>
      )}
    </>
  )
}

interface OptionProps {
  id: string
  suggestion: Suggestion
  isActive: boolean
  onPoint: () => void
  onTake: () => void
}

function Option({ id, suggestion, isActive, onPoint, onTake }: OptionProps) {
  const option = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isActive) option.current?.scrollIntoView({ block: 'nearest' })
  }, [isActive])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field's keys take what is active
    <div
      ref={option}
      id={id}
      role="option"
      aria-selected={isActive}
      tabIndex={-1}
      onPointerMove={isActive ? undefined : onPoint}
      onMouseDown={event => event.preventDefault()}
      onClick={onTake}
      className={`flex min-h-9 cursor-pointer items-center gap-2.5 rounded-item px-2 touch:min-h-11 ${isActive ? 'bg-chosen' : ''}`}
    >
      {suggestion.kind === 'emoji' ? (
        <>
          <span aria-hidden="true" className="w-7 shrink-0 text-center font-emoji text-large">
            {suggestion.emoji}
          </span>
          <bdi lang="en" className="min-w-0 truncate">{`:${suggestion.name}:`}</bdi>
        </>
      ) : (
        <>
          <Avatar user={suggestion.person.user} size="mini" />
          <span className="min-w-0 flex-1 truncate">
            <bdi>{suggestion.person.user.name}</bdi>
          </span>
          <span className="shrink-0 text-small text-soft">
            {words.roles[suggestion.person.user.role]}
          </span>
        </>
      )}
    </div>
  )
}
