import { type ReactNode, useLayoutEffect, useMemo, useState } from 'react'
import { LayerContext } from './layer.ts'

interface Props {
  /** What lies over the part besides its dialogs and menus. */
  over?: ReactNode
  children: ReactNode
}

/**
 * A part of somebody else's page, with a place for what lies over it. That stays among the part's
 * elements, so colours and direction are the part's; the browser shows it above everything,
 * whatever the page cuts off, moves or stacks.
 */
export function Layer({ over, children }: Props) {
  const [place, setPlace] = useState<HTMLElement | null>(null)

  useLayoutEffect(() => {
    // Where browsers have no such layer, it lies over what comes before it in the page.
    if (!place || !('showPopover' in place) || place.matches(':popover-open')) return
    place.showPopover()
  }, [place])

  const layer = useMemo(() => ({ place }), [place])
  return (
    <LayerContext value={layer}>
      {children}
      <div
        ref={setPlace}
        popover="manual"
        className="@container/parley pointer-events-none fixed inset-0 z-30 m-0 size-auto overflow-visible border-0 bg-transparent p-0 text-inherit *:pointer-events-auto"
      >
        <div className="contents">{over}</div>
      </div>
    </LayerContext>
  )
}
