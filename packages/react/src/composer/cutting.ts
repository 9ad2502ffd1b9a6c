import { draftMax } from '@parley/client/composer'
import type { ClipboardEvent, DragEvent, SyntheticEvent } from 'react'
import { tell } from '../parts/notices.ts'
import { words } from '../words/words.ts'

function warn(event: SyntheticEvent<HTMLTextAreaElement>, data: DataTransfer): void {
  const { value, selectionStart, selectionEnd } = event.currentTarget
  const kept = value.length - (selectionEnd - selectionStart)
  if (kept + data.getData('text/plain').length > draftMax) tell(words.composer.cut(draftMax))
}

/**
 * The browser itself keeps the field from growing too long, before it lays the text out; that
 * takes seconds for a million characters. What it cut away without a word is told.
 */
export const cutting = {
  maxLength: draftMax,
  onPaste: (event: ClipboardEvent<HTMLTextAreaElement>) => warn(event, event.clipboardData),
  onDrop: (event: DragEvent<HTMLTextAreaElement>) => warn(event, event.dataTransfer),
}
