import type { User } from '@parley/protocol/user'
import type { RefObject } from 'react'
import { Confirm } from '../parts/Confirm.tsx'
import { recipientWords } from '../words/recipientWords.ts'
import { useBlocking } from './useBlocking.ts'

interface Props {
  person: User
  focusOtherwise: RefObject<HTMLElement | null>
  onClose: () => void
}

/** Asks before somebody cannot write any more, and says what that means. */
export function BlockPerson({ person, focusOtherwise, onClose }: Props) {
  const { block } = useBlocking()
  return (
    <Confirm
      title={recipientWords.blockTitle(person.name)}
      text={recipientWords.blockText(person.name)}
      act={recipientWords.blockSubmit}
      isFinal
      onAct={() => block(person)}
      failed={recipientWords.failed}
      focusOtherwise={focusOtherwise}
      onClose={onClose}
    />
  )
}
