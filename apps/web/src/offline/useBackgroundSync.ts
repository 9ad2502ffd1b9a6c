import { useConnection } from '@parley/react/useConnection'
import { useOutbox } from '@parley/react/useOutbox'
import { useEffect } from 'react'
import { outboxTag } from './outboxTag.ts'

/**
 * Asks the browser to wake the service worker when there is a network again, should this page
 * be closed by then. A demo person's session lives in their tab alone, so nobody could send.
 */
export function useBackgroundSync({ isDemo }: { isDemo: boolean }): void {
  const isOnline = useConnection().state === 'online'
  const isWaiting = useOutbox().waiting > 0
  const isWanted = isWaiting && !isOnline && !isDemo
  useEffect(() => {
    if (isWanted) void askToBeWoken()
  }, [isWanted])
}

async function askToBeWoken(): Promise<void> {
  try {
    const registration = await navigator.serviceWorker?.ready
    if (registration && canSync(registration)) await registration.sync.register(outboxTag)
  } catch {
    // Not allowed: then it goes out when the app is open again.
  }
}

type Syncing = ServiceWorkerRegistration & { sync: { register: (tag: string) => Promise<void> } }

/** Chromium can; others may never. */
function canSync(registration: ServiceWorkerRegistration): registration is Syncing {
  return 'sync' in registration
}
