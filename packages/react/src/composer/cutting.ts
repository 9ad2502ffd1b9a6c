import { draftMax } from '@parley/client/composer'
import type { ClipboardEvent, DragEvent, SyntheticEvent } from 'react'
import { tell } from '../parts/notices.ts'
import { words } from '../words/words.ts'
import { insertText } from './insertText.ts'

function cut(event: SyntheticEvent<HTMLTextAreaElement>, data: DataTransfer): void {
  const field = event.currentTarget
  const text = data.getData('text/plain')
  const kept = field.value.length - (field.selectionEnd - field.selectionStart)
  const room = Math.max(0, draftMax - kept)
  if (text.length <= room) return
  event.preventDefault()
  insertText(field, text.slice(0, room).toWellFormed())
  tell(words.composer.cut(draftMax))
}

/**
 * What is pasted or dropped and would make the draft too long is cut before the browser lays it
 * out, which takes seconds for a million characters.
 */
export const cutting = {
  onPaste: (event: ClipboardEvent<HTMLTextAreaElement>) => cut(event, event.clipboardData),
  onDrop: (event: DragEvent<HTMLTextAreaElement>) => cut(event, event.dataTransfer),
}
