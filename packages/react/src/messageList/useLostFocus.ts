import { useLayoutEffect, useRef } from 'react'

interface Held {
  element?: Element | undefined
  key?: string | undefined
}

/**
 * Sees when what has the focus goes from the page: a menu with the message that somebody removes,
 * a button with what it was for. Nobody has to begin again at the top of the page then.
 *
 * @param onLost with the key of the row that it belonged to
 */
export function useLostFocus(onLost: (key: string | undefined) => void) {
  const held = useRef<Held>({})
  useLayoutEffect(() => {
    const { element, key } = held.current
    if (!element || element.isConnected || document.activeElement !== document.body) return
    held.current = {}
    onLost(key)
  })
  return {
    /** @param key absent for what stands elsewhere in the page: the menu of the row before it */
    hold(element: Element, key = held.current.key) {
      held.current = { element, key }
    },
    letGo() {
      held.current.element = undefined
    },
  }
}
