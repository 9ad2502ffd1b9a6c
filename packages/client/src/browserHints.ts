/** What the browser knows of the network. Each is a hint: none of them proves anything. */
export interface Hints {
  /** There may be a network again, or somebody looks again. */
  woke(): void
  offline(): void
  /** Somebody sees the page or touches it; told often. */
  active(): void
  /** Nobody can see it. */
  hidden(): void
}

export type ListenToHints = (hints: Hints) => () => void

/** @returns what ends listening; outside a browser there is nothing to hear */
/** Also what a part of the page keeps to itself. */
const quietly = { capture: true, passive: true }
const touches = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'touchmove']

export const listenToBrowser: ListenToHints = hints => {
  const { woke, offline, active, hidden } = hints
  if (typeof window === 'undefined' || typeof document === 'undefined') return () => {}
  const shown = () => {
    if (document.visibilityState !== 'visible') return hidden()
    woke()
    active()
  }
  window.addEventListener('online', woke)
  window.addEventListener('offline', offline)
  document.addEventListener('visibilitychange', shown)
  for (const touch of touches) window.addEventListener(touch, active, quietly)
  window.addEventListener('focus', active)
  if (!navigator.onLine) offline()
  if (document.visibilityState !== 'visible') hidden()
  return () => {
    window.removeEventListener('online', woke)
    window.removeEventListener('offline', offline)
    document.removeEventListener('visibilitychange', shown)
    for (const touch of touches) window.removeEventListener(touch, active, quietly)
    window.removeEventListener('focus', active)
  }
}
