import { Button } from '@parley/react/parts/Button'
import { Dialog } from '@parley/react/parts/Dialog'
import { words } from '../words/words.ts'
import { signOut } from './session.ts'

interface Props {
  unsent: number
  onClose: () => void
}

/** Signing out leaves nothing behind, also not what still waits to be sent. */
export function SignOutAnyway({ unsent, onClose }: Props) {
  const { title, text, anyway } = words.signOut
  return (
    <Dialog title={title} text={text(unsent)} onClose={onClose}>
      <div className="flex flex-wrap justify-end gap-3 p-5">
        <Button kind="quiet" onClick={onClose}>
          {words.cancel}
        </Button>
        <Button kind="final" onClick={signOut}>
          {anyway}
        </Button>
      </div>
    </Dialog>
  )
}
