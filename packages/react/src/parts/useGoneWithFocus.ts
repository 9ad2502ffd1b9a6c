import { type RefObject, useLayoutEffect, useRef } from 'react'

/** Tells when an element goes from the page that has the focus in it, in time to give it elsewhere. */
export function useGoneWithFocus<Of extends HTMLElement>(onGone: () => void): RefObject<Of | null> {
  const place = useRef<Of>(null)
  const gone = useRef(onGone)
  useLayoutEffect(() => {
    gone.current = onGone
  })
  useLayoutEffect(() => {
    const element = place.current
    return () => {
      if (element?.contains(document.activeElement)) gone.current()
    }
  }, [])
  return place
}
