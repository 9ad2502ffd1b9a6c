import { useLayoutEffect, useMemo, useRef } from 'react'
import { type Given, type Layout, laidOut, type Row } from './rows.ts'

/** The rows as they are now, made from those that were there before. */
export function useRows({ me, messages, outgoing, complete, firstUnread }: Given): readonly Row[] {
  const before = useRef<Layout>(undefined)
  const layout = useMemo(
    () => laidOut({ me, messages, outgoing, complete, firstUnread }, before.current),
    [me, messages, outgoing, complete, firstUnread],
  )
  useLayoutEffect(() => {
    before.current = layout
  }, [layout])
  return layout.rows
}
