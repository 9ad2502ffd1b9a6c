import { Unwanted } from '@parley/client/refused'
import type { Reason } from '@parley/protocol/reasons'
import { useEffect, useRef, useState } from 'react'
import { words } from '../words/words.ts'
import { warn } from './notices.ts'
import { answerIn, reasonOf } from './reasonOf.ts'

/**
 * Something that the server decides on: one at a time, and why it said no. When whoever asked
 * has closed it meanwhile, what has not gone out is called off, nothing follows, and a refusal
 * is told as a notice.
 */
export function useAct() {
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Reason>()
  const isClosed = useRef(false)
  const calling = useRef<AbortController>(null)
  useEffect(() => {
    isClosed.current = false
    return () => {
      isClosed.current = true
      calling.current?.abort()
    }
  }, [])

  async function perform<Result>(
    act: (signal: AbortSignal) => Promise<Result>,
    onDone: (result: Result) => void,
  ) {
    if (busy) return
    const controller = new AbortController()
    calling.current = controller
    setBusy(true)
    setRefusal(undefined)
    try {
      const result = await act(controller.signal)
      if (!isClosed.current) onDone(result)
    } catch (error) {
      if (error instanceof Unwanted) return
      if (controller.signal.aborted && !answerIn(error)) return // called off, by us
      const reason = reasonOf(error)
      if (isClosed.current) warn(words.message.refused(reason))
      else setRefusal(reason)
    }
    setBusy(false)
  }

  return { busy, refusal, perform }
}
