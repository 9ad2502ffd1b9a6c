import { type RefObject, useLayoutEffect, useState } from 'react'

/** Whether something on the page has room for that many of its letters' heights side by side, also when that changes. */
export function useWideEnough(place: RefObject<HTMLElement | null>, em: number): boolean {
  const [isWide, setWide] = useState(false)
  useLayoutEffect(() => {
    const element = place.current
    if (!element) return
    const measure = () => setWide(element.clientWidth >= em * textSizeOf(element))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [place, em])
  return isWide
}

function textSizeOf(element: HTMLElement): number {
  return Number.parseFloat(getComputedStyle(element).fontSize)
}
