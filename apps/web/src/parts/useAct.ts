import type { Reason } from '@parley/protocol/reasons'
import { useEffect, useRef, useState } from 'react'
import { words } from '../words/words.ts'
import { warn } from './notices.ts'
import { reasonOf } from './reasonOf.ts'

/**
 * Something that the server decides on: one at a time, and why it said no. When whoever asked
 * has closed it meanwhile nothing follows, and a refusal is told as a notice.
 */
export function useAct() {
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Reason>()
  const isClosed = useRef(false)
  useEffect(() => {
    isClosed.current = false
    return () => {
      isClosed.current = true
    }
  }, [])

  async function perform<Result>(act: () => Promise<Result>, onDone: (result: Result) => void) {
    if (busy) return
    setBusy(true)
    setRefusal(undefined)
    try {
      const result = await act()
      if (!isClosed.current) onDone(result)
    } catch (error) {
      const reason = reasonOf(error)
      if (isClosed.current) warn(words.message.refused(reason))
      else setRefusal(reason)
    }
    setBusy(false)
  }

  return { busy, refusal, perform }
}
