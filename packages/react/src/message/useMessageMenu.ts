import { useCallback, useState } from 'react'
import type { Row } from '../messageList/rows.ts'
import type { Point } from './usePress.ts'

interface Opened {
  key: string
  at: Point
  /** Another one for each time it is asked for. */
  turn: number
}

/** Which message's menu is open, where in the page. */
export function useMessageMenu(rows: readonly Row[]) {
  const [opened, setOpened] = useState<Opened>()
  const row = opened && rows.find(({ key }) => key === opened.key)
  const open = (row: Row | undefined, at: Point): boolean => {
    if (row?.kind !== 'message' || !row.message.content) return false
    setOpened(before => ({ key: row.key, at, turn: (before?.turn ?? 0) + 1 }))
    return true
  }
  return {
    /** Of a message that somebody removed meanwhile there is nothing left to choose. */
    opened:
      opened && row?.kind === 'message' && row.message.content
        ? { ...opened, message: row.message }
        : undefined,
    open,
    close: useCallback(() => setOpened(undefined), []),
  }
}
