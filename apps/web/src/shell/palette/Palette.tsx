/**
 * Finds conversations, people and commands by typing: a field with a list of options, of which
 * the arrows choose one while the focus stays in the field.
 */
import { limits } from '@parley/protocol/limits'
import { CloseIcon } from '@parley/react/icons/CloseIcon'
import { SearchIcon } from '@parley/react/icons/SearchIcon'
import { IconButton } from '@parley/react/parts/IconButton'
import * as Radix from 'radix-ui/dialog'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { words } from '../../words/words.ts'
import { isComposed } from '../keys/press.ts'
import { Missing } from './Missing.tsx'
import { Option } from './Option.tsx'
import { type Entry, usePalette } from './usePalette.ts'

const { palette } = words

export function Palette({ onClose }: { onClose: () => void }) {
  const [opener] = useState(() => document.activeElement)
  const hasChosen = useRef(false)
  const [query, setQuery] = useState('')
  const [active, setActive] = useState(0)
  const found = usePalette(query)
  const list = useId()
  const entries = found.groups.flatMap(group => group.entries)
  const at = Math.min(active, entries.length - 1)
  const idOf = (entry: Entry | undefined) => entry && `${list} ${entry.key}`.replaceAll(' ', '-')
  const activeId = idOf(entries[at])

  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' })
  }, [activeId])

  function choose(entry: Entry | undefined) {
    if (!entry) return
    hasChosen.current = true
    onClose()
    entry.act()
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (isComposed(event.nativeEvent)) return
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 5, PageUp: -5 }[event.key]
    if (event.key === 'Enter') choose(entries[at])
    else if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    else setActive(nextOf(at, step, entries.length))
    event.preventDefault()
  }

  /** What was chosen leads somewhere, or shows something, with a focus of its own. */
  function giveFocusBack(event: Event) {
    event.preventDefault()
    const isThere = opener instanceof HTMLElement && opener.isConnected
    const isTaken = document.activeElement !== document.body
    if (isThere && !(hasChosen.current && isTaken)) opener.focus()
  }

  return (
    <Radix.Root open onOpenChange={open => !open && onClose()}>
      <Radix.Portal>
        <div className="fixed inset-0 z-30 animate-appear bg-veil">
          <Radix.Content
            aria-describedby={undefined}
            onCloseAutoFocus={giveFocusBack}
            className="fixed inset-0 flex animate-appear flex-col overflow-hidden bg-surface pt-[env(safe-area-inset-top)] pb-[env(safe-area-inset-bottom)] shadow-float two:inset-x-0 two:top-[12dvh] two:bottom-auto two:mx-auto two:max-h-[70dvh] two:w-[34rem] two:rounded-card"
          >
            <Radix.Title className="sr-only">{palette.title}</Radix.Title>
            <div className="flex items-center gap-2 border-line border-b ps-4 pe-2">
              <span className="text-soft">
                <SearchIcon />
              </span>
              <input
                role="combobox"
                aria-label={palette.hint}
                aria-autocomplete="list"
                aria-expanded={entries.length > 0}
                aria-controls={list}
                aria-activedescendant={activeId}
                autoComplete="off"
                spellCheck={false}
                enterKeyHint="go"
                maxLength={limits.queryMax}
                placeholder={palette.hint}
                value={query}
                onChange={event => {
                  setQuery(event.target.value)
                  setActive(0)
                }}
                onKeyDown={onKeyDown}
                className="min-h-13 min-w-0 flex-1 bg-transparent outline-none placeholder:text-soft"
              />
              <Radix.Close asChild>
                <IconButton label={words.close} icon={<CloseIcon />} />
              </Radix.Close>
            </div>
            <div className="flex min-h-0 flex-1 flex-col overflow-y-auto p-2">
              <div id={list} role="listbox" aria-label={palette.title}>
                {found.groups.map(({ label, entries: those }) => (
                  // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a listbox
                  <div key={label} role="group" aria-label={label}>
                    <p
                      aria-hidden="true"
                      className="px-2.5 pt-2 pb-1 font-medium text-soft text-tiny"
                    >
                      {label}
                    </p>
                    {those.map(entry => (
                      <Option
                        key={entry.key}
                        id={idOf(entry)}
                        entry={entry}
                        isActive={entries[at] === entry}
                        onPoint={() => setActive(entries.indexOf(entry))}
                        onChoose={() => choose(entry)}
                      />
                    ))}
                  </div>
                ))}
              </div>
              <Missing query={query.trim()} count={entries.length} {...found} />
            </div>
          </Radix.Content>
        </div>
      </Radix.Portal>
    </Radix.Root>
  )
}

/** One step goes around, a large one ends at the ends. */
function nextOf(at: number, step: number, count: number): number {
  if (count === 0) return 0
  const next = at + step
  return Math.abs(step) === 1 ? (next + count) % count : Math.max(0, Math.min(count - 1, next))
}
