import { useClient } from '@parley/react/useClient'
import { useEffect } from 'react'

/**
 * Does what can wait until the list stands on the screen, or cannot be had: before that it would
 * take the line and the processor from what somebody came for.
 *
 * @param act the same function at each rendering
 */
export function useOnceListed(act: () => void): void {
  const { conversations } = useClient()
  useEffect(() => {
    let painted: number | undefined
    const look = () => {
      if (painted !== undefined || conversations.get().status === 'loading') return
      // What a frame is drawn with comes before it, and a timer set then after it.
      painted = requestAnimationFrame(() => setTimeout(act))
    }
    const stop = conversations.subscribe(look)
    look()
    return () => {
      stop()
      if (painted !== undefined) cancelAnimationFrame(painted)
    }
  }, [conversations, act])
}
