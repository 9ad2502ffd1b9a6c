import type { KeyboardEvent, Ref } from 'react'
import { SearchField } from '../parts/SearchField.tsx'
import { words } from '../words/words.ts'
import type { EmojiRow } from './emojiRows.ts'
import { type Cell, type Step, walked } from './gridWalk.ts'

interface Props {
  ref: Ref<HTMLInputElement>
  query: string
  gridId: string
  activeId: string | undefined
  /** How many are shown. */
  count: number
  rows: readonly EmojiRow[]
  active: Cell | undefined
  onQuery: (query: string) => void
  onWalk: (cell: Cell) => void
  onEnter: () => void
}

const steps: Record<string, Step | undefined> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

/** Rows run the other way where the page does. */
const mirrored: Partial<Record<Step, Step>> = { left: 'right', right: 'left' }

/** Where one types what to look for; arrows and Enter are for the grid below. */
export function EmojiSearch(props: Props) {
  const { ref, query, gridId, activeId, count, rows, active, onQuery, onWalk, onEnter } = props

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return
    const { key, shiftKey, altKey, ctrlKey, metaKey } = event
    if (shiftKey || altKey || ctrlKey || metaKey || !active) return
    const step = steps[key]
    if (key !== 'Enter' && !step) return
    event.preventDefault()
    if (!step) return onEnter()
    const isRtl = event.currentTarget.matches(':dir(rtl)')
    onWalk(walked(rows, active, (isRtl && mirrored[step]) || step))
  }

  return (
    <div className="flex shrink-0 p-2">
      <SearchField
        ref={ref}
        type="text"
        role="combobox"
        aria-label={words.emoji.search}
        aria-autocomplete="list"
        aria-haspopup="grid"
        aria-expanded={rows.length > 0}
        aria-controls={gridId}
        aria-activedescendant={activeId}
        placeholder={words.emoji.searchHint}
        autoCapitalize="none"
        spellCheck={false}
        enterKeyHint="done"
        maxLength={60}
        value={query}
        onChange={event => onQuery(event.target.value)}
        onKeyDown={onKeyDown}
        className="min-h-9 rounded-control border border-edge bg-raised touch:min-h-11"
      />
      <span role="status" className="sr-only">
        {query.trim() !== '' && words.emoji.found(count)}
      </span>
    </div>
  )
}
