import type { Broadcast } from '@parley/protocol/bulk'
import { useClient } from '@parley/react/useClient'
import { useConnection } from '@parley/react/useConnection'
import { useEffect, useState } from 'react'
import { followProgress } from './followProgress.ts'

/** How a broadcast comes along, while that is wanted; it ends by itself when the broadcast does. */
export function useProgress(broadcastId: string, isWanted: boolean): Broadcast | undefined {
  const { bulk } = useClient().api
  const connection = useConnection()
  const overHttp = connection.state === 'online' && connection.via === 'http'
  const [latest, setLatest] = useState<Broadcast>()
  useEffect(() => {
    if (!isWanted) return
    return followProgress(bulk, { broadcastId, overHttp, onProgress: setLatest })
  }, [bulk, broadcastId, overHttp, isWanted])
  return latest
}
