import type { User } from '@parley/protocol/user'
import { useAct } from '@parley/react/parts/useAct'
import { useClient } from '@parley/react/useClient'

interface Beginning {
  people: readonly User[]
  /** For a group. */
  title: string
  jobId: string
}

/** Opens the conversation; called off when the dialog is closed before it went out. */
export function useBegin(onOpened: (conversationId: string) => void) {
  const client = useClient()
  const { busy, refusal, perform } = useAct()

  function begin({ people, title, jobId }: Beginning) {
    const participantIds = people.map(({ id }) => id)
    const more = { ...(title && { title }), ...(jobId && { jobId }) }
    return perform(signal => client.open({ participantIds, ...more }, { signal }), onOpened)
  }

  return { busy, refusal, begin }
}
