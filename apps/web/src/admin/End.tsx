import type { ConnectionReport, Ended } from '@parley/protocol/admin'
import { Confirm } from '@parley/react/parts/Confirm'
import { useClient } from '@parley/react/useClient'
import type { RefObject } from 'react'
import { words } from '../words/words.ts'

/** What is to be ended, and of whom. */
export type Ending = { name: string } & (
  | { kind: 'connection'; connection: ConnectionReport }
  | { kind: 'session'; sessionId: string }
  | { kind: 'person'; userId: string }
)

interface Props {
  ending: Ending
  focusOtherwise: RefObject<HTMLElement | null>
  onEnded: (sessions: number, connections: number) => void
  onClose: () => void
}

/** Asks first: it reaches somebody who is at it now. */
export function End({ ending, focusOtherwise, onEnded, onClose }: Props) {
  const { admin } = useClient().api
  const { ends, failed } = words.admin
  const { title, text, act } = ends[ending.kind]

  function end(): Promise<Ended> {
    switch (ending.kind) {
      case 'connection': {
        const { id, node } = ending.connection
        return admin.endConnection.mutate({ connectionId: id, node })
      }
      case 'session':
        return admin.endSession.mutate({ sessionId: ending.sessionId })
      case 'person':
        return admin.endSession.mutate({ userId: ending.userId })
    }
  }

  return (
    <Confirm
      title={title(ending.name)}
      text={text}
      act={act}
      isFinal={ending.kind !== 'connection'}
      onAct={async () => {
        const { sessions, connections } = await end()
        onEnded(sessions, connections)
      }}
      failed={failed}
      onClose={onClose}
      focusOtherwise={focusOtherwise}
    />
  )
}
