import { useConnection } from '@parley/react/useConnection'
import { useLasting } from './useLasting.ts'

/** A short interruption is nobody's concern. */
const concernAfter = 3_000

/** Whether there has been no connection for longer than a moment. */
export function useOffline(): boolean {
  return useLasting(useConnection().state !== 'online', concernAfter)
}
