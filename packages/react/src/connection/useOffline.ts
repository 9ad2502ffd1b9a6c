import { useEffect, useState } from 'react'
import { useConnection } from '../useConnection.ts'

/** A short interruption is nobody's concern. */
const concernAfter = 3_000

/** Whether there has been no connection for longer than a moment. */
export function useOffline(): boolean {
  const connection = useConnection()
  const isOnline = connection.state === 'online'
  const since = 'since' in connection ? connection.since : undefined
  const [isLong, setLong] = useState(() => leftOf(since) === 0)
  useEffect(() => {
    if (isOnline) {
      setLong(false)
      return
    }
    const timer = setTimeout(() => setLong(true), leftOf(since))
    return () => clearTimeout(timer)
  }, [isOnline, since])
  return isLong && !isOnline
}

/** How much of the moment is left. */
function leftOf(since = Date.now()): number {
  return Math.max(0, since + concernAfter - Date.now())
}
