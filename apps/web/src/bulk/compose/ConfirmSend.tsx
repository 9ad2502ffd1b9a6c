import { Confirm } from '@parley/react/parts/Confirm'
import { composeWords } from '../../words/composeWords.ts'
import { words } from '../../words/words.ts'
import { dueText } from '../history/dueText.ts'
import { zoneHere } from './zone.ts'

interface Props {
  reached: number
  failed: number
  /** When it goes, if not now. */
  due: Date | undefined
  onSend: () => void
  onClose: () => void
}

/** Says to how many it goes, and when, and how many do not get it. */
export function ConfirmSend({ reached, failed, due, onSend, onClose }: Props) {
  const { confirm, confirmLater, confirmText, confirmTime, send, schedule } = composeWords
  const told = confirmText(failed)
  return (
    <Confirm
      title={due ? confirmLater(reached) : confirm(reached)}
      text={due ? `${confirmTime(dueText(due.toISOString(), zoneHere()).meant)} ${told}` : told}
      act={due ? schedule : send}
      onAct={async () => onSend()}
      failed={words.message.refused}
      onClose={onClose}
    />
  )
}
