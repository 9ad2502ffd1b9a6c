import type { Variable } from '@parley/protocol/template'

/** Where the cursor stands, or what is marked. */
export interface Selection {
  start: number
  end: number
}

/** The text with the variable in place of what is marked, and where the cursor goes. */
export function inserted(text: string, { start, end }: Selection, variable: Variable) {
  const placeholder = `{{${variable}}}`
  return {
    text: text.slice(0, start) + placeholder + text.slice(end),
    cursor: start + placeholder.length,
  }
}
