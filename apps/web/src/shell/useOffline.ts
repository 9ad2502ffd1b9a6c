import { useConnection } from '@parley/react/useConnection'
import { useEffect, useState } from 'react'

/** A short interruption is nobody's concern. */
const concernAfter = 3_000

/** Whether there has been no connection for longer than a moment. */
export function useOffline(): boolean {
  const isOnline = useConnection().state === 'online'
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    if (isOnline) return
    const timer = setTimeout(() => setLong(true), concernAfter)
    return () => {
      clearTimeout(timer)
      setLong(false)
    }
  }, [isOnline])
  return isLong && !isOnline
}
