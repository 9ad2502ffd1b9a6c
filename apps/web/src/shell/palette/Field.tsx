import { limits } from '@parley/protocol/limits'
import { CloseIcon } from '@parley/react/icons/CloseIcon'
import { IconButton } from '@parley/react/parts/IconButton'
import { SearchField } from '@parley/react/parts/SearchField'
import * as Radix from 'radix-ui/dialog'
import type { KeyboardEvent } from 'react'
import { words } from '../../words/words.ts'
import { isComposed } from '../keys/press.ts'

const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 5, PageUp: -5 }

interface Props {
  listId: string
  activeId: string | undefined
  query: string
  onQuery: (query: string) => void
  onStep: (by: number) => void
  onEnter: () => void
}

export function Field({ listId, activeId, query, onQuery, onStep, onEnter }: Props) {
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const { key, altKey, ctrlKey, metaKey } = event
    if (isComposed(event.nativeEvent) || altKey || ctrlKey || metaKey) return
    const step = steps[key]
    if (step !== undefined) onStep(step)
    else if (key === 'Enter') onEnter()
    else return
    event.preventDefault()
  }
  return (
    <div className="flex shrink-0 items-center border-line border-b ps-1 pe-2">
      <SearchField
        role="combobox"
        aria-label={words.palette.hint}
        aria-autocomplete="list"
        aria-expanded={activeId !== undefined}
        aria-controls={listId}
        aria-activedescendant={activeId}
        spellCheck={false}
        enterKeyHint="go"
        maxLength={limits.queryMax}
        placeholder={words.palette.hint}
        value={query}
        onChange={event => onQuery(event.target.value)}
        onKeyDown={onKeyDown}
        className="min-h-13 bg-transparent outline-none"
      />
      <Radix.Close asChild>
        <IconButton label={words.close} icon={<CloseIcon />} />
      </Radix.Close>
    </div>
  )
}
