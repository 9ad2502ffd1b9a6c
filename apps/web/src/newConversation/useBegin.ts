import { Refused } from '@parley/client/refused'
import type { User } from '@parley/protocol/user'
import { useClient } from '@parley/react/useClient'
import { useEffect, useRef, useState } from 'react'
import { words } from '../words/words.ts'

/** Opens the conversation, unless the dialog was closed before the server answered. */
export function useBegin(onOpened: (conversationId: string) => void) {
  const client = useClient()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const isClosed = useRef(false)
  useEffect(() => {
    isClosed.current = false
    return () => {
      isClosed.current = true
    }
  }, [])

  async function begin(person: User, jobId: string) {
    if (busy) return
    setBusy(true)
    setProblem(undefined)
    try {
      const about = jobId ? { jobId } : {}
      const id = await client.open({ participantIds: [person.id], ...about })
      if (!isClosed.current) onOpened(id)
    } catch (error) {
      const reason = error instanceof Refused ? error.reason : 'UNAVAILABLE'
      setProblem(words.open.failed(reason))
      setBusy(false)
    }
  }

  return { busy, problem, begin }
}
