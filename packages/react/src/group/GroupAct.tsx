import type { Listed } from '@parley/client/listed'
import type { User } from '@parley/protocol/user'
import type { RefObject } from 'react'
import { Confirm } from '../parts/Confirm.tsx'
import { useClient } from '../useClient.ts'
import { words } from '../words/words.ts'
import { AddPeople } from './AddPeople.tsx'
import { RenameGroup } from './RenameGroup.tsx'

export type GroupActKind =
  | { kind: 'add' }
  | { kind: 'rename' }
  | { kind: 'remove'; person: User }
  | { kind: 'leave' }

interface Props {
  act: GroupActKind
  conversation: Listed
  focusOtherwise: RefObject<HTMLElement | null>
  onClose: () => void
}

/** The dialog of one thing that is done to a group. */
export function GroupAct({ act, conversation, focusOtherwise, onClose }: Props) {
  const handle = useClient().conversation(conversation.id)
  const { failed, ...told } = words.group
  const confirming = { failed, focusOtherwise, onClose }
  switch (act.kind) {
    case 'add':
      return <AddPeople conversation={conversation} onClose={onClose} />
    case 'rename':
      return <RenameGroup conversation={conversation} onClose={onClose} />
    case 'remove': {
      const { id, name } = act.person
      return (
        <Confirm
          {...confirming}
          title={told.removeTitle(name)}
          text={told.removeText(name)}
          act={told.removeSubmit}
          isFinal
          onAct={signal => handle.removePerson(id, { signal })}
        />
      )
    }
    case 'leave':
      return (
        <Confirm
          {...confirming}
          title={told.leaveTitle(conversation.title)}
          text={conversation.others.length > 0 ? told.leaveText : told.leaveLastText}
          act={told.leaveSubmit}
          isFinal
          onAct={signal => handle.leave({ signal })}
        />
      )
  }
}
