import { useCallback, useEffect, useRef, useState } from 'react'
import { useConnection } from '../useConnection.ts'
import { loadedMore, type Source } from './loadedMore.ts'

/** So many pages in a row may bring nothing that a filter lets through. */
const patience = 4

interface Options {
  source: Source
  isNearEnd: boolean
  hasMore: boolean
  /** How many rows are shown. */
  shown: number
}

/**
 * Loads what comes next when the end is near. `paused` waits for a word, after pages that brought
 * nothing to show; `failed` too, or for the next connection.
 */
export function useMorePages({ source, isNearEnd, hasMore, shown }: Options) {
  const [state, setState] = useState<'idle' | 'loading' | 'failed' | 'paused'>('idle')
  const inVain = useRef(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it resets is about these rows
  useEffect(() => {
    inVain.current = 0
  }, [shown])

  const isWanted = isNearEnd && hasMore
  useEffect(() => {
    if (!isWanted || state !== 'idle') return
    if (inVain.current >= patience) {
      setState('paused')
      return
    }
    inVain.current += 1
    setState('loading')
    loadedMore(source).then(isThere => setState(isThere ? 'idle' : 'failed'))
  }, [isWanted, state, source])

  const { state: line } = useConnection()
  useEffect(() => {
    if (line === 'online') setState(before => (before === 'failed' ? 'idle' : before))
  }, [line])

  const goOn = useCallback(() => {
    inVain.current = 0
    setState('idle')
  }, [])
  return { state: hasMore ? state : 'idle', goOn } as const
}
