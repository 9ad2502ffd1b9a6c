import { useSyncExternalStore } from 'react'

export function isAttentive(): boolean {
  return document.visibilityState === 'visible' && document.hasFocus()
}

function subscribe(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener)
  addEventListener('focus', listener)
  addEventListener('blur', listener)
  return () => {
    document.removeEventListener('visibilitychange', listener)
    removeEventListener('focus', listener)
    removeEventListener('blur', listener)
  }
}

/** Whether somebody may be looking: the tab is in front and has the focus. */
export function useAttention(): boolean {
  return useSyncExternalStore(subscribe, isAttentive)
}
