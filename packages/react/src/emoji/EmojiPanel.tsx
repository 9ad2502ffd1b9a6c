/** Looks for an emoji: by a word, by its group, or among those that were used last. */
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { useMedia } from '../look/useMedia.ts'
import { useClient } from '../useClient.ts'
import { words } from '../words/words.ts'
import { cellId, EmojiGrid } from './EmojiGrid.tsx'
import { EmojiSearch } from './EmojiSearch.tsx'
import { habitsOf, rememberEmoji, rememberTone } from './emojiHabits.ts'
import { emojiRows, type SectionName, type Shown } from './emojiRows.ts'
import { GroupBar } from './GroupBar.tsx'
import { type Cell, firstCell } from './gridWalk.ts'
import { SkinTones } from './SkinTones.tsx'
import type { Tone } from './skinTone.ts'
import { useWidth } from './useWidth.ts'

/** As high as they are in EmojiGrid. */
const heights = { head: 32, cell: 36, touched: 44 }

export function EmojiPanel({ onPick }: { onPick: (emoji: string) => void }) {
  const { userId } = useClient()
  const [{ recent, tone: usualTone }] = useState(() => habitsOf(userId))
  const [tone, setTone] = useState<Tone>(usualTone)
  const [query, setQuery] = useState('')
  const [pointed, point] = useState<Cell>()
  const gridId = useId()
  const search = useRef<HTMLInputElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const isTouch = useMedia('(pointer: coarse)')
  const size = isTouch ? heights.touched : heights.cell
  const width = useWidth(scroller)
  const columns = Math.max(1, Math.floor(((width ?? 0) - 16) / size))
  const rows = useMemo(
    () => emojiRows({ query, recent, tone, columns }),
    [query, recent, tone, columns],
  )
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: at => (rows[at]?.kind === 'head' ? heights.head : size),
    overscan: 4,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: their sizes changed with these
  useEffect(() => virtualizer.measure(), [virtualizer, rows, size])
  // A phone's keyboard comes up when it is asked for.
  useEffect(() => {
    if (!isTouch) search.current?.focus({ preventScroll: true })
  }, [isTouch])

  const active = pointed ?? firstCell(rows)
  const activeRow = active && rows[active.row]
  const shown = activeRow?.kind === 'emoji' ? activeRow.shown[active?.column ?? 0] : undefined

  function pick({ emoji }: Shown) {
    rememberEmoji(userId, emoji)
    onPick(emoji)
  }

  function walk(cell: Cell) {
    point(cell)
    // The heading of a group's first row comes into view with it.
    const isFirst = rows[cell.row - 1]?.kind === 'head'
    virtualizer.scrollToIndex(isFirst ? cell.row - 1 : cell.row)
    virtualizer.scrollToIndex(cell.row)
  }

  function look(next: string) {
    setQuery(next)
    point(undefined)
    scroller.current?.scrollTo({ top: 0 })
  }

  function go(section: SectionName) {
    const at = rows.findIndex(row => row.kind === 'head' && row.section === section)
    if (at < 0) return
    virtualizer.scrollToIndex(at, { align: 'start' })
    point(firstCell(rows, at))
  }

  function choose(next: Tone) {
    setTone(next)
    rememberTone(userId, next)
  }

  return (
    <div className="flex h-100 max-h-[60dvh] min-h-0 shrink flex-col">
      <EmojiSearch
        ref={search}
        query={query}
        gridId={gridId}
        activeId={active && cellId(gridId, active)}
        count={rows.reduce((sum, row) => sum + (row.kind === 'emoji' ? row.shown.length : 0), 0)}
        onQuery={look}
        rows={rows}
        active={active}
        onWalk={walk}
        onEnter={() => shown && pick(shown)}
      />
      {query.trim() === '' && (
        <GroupBar
          hasRecent={recent.length > 0}
          current={sectionAt(rows, virtualizer.range?.startIndex ?? 0)}
          onGo={go}
        />
      )}
      <div
        ref={scroller}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys scroll it
        tabIndex={0}
        className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-2 -outline-offset-2"
      >
        <EmojiGrid
          id={gridId}
          rows={rows}
          columns={columns}
          virtualizer={virtualizer}
          active={active}
          onPoint={point}
          onPick={pick}
        />
        {rows.length === 0 && (
          <p className="py-8 text-center text-soft">{words.emoji.nothing(query.trim())}</p>
        )}
      </div>
      <div className="flex min-h-10 items-center gap-2 border-line border-t px-2 py-1">
        <p aria-hidden="true" lang="en" className="min-w-0 flex-1 truncate text-small text-soft">
          {shown && !isTouch && (
            <>
              <span className="font-emoji">{shown.emoji}</span>{' '}
              <bdi>{shown.name && `:${shown.name}:`}</bdi>
            </>
          )}
        </p>
        <SkinTones tone={tone} onChoose={choose} />
      </div>
    </div>
  )
}

function sectionAt(rows: ReturnType<typeof emojiRows>, index: number): SectionName | undefined {
  const head = rows.slice(0, index + 1).findLast(({ kind }) => kind === 'head')
  return head?.kind === 'head' ? head.section : undefined
}
