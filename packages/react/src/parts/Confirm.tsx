import type { Reason } from '@parley/protocol/reasons'
import type { RefObject } from 'react'
import { words } from '../words/words.ts'
import { Busy } from './Busy.tsx'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { Problem } from './Problem.tsx'
import { useAct } from './useAct.ts'
import { WaitingHint } from './WaitingHint.tsx'

interface Props {
  title: string
  /** What happens then. */
  text: string
  act: string
  /** Not to do it, where another word is clearer. */
  keep?: string
  /** It cannot be taken back, or takes something from somebody. */
  isFinal?: boolean
  /** Called off by the signal where it can be. */
  onAct: (signal: AbortSignal) => Promise<void>
  failed: (reason: Reason) => string
  onClose: () => void
  /** Where focus goes when what opened this is gone by then. */
  focusOtherwise?: RefObject<HTMLElement | null> | undefined
}

/** Asks before something that cannot simply be taken back. */
export function Confirm(props: Props) {
  const { title, text, act, keep = words.cancel, isFinal = false } = props
  const { onAct, failed, onClose, focusOtherwise } = props
  const { busy, refusal, perform } = useAct()
  return (
    <Dialog title={title} text={text} onClose={onClose} focusOtherwise={focusOtherwise}>
      <div className="flex flex-col gap-4 p-5">
        {refusal && <Problem text={failed(refusal)} />}
        <WaitingHint isBusy={busy} />
        <div className="flex flex-wrap justify-end gap-3">
          <Button kind="quiet" onClick={onClose}>
            {keep}
          </Button>
          <Button
            kind={isFinal ? 'final' : 'act'}
            aria-disabled={busy}
            onClick={() => perform(onAct, onClose)}
          >
            {busy && <Busy />}
            {act}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
