import type { RefObject } from 'react'
import { Confirm } from '../parts/Confirm.tsx'
import { tell, warn } from '../parts/notices.ts'
import { reasonOf } from '../parts/reasonOf.ts'
import { recipientWords } from '../words/recipientWords.ts'
import { useAcceptBulk } from './useAcceptBulk.ts'

interface Props {
  focusOtherwise: RefObject<HTMLElement | null>
  onClose: () => void
}

/** Asks before nothing comes any more that is sent to several people at once. */
export function StopBulk({ focusOtherwise, onClose }: Props) {
  const { accept } = useAcceptBulk()

  function resume() {
    accept(true).catch(error => warn(recipientWords.failed(reasonOf(error))))
  }

  async function stop() {
    await accept(false)
    tell(recipientWords.stopped, { label: recipientWords.undo, onAct: resume })
  }

  return (
    <Confirm
      title={recipientWords.stopTitle}
      text={recipientWords.stopText}
      act={recipientWords.stop}
      onAct={stop}
      failed={recipientWords.failed}
      focusOtherwise={focusOtherwise}
      onClose={onClose}
    />
  )
}
