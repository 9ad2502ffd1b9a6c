import { useOutbox } from '@parley/react/useOutbox'
import { useEffect, useState } from 'react'
import { SignOutAnyway } from './SignOutAnyway.tsx'
import { signOut } from './session.ts'

/** Signs out, after a word about what is not sent yet. */
export function SignOut({ onClose }: { onClose: () => void }) {
  const outbox = useOutbox()
  const [unsent] = useState(outbox.waiting + outbox.failed)
  useEffect(() => {
    if (unsent > 0) return
    onClose()
    void signOut()
  }, [unsent, onClose])
  return unsent > 0 && <SignOutAnyway unsent={unsent} onClose={onClose} />
}
