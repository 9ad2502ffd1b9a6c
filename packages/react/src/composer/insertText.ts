interface Range {
  start: number
  end: number
}

/**
 * Puts a text in the place of a range, by default of what is selected, as if it had been typed:
 * so that Ctrl+Z takes it back, and what was typed before as well.
 */
export function insertText(field: HTMLTextAreaElement, text: string, range?: Range): void {
  field.focus({ preventScroll: true })
  if (range) field.setSelectionRange(range.start, range.end)
  // Deprecated for rich text; in fields it is the only way into the browser's own history.
  if (document.execCommand('insertText', false, text)) return
  field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end')
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }))
}
