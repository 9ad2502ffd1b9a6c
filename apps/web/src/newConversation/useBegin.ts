import type { User } from '@parley/protocol/user'
import { useClient } from '@parley/react/useClient'
import { useAct } from '../parts/useAct.ts'

interface Beginning {
  people: readonly User[]
  /** For a group. */
  title: string
  jobId: string
}

/** Opens the conversation, unless the dialog was closed before the server answered. */
export function useBegin(onOpened: (conversationId: string) => void) {
  const client = useClient()
  const { busy, refusal, perform } = useAct()

  function begin({ people, title, jobId }: Beginning) {
    const participantIds = people.map(({ id }) => id)
    const more = { ...(title && { title }), ...(jobId && { jobId }) }
    return perform(() => client.open({ participantIds, ...more }), onOpened)
  }

  return { busy, refusal, begin }
}
