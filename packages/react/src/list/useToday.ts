import { useSyncExternalStore } from 'react'

/** When today began. Timers sleep with the machine, so coming back to the page asks too. */
function today(): number {
  return new Date().setHours(0, 0, 0, 0)
}

function subscribe(onChange: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>
  function wait() {
    const next = new Date()
    // The first second of tomorrow, be today an hour longer or shorter.
    next.setHours(24, 0, 1, 0)
    timer = setTimeout(() => {
      onChange()
      wait()
    }, next.getTime() - Date.now())
  }
  wait()
  document.addEventListener('visibilitychange', onChange)
  return () => {
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', onChange)
  }
}

/** Today, as the moment it began: what says "yesterday" is true until midnight. */
export function useToday(): number {
  return useSyncExternalStore(subscribe, today, today)
}
