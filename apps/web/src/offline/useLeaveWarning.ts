import { useKeeping } from '@parley/react/useKeeping'
import { useOutbox } from '@parley/react/useOutbox'
import { useEffect } from 'react'

/** Where nothing is kept, closing the tab would lose what is not sent: then the browser asks. */
export function useLeaveWarning(): void {
  const { waiting, failed } = useOutbox()
  const isAtRisk = useKeeping().state === 'memory' && waiting + failed > 0
  useEffect(() => {
    if (!isAtRisk) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [isAtRisk])
}
