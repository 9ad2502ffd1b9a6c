/** Conversations one below the other: only those in and near the view are drawn. */
import type { Listed } from '@parley/client/listed'
import { type ReactNode, useMemo, useState } from 'react'
import { useClient } from '../useClient.ts'
import { ConversationRow } from './ConversationRow.tsx'
import { ListEnd } from './ListEnd.tsx'
import { type ListName, listMemory } from './listMemory.ts'
import type { Source } from './loadedMore.ts'
import { RowMenu } from './RowMenu.tsx'
import { useListScroll } from './useListScroll.ts'
import { useMorePages } from './useMorePages.ts'
import { useRovingFocus } from './useRovingFocus.ts'
import { focusAfter, useRowMenu } from './useRowMenu.ts'
import { useSteadyOrder } from './useSteadyOrder.ts'
import { useToday } from './useToday.ts'

interface Props {
  name: ListName
  label: string
  source: Source
  items: readonly Listed[]
  hasMore: boolean
  chosenId: string | undefined
  /** What stands above the rows and scrolls with them. */
  children?: ReactNode
}

export function VirtualRows(props: Props) {
  const { name, label, source, items, hasMore, chosenId, children } = props
  const memory = listMemory(useClient(), name)
  const today = useToday()
  const steady = useSteadyOrder(items)
  const rows = steady.ordered
  const ids = useMemo(() => rows.map(({ id }) => id), [rows])
  const [currentId, setCurrentId] = useState(memory.currentId)
  const currentAt = firstOf(ids, [currentId, chosenId])
  const scroll = useListScroll(rows, currentAt, memory)
  const { scroller, list, virtualizer, drawn } = scroll
  const { isNearEnd } = scroll
  const more = useMorePages({ source, isNearEnd, hasMore, shown: items.length })
  const roving = useRovingFocus({ ids, currentAt, setCurrentId, list, virtualizer, memory })
  const menu = useRowMenu({ rows, onOpen: steady.hold })

  const isScrolled = (virtualizer.scrollOffset ?? 0) > 0

  function closeMenu() {
    menu.close()
    steady.release()
    if (menu.open) focusAfter(menu.open, rows, list, roving.moveTo)
  }

  return (
    <div
      ref={scroller}
      className={`relative min-h-0 flex-1 overflow-y-auto overscroll-contain border-t px-2 pb-4 [overflow-anchor:none] ${isScrolled ? 'border-line' : 'border-transparent'}`}
      onPointerMove={menu.open ? undefined : steady.onPointer}
      onPointerLeave={menu.open ? undefined : steady.release}
    >
      {children}
      <ul
        ref={list}
        aria-label={label}
        className="relative"
        style={{ height: virtualizer.getTotalSize() }}
        onFocus={roving.onFocus}
        onBlur={roving.onBlur}
        onKeyDown={event => {
          steady.onKey()
          roving.onKeyDown(event)
        }}
        {...menu.gestures}
      >
        {drawn.map(({ key, index, start }) => {
          const listed = rows[index]
          if (!listed) return null
          const isFirstOther = !listed.pinned && rows[index - 1]?.pinned === true
          return (
            <li
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              data-id={listed.id}
              aria-posinset={index + 1}
              aria-setsize={hasMore ? -1 : rows.length}
              className={`absolute inset-x-0 top-0 ${isFirstOther ? 'pt-2.5 before:absolute before:inset-x-2.5 before:top-1 before:h-px before:bg-line' : ''}`}
              style={{ transform: `translateY(${start - virtualizer.options.scrollMargin}px)` }}
            >
              <ConversationRow
                listed={listed}
                isChosen={listed.id === chosenId}
                isTabStop={index === currentAt}
                isMenuOpen={menu.open?.conversation.id === listed.id}
                today={today}
                onMenu={menu.onButton}
              />
            </li>
          )
        })}
      </ul>
      <ListEnd state={more.state} onGoOn={more.goOn} />
      {menu.open && (
        <RowMenu
          conversation={
            items.find(({ id }) => id === menu.open?.conversation.id) ?? menu.open.conversation
          }
          spot={menu.open.spot}
          onClosed={closeMenu}
        />
      )}
    </div>
  )
}

/** Where the first of these that is there stands; otherwise the first row. */
function firstOf(ids: readonly string[], wanted: (string | undefined)[]): number {
  for (const id of wanted) {
    const at = id === undefined ? -1 : ids.indexOf(id)
    if (at !== -1) return at
  }
  return 0
}
