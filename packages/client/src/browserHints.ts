/** What the browser knows of the network. Each is a hint: none of them proves anything. */
export interface Hints {
  /** There may be a network again, or somebody looks again. */
  woke(): void
  offline(): void
}

export type ListenToHints = (hints: Hints) => () => void

/** @returns what ends listening; outside a browser there is nothing to hear */
export const listenToBrowser: ListenToHints = ({ woke, offline }) => {
  if (typeof window === 'undefined' || typeof document === 'undefined') return () => {}
  const shown = () => {
    if (document.visibilityState === 'visible') woke()
  }
  window.addEventListener('online', woke)
  window.addEventListener('offline', offline)
  document.addEventListener('visibilitychange', shown)
  if (!navigator.onLine) offline()
  return () => {
    window.removeEventListener('online', woke)
    window.removeEventListener('offline', offline)
    document.removeEventListener('visibilitychange', shown)
  }
}
