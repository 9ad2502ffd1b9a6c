import type { RefObject } from 'react'
import { Dialog } from '../parts/Dialog.tsx'
import { words } from '../words/words.ts'
import { EmojiPanel } from './EmojiPanel.tsx'

interface Props {
  onPick: (emoji: string) => void
  onClose: () => void
  /** Where focus goes when what opened it is gone by then. */
  focusOtherwise?: RefObject<HTMLElement | null>
}

/** Chooses one emoji, over everything else; on a phone a sheet at the bottom. */
export function EmojiPicker({ onPick, onClose, focusOtherwise }: Props) {
  const pick = (emoji: string) => {
    onPick(emoji)
    onClose()
  }
  return (
    <Dialog title={words.emoji.title} onClose={onClose} focusOtherwise={focusOtherwise}>
      <EmojiPanel onPick={pick} />
    </Dialog>
  )
}
