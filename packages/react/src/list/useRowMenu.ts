import type { Listed } from '@parley/client/listed'
import { type MouseEvent, type RefObject, useCallback, useRef, useState } from 'react'
import type { Spot } from './RowMenu.tsx'
import { useLongPress } from './useLongPress.ts'
import { idAt } from './useRovingFocus.ts'

interface Open {
  /** As it was: it may leave the list by what is chosen. */
  conversation: Listed
  at: number
  spot: Spot
  button?: HTMLElement | undefined
}

interface Options {
  rows: readonly Listed[]
  onOpen: () => void
}

/** Opens the menu of a row: by its button, a right click, the key for it, or a long press. */
export function useRowMenu({ rows, onOpen }: Options) {
  const [open, setOpen] = useState<Open>()
  const present = useRef({ rows, onOpen })
  present.current = { rows, onOpen }

  const openFor = useCallback((id: string | undefined, where: Pick<Open, 'spot' | 'button'>) => {
    const at = present.current.rows.findIndex(row => row.id === id)
    const conversation = present.current.rows[at]
    if (!conversation) return
    present.current.onOpen()
    setOpen({ conversation, at, ...where })
  }, [])
  const openUnder = (target: EventTarget, left: number, top: number) =>
    openFor(idAt(target), { spot: { left, top, width: 0, height: 0 } })

  return {
    open,
    close: useCallback(() => setOpen(undefined), []),
    onButton: useCallback(
      (id: string, button: HTMLElement) =>
        openFor(id, { button, spot: button.getBoundingClientRect() }),
      [openFor],
    ),
    gestures: {
      ...useLongPress(({ target, x, y }) => openUnder(target, x, y)),
      onContextMenu(event: MouseEvent) {
        event.preventDefault()
        openUnder(event.target, event.clientX, event.clientY)
      },
    },
  }
}

/** Gives the focus back to what it was opened with, or to whatever stands there now. */
export function focusAfter(
  { conversation, at, button }: Open,
  rows: readonly Listed[],
  list: RefObject<HTMLElement | null>,
  moveTo: (index: number) => void,
): void {
  if (button && list.current?.contains(button)) {
    button.focus({ preventScroll: true })
    return
  }
  const now = rows.findIndex(({ id }) => id === conversation.id)
  moveTo(now === -1 ? Math.min(at, rows.length - 1) : now)
}
