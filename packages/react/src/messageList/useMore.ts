import { useCallback, useEffect, useState } from 'react'

interface Given {
  /** What stands at the edge where more comes in. */
  edge: string | undefined
  /** It is near, there is more, and nothing is on its way. */
  isWanted: boolean
  load: () => Promise<void>
}

/** Loads messages before they are scrolled to. One refusal is enough: then a person asks again. */
export function useMore({ edge, isWanted, load }: Given) {
  const [refusedAt, setRefusedAt] = useState<string>()
  const hasFailed = edge !== undefined && refusedAt === edge
  const isDue = isWanted && !hasFailed

  useEffect(() => {
    if (isDue) load().catch(() => setRefusedAt(edge))
  }, [isDue, load, edge])

  return { hasFailed, retry: useCallback(() => setRefusedAt(undefined), []) }
}
