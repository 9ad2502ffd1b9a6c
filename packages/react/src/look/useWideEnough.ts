import { type RefObject, useLayoutEffect, useState } from 'react'

/** Whether something on the page has room for that many of its letters' heights side by side, also when that changes. */
export function useWideEnough(place: RefObject<HTMLElement | null>, em: number): boolean {
  const [isWide, setWide] = useState(false)
  // What stands around this is there only after this: it is measured in a second turn.
  const [isThere, setThere] = useState(false)
  useLayoutEffect(() => setThere(true), [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useLayoutEffect(() => {
    const element = place.current
    if (!element) return
    const measure = () => setWide(element.clientWidth >= em * textSizeOf(element))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [place, em, isThere])
  return isWide
}

function textSizeOf(element: HTMLElement): number {
  return Number.parseFloat(getComputedStyle(element).fontSize)
}
