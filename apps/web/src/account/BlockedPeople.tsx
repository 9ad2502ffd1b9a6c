import type { User } from '@parley/protocol/user'
import { Avatar } from '@parley/react/parts/Avatar'
import { Busy } from '@parley/react/parts/Busy'
import { Button } from '@parley/react/parts/Button'
import { Dialog } from '@parley/react/parts/Dialog'
import { Problem } from '@parley/react/parts/Problem'
import { Skeleton } from '@parley/react/parts/Skeleton'
import { NameAndRole } from '@parley/react/people/NameAndRole'
import { useBlocked } from '@parley/react/people/useBlocked'
import { useBlocking } from '@parley/react/people/useBlocking'
import { recipientWords } from '@parley/react/words/recipientWords'
import { useRef, useState } from 'react'
import { words } from '../words/words.ts'

/** Whom I have blocked, and the way back. */
export function BlockedPeople({ onClose }: { onClose: () => void }) {
  const { blocked, isError, refetch } = useBlocked()
  const told = useRef<HTMLParagraphElement>(null)
  return (
    <Dialog title={recipientWords.people} onClose={onClose}>
      <div className="flex flex-col gap-4 p-5">
        <p ref={told} tabIndex={-1} role="status" className="text-soft outline-none">
          {blocked && recipientWords.peopleText(blocked.length)}
        </p>
        {!blocked && !isError && <Skeleton rows={3} />}
        {!blocked && isError && (
          <Problem text={recipientWords.peopleFailed}>
            <Button kind="plain" onClick={() => void refetch()}>
              {words.tryAgain}
            </Button>
          </Problem>
        )}
        {blocked && blocked.length > 0 && (
          <ul className="flex flex-col gap-3">
            {blocked.map(person => (
              <Blocked key={person.id} person={person} onGone={() => told.current?.focus()} />
            ))}
          </ul>
        )}
      </div>
    </Dialog>
  )
}

function Blocked({ person, onGone }: { person: User; onGone: () => void }) {
  const { unblock } = useBlocking()
  const [busy, setBusy] = useState(false)

  async function takeBack() {
    if (busy) return
    setBusy(true)
    await unblock(person)
    setBusy(false)
    onGone()
  }

  return (
    <li className="flex items-center gap-3">
      <Avatar user={person} />
      <NameAndRole name={<bdi>{person.name}</bdi>} role={person.role} />
      <Button
        kind="quiet"
        aria-disabled={busy}
        aria-label={recipientWords.unblock(person.name)}
        onClick={() => void takeBack()}
      >
        {busy && <Busy />}
        {recipientWords.unblockSubmit}
      </Button>
    </li>
  )
}
