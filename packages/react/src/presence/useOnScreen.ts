import { type RefCallback, useCallback, useRef, useState } from 'react'

/** What is about to be scrolled into view counts as well. */
const margin = '120px'

const listeners = new WeakMap<Element, (isOnScreen: boolean) => void>()
let observer: IntersectionObserver | undefined

function observerOfAll(): IntersectionObserver {
  observer ??= new IntersectionObserver(
    entries => {
      for (const { target, isIntersecting } of entries) listeners.get(target)?.(isIntersecting)
    },
    { rootMargin: margin },
  )
  return observer
}

/** Whether an element stands in the window or near it: what nobody sees need not be followed. */
export function useOnScreen<E extends Element>(): [RefCallback<E>, boolean] {
  const [isOnScreen, setOnScreen] = useState(false)
  const element = useRef<E>(null)
  const ref = useCallback((next: E | null) => {
    if (element.current) {
      observerOfAll().unobserve(element.current)
      listeners.delete(element.current)
    }
    element.current = next
    if (!next) return
    listeners.set(next, setOnScreen)
    observerOfAll().observe(next)
  }, [])
  return [ref, isOnScreen]
}
