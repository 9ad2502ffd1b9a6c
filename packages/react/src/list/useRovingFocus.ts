/**
 * The rows as one stop of Tab: arrows lead from row to row, and to a row's button. The focus
 * belongs to a conversation and moves along with it; when it goes, its neighbour gets the focus.
 */
import type { Virtualizer } from '@tanstack/react-virtual'
import { type FocusEvent, type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from 'react'
import type { ListMemory } from './listMemory.ts'
import { nextIndex } from './nextIndex.ts'

interface Options {
  ids: readonly string[]
  /** Where the tab stop is. */
  currentAt: number
  setCurrentId: (id: string) => void
  list: RefObject<HTMLElement | null>
  virtualizer: Virtualizer<HTMLDivElement, Element>
  memory: ListMemory
}

export function useRovingFocus(options: Options) {
  const { ids, currentAt, setCurrentId, list, virtualizer, memory } = options
  /** Gets the focus once it is drawn. */
  const wanted = useRef(memory.hadFocus ? memory.currentId : undefined)
  const lastAt = useRef(currentAt)

  function moveTo(index: number) {
    const id = ids[index]
    if (id === undefined) return
    wanted.current = id
    setCurrentId(id)
    virtualizer.scrollToIndex(index)
    focusWanted()
  }

  function focusWanted() {
    const id = wanted.current
    if (id === undefined) return
    const row = rowOf(list.current, id)
    // Archived or gone meanwhile: it does not snatch the focus when it comes back.
    if (row || !ids.includes(id)) wanted.current = undefined
    row?.querySelector('a')?.focus({ preventScroll: true })
  }

  // After each drawing, since a row that is wanted may come with the next one.
  useLayoutEffect(() => {
    focusWanted()
    const isLost = memory.hadFocus && document.activeElement === document.body
    if (isLost && ids.length > 0) moveTo(Math.min(lastAt.current, ids.length - 1))
    lastAt.current = currentAt
  })

  return {
    moveTo,
    onFocus({ target }: FocusEvent) {
      memory.hadFocus = true
      const id = idAt(target)
      if (id === undefined) return
      memory.currentId = id
      setCurrentId(id)
    },
    onBlur() {
      memory.hadFocus = false
    },
    onKeyDown(event: KeyboardEvent) {
      const { key, target, altKey, ctrlKey, metaKey, shiftKey } = event
      if (altKey || ctrlKey || metaKey || shiftKey || !(target instanceof HTMLElement)) return
      const inView = (virtualizer.range?.endIndex ?? 0) - (virtualizer.range?.startIndex ?? 0)
      const to = nextIndex(key, currentAt, { count: ids.length, inView })
      if (to !== undefined) moveTo(to)
      else if (key === 'ArrowRight' || key === 'ArrowLeft') moveAside(key, target)
      else return
      event.preventDefault()
    },
  }
}

/** Along the line from the row to its button, and back. */
function moveAside(key: 'ArrowLeft' | 'ArrowRight', target: HTMLElement): void {
  const onwards = getComputedStyle(target).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
  const row = target.closest('[data-id]')
  row?.querySelector<HTMLElement>(key === onwards ? 'button' : 'a')?.focus()
}

export function idAt(target: EventTarget): string | undefined {
  return target instanceof Element
    ? target.closest<HTMLElement>('[data-id]')?.dataset.id
    : undefined
}

function rowOf(list: HTMLElement | null, id: string): HTMLElement | null {
  return list?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`) ?? null
}
