import type { User } from '@parley/protocol/user'
import { type RefObject, useState } from 'react'
import { useOffline } from '../connection/useOffline.ts'
import { Button } from '../parts/Button.tsx'
import { BlockPerson } from '../people/BlockPerson.tsx'
import { useBlocked } from '../people/useBlocked.ts'
import { useBlocking } from '../people/useBlocking.ts'
import { recipientWords } from '../words/recipientWords.ts'

interface Props {
  person: User
  focusOtherwise: RefObject<HTMLElement | null>
}

/** Blocks the other one of a pair, or takes it back. */
export function BlockOther({ person, focusOtherwise }: Props) {
  const { blocked, isBlocked } = useBlocked()
  const { unblock } = useBlocking()
  const isOffline = useOffline()
  const [isAsked, setIsAsked] = useState(false)
  const disabled = isOffline || blocked === undefined
  return (
    <>
      {isBlocked(person.id) ? (
        <Button kind="quiet" disabled={disabled} onClick={() => void unblock(person)}>
          {recipientWords.unblock(person.name)}
        </Button>
      ) : (
        <Button kind="danger" disabled={disabled} onClick={() => setIsAsked(true)}>
          {recipientWords.block(person.name)}
        </Button>
      )}
      {isAsked && (
        <BlockPerson
          person={person}
          focusOtherwise={focusOtherwise}
          onClose={() => setIsAsked(false)}
        />
      )}
    </>
  )
}
