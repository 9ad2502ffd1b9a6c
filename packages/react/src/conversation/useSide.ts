import type { Listed } from '@parley/client/listed'
import { type RefObject, useRef, useState } from 'react'
import { isGroup } from '../group/isGroup.ts'
import { useWideEnough } from '../look/useWideEnough.ts'

/** What stands beside a conversation, or over it where there is no room. */
export type Side = 'details' | 'people'

export interface Sides {
  shown: Side | undefined
  isColumn: boolean
  toggle: (side: Side) => void
  close: () => void
  /** What opens each, and has the focus again when it closes. */
  openers: Record<Side, RefObject<HTMLButtonElement | null>>
}

/** So wide, in its own letters, the conversation has room enough beside a column. */
const withColumn = 56.8

/** A column stands there from the start; a sheet covers the conversation, so it is asked for. */
export function useSide(conversation: Listed, pane: RefObject<HTMLElement | null>): Sides {
  const isColumn = useWideEnough(pane, withColumn)
  const first = isGroup(conversation) && !conversation.job ? 'people' : 'details'
  const [column, setColumn] = useState<Side | undefined>(first)
  const [sheet, setSheet] = useState<Side>()
  const openers = {
    details: useRef<HTMLButtonElement>(null),
    people: useRef<HTMLButtonElement>(null),
  }
  const shown = isColumn ? column : sheet
  const show = isColumn ? setColumn : setSheet
  return {
    shown,
    isColumn,
    toggle: side => show(shown === side ? undefined : side),
    close: () => show(undefined),
    openers,
  }
}
