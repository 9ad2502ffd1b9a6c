import { Unwanted } from '@parley/client/refused'
import type { Reason } from '@parley/protocol/reasons'
import { useEffect, useState } from 'react'
import { reasonOf } from '../parts/reasonOf.ts'
import { useClient } from '../useClient.ts'

interface Outcome {
  of: string
  id?: string
  refusal?: Reason
}

/** The conversation with somebody about a job or none, met again or opened; or why it is not. */
export function useOpened(userId: string, jobId: string | undefined) {
  const client = useClient()
  const [attempt, setAttempt] = useState(0)
  const [outcome, setOutcome] = useState<Outcome>()
  const wanted = JSON.stringify([client.userId, userId, jobId, attempt])

  useEffect(() => {
    const controller = new AbortController()
    const { signal } = controller
    const tell = (news: Omit<Outcome, 'of'>) => {
      if (!signal.aborted) setOutcome({ of: wanted, ...news })
    }
    const input = { participantIds: [userId], ...(jobId !== undefined && { jobId }) }
    client.open(input, { signal }).then(
      id => tell({ id }),
      error => error instanceof Unwanted || tell({ refusal: reasonOf(error) }),
    )
    return () => controller.abort()
  }, [client, userId, jobId, wanted])

  const now = outcome?.of === wanted ? outcome : undefined
  return { id: now?.id, refusal: now?.refusal, tryAgain: () => setAttempt(attempt + 1) }
}
