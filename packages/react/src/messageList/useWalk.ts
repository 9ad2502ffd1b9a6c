/**
 * Walking through the messages by keys. The list is one stop of Tab: from it the focus goes to
 * the lowest message on the screen and then from one to the next. What is inside a message can be
 * reached once that has the focus.
 */
import type { Virtualizer } from '@tanstack/react-virtual'
import {
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { lowestInView } from './lowestInView.ts'
import { isWriting, type MessageAct, messageAct } from './messageKeys.ts'
import type { Row, SaidRow } from './rows.ts'
import { useLostFocus } from './useLostFocus.ts'

interface Given {
  rows: readonly Row[]
  scroller: RefObject<HTMLDivElement | null>
  virtualizer: Virtualizer<HTMLDivElement, Element>
  /** The row that was just jumped to. */
  litKey: string | undefined
  /** Goes to the newest message, also from an older part of the conversation. */
  toEnd: () => void
  focusComposer: () => void
  /** @returns whether there was something to do */
  onAct: (act: MessageAct, row: SaidRow) => boolean
}

/** Which row has the focus in it, by its key, since rows move. */
export function useFocusedRow(rows: readonly Row[]) {
  const [key, setKey] = useState<string>()
  const at = useRef(-1)
  if (key === undefined) at.current = -1
  else if (rows[at.current]?.key !== key) at.current = rows.findIndex(row => row.key === key)
  return { key, setKey, index: at.current }
}

type FocusedRow = ReturnType<typeof useFocusedRow>

export function useWalk(focused: FocusedRow, given: Given) {
  const { rows, scroller, virtualizer, litKey, toEnd, focusComposer, onAct } = given
  const [wanted, setWanted] = useState<string>()
  /** Somebody who clicked on a message and writes means to write. */
  const isByKeys = useRef(false)

  // Whoever jumps from within the list, as from a quote, goes along.
  const [followed, setFollowed] = useState(litKey)
  if (litKey !== followed) {
    setFollowed(litKey)
    if (litKey !== undefined && focused.key !== undefined) {
      focused.setKey(litKey)
      setWanted(litKey)
    }
  }

  /** Whoever used the mouse before goes on as they were: letters are meant for the composer. */
  const comeBackTo = useCallback(
    (key: string) => {
      focused.setKey(key)
      setWanted(key)
    },
    [focused.setKey],
  )

  const { hold, letGo } = useLostFocus(key => {
    if (key !== undefined && rows.some(row => row.key === key)) comeBackTo(key)
    else scroller.current?.focus({ preventScroll: true })
  })

  function focusRow(key: string): void {
    isByKeys.current = true
    comeBackTo(key)
  }

  useLayoutEffect(() => {
    if (wanted === undefined || focused.index === -1) return
    const row = scroller.current?.querySelector(`[data-index="${focused.index}"]`)
    const message = row?.querySelector<HTMLElement>('[data-said]')
    if (!message) return
    setWanted(undefined)
    // What took its place in the row may have the focus already.
    if (!message.contains(document.activeElement)) message.focus({ preventScroll: true })
  })

  function goTo(index: number): void {
    const row = rows[index]
    if (!row) return
    if (index === rows.length - 1) toEnd()
    else if (index <= 1) virtualizer.scrollToOffset(0)
    else virtualizer.scrollToIndex(index, { align: 'auto' })
    focusRow(row.key)
  }

  function walk(act: MessageAct, from: number): boolean {
    const to = destination(act, from, rows, virtualizer)
    if (to === undefined) return false
    goTo(to)
    return true
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const { target } = event
    if (event.defaultPrevented || !(target instanceof HTMLElement)) return
    // What a menu does is its own: it stands elsewhere in the page.
    if (!scroller.current?.contains(target)) return
    const row = rows[focused.index]
    const isOnMessage = target.hasAttribute('data-said')
    const act = messageAct(event)
    if (act === 'leave') {
      event.preventDefault()
      focusComposer()
      return
    }
    const isMeant = act && (isByKeys.current || !touching.has(act))
    if (isOnMessage && isMeant && row && isSaid(row)) {
      const isDone = walk(act, focused.index) || onAct(act, row)
      if (isDone) event.preventDefault()
      return
    }
    // The letter itself comes after, and goes where the focus is then.
    if (isWriting(event)) focusComposer()
  }

  return {
    comeBackTo,
    onKeyDown,
    onFocus(event: FocusEvent<HTMLElement>) {
      const key = rows[indexOf(event.target)]?.key
      hold(event.target, key)
      if (event.target === event.currentTarget) {
        const lowest = lowestInView(rows, virtualizer, isSaid)
        const row = rows[lowest]
        if (row && !isByPointer(event.currentTarget)) focusRow(row.key)
        return
      }
      if (key !== undefined) focused.setKey(key)
    },
    onBlur({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>) {
      const isOut = !(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))
      // Into another window it is only lent.
      if (!isOut || !document.hasFocus()) return
      letGo()
      // Into nothing, as by a click beside everything, one comes back where one was.
      if (relatedTarget !== null) focused.setKey(undefined)
    },
    onPointerDown() {
      isByKeys.current = false
    },
  }
}

/** A click on what is beside the messages brings the focus here too, but nobody walks then. */
function isByPointer(list: HTMLElement): boolean {
  return !list.matches(':focus-visible')
}

/** These do something to the message; those who only clicked on one may mean something else. */
const touching: ReadonlySet<MessageAct> = new Set(['reply', 'edit', 'copy', 'remove'])

function isSaid(row: Row): row is SaidRow {
  return row.kind === 'message' || row.kind === 'outgoing'
}

function indexOf(element: Element): number {
  return Number(element.closest('[data-index]')?.getAttribute('data-index') ?? -1)
}

/** Where a key leads, of the rows that say something; nothing where it leads nowhere. */
function destination(
  act: MessageAct,
  from: number,
  rows: readonly Row[],
  virtualizer: Given['virtualizer'],
): number | undefined {
  const height = virtualizer.scrollRect?.height ?? 0
  const start = virtualizer.getOffsetForIndex(from, 'start')?.[0] ?? 0
  const at = (offset: number) => virtualizer.getVirtualItemForOffset(offset)?.index ?? from
  switch (act) {
    case 'previous':
      return saidFrom(rows, from - 1, -1) ?? from
    case 'next':
      return saidFrom(rows, from + 1, 1) ?? from
    case 'pageUp':
      return saidFrom(rows, Math.min(from - 1, at(start - height)), -1) ?? saidFrom(rows, 0, 1)
    case 'pageDown':
      return saidFrom(rows, Math.max(from + 1, at(start + height)), 1) ?? rows.length - 1
    case 'first':
      return saidFrom(rows, 0, 1)
    case 'last':
      return saidFrom(rows, rows.length - 1, -1)
    default:
      return undefined
  }
}

function saidFrom(rows: readonly Row[], from: number, step: 1 | -1): number | undefined {
  for (let at = from; at >= 0 && at < rows.length; at += step) {
    const row = rows[at]
    if (row && isSaid(row)) return at
  }
  return undefined
}
