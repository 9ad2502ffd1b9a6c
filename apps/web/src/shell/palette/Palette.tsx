/**
 * Finds conversations, people and commands by typing: a field with a list of options, of which
 * the arrows choose one while the focus stays in the field.
 */
import { useId, useRef, useState } from 'react'
import { words } from '../../words/words.ts'
import { Field } from './Field.tsx'
import { Frame } from './Frame.tsx'
import { Missing } from './Missing.tsx'
import { Options } from './Options.tsx'
import { type Entry, usePalette } from './usePalette.ts'

export function Palette({ onClose }: { onClose: () => void }) {
  const chosen = useRef<Entry>(undefined)
  const [query, setQuery] = useState('')
  // By its key: what is found later comes between.
  const [activeKey, setActiveKey] = useState<string>()
  const found = usePalette(query)
  const listId = useId()
  const entries = found.groups.flatMap(group => group.entries)
  const active = entries.find(({ key }) => key === activeKey) ?? entries[0]
  const idOf = ({ key }: Entry) => `${listId}${key}`

  function choose(entry: Entry) {
    chosen.current = entry
    onClose()
  }

  function step(by: number) {
    const next = entries[nextOf(active ? entries.indexOf(active) : 0, by, entries.length)]
    setActiveKey(next?.key)
    if (next) document.getElementById(idOf(next))?.scrollIntoView({ block: 'nearest' })
  }

  return (
    // What was chosen finds the focus where it was, to leave it there or to give it back.
    <Frame title={words.palette.title} onClose={onClose} onClosed={() => chosen.current?.act()}>
      <Field
        listId={listId}
        activeId={active && idOf(active)}
        query={query}
        onQuery={typed => {
          setQuery(typed)
          setActiveKey(undefined)
        }}
        onStep={step}
        onEnter={() => active && choose(active)}
      />
      <div className="flex min-h-0 flex-1 flex-col overflow-y-auto p-2">
        <Options
          id={listId}
          idOf={idOf}
          groups={found.groups}
          active={active}
          onPoint={({ key }) => setActiveKey(key)}
          onChoose={choose}
        />
        <Missing query={query.trim()} count={entries.length} {...found} />
      </div>
    </Frame>
  )
}

/** One step goes around, a large one ends at the ends. */
function nextOf(at: number, by: number, count: number): number {
  if (Math.abs(by) === 1) return (at + by + count) % Math.max(1, count)
  return Math.max(0, Math.min(count - 1, at + by))
}
