import { useEffect, useRef } from 'react'

/** What a browser has that lets the way back of a phone close what lies over the page. */
interface Watcher {
  onclose: (() => void) | null
  destroy: () => void
}

declare global {
  var CloseWatcher: (new () => Watcher) | undefined
}

/**
 * On a phone the button, or gesture, that leads back closes what lies over the page rather than
 * leaving what is below. With a keyboard that is what Escape does, which is heard elsewhere.
 *
 * Where a browser has nothing for it, as on iOS, Back leaves. A step of the history for whatever
 * is open would close it there too, but what leads elsewhere from a dialog would leave that step
 * behind, to be gone back over, and the history of a page that embeds this is that page's own.
 */
export function useBackCloses(isOpen: boolean, onClose: () => void): void {
  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  })
  useEffect(() => {
    const { CloseWatcher } = globalThis
    if (!isOpen || !CloseWatcher || !matchMedia('(pointer: coarse)').matches) return
    const watcher = new CloseWatcher()
    watcher.onclose = () => close.current()
    return () => watcher.destroy()
  }, [isOpen])
}
