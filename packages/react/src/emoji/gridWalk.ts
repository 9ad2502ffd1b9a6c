/** Where arrow keys lead in the picker's grid: pure. */
import type { EmojiRow } from './emojiRows.ts'

export interface Cell {
  row: number
  column: number
}

export type Step = 'left' | 'right' | 'up' | 'down'

const lengthOf = (row: EmojiRow | undefined) => (row?.kind === 'emoji' ? row.shown.length : 0)

/** The nearest row with emoji in it, from this one on. */
function rowFrom(rows: readonly EmojiRow[], start: number, by: 1 | -1): number | undefined {
  for (let row = start; row >= 0 && row < rows.length; row += by)
    if (lengthOf(rows[row]) > 0) return row
  return undefined
}

export function firstCell(rows: readonly EmojiRow[], from = 0): Cell | undefined {
  const row = rowFrom(rows, from, 1)
  return row === undefined ? undefined : { row, column: 0 }
}

/** Stays where it is at the ends. */
export function walked(rows: readonly EmojiRow[], cell: Cell, step: Step): Cell {
  const { row, column } = cell
  const isBack = step === 'left' || step === 'up'
  const inRow = step === 'left' ? column - 1 : step === 'right' ? column + 1 : -1
  if (inRow >= 0 && inRow < lengthOf(rows[row])) return { row, column: inRow }
  const next = rowFrom(rows, row + (isBack ? -1 : 1), isBack ? -1 : 1)
  if (next === undefined) return cell
  const last = lengthOf(rows[next]) - 1
  if (step === 'left') return { row: next, column: last }
  if (step === 'right') return { row: next, column: 0 }
  return { row: next, column: Math.min(column, last) }
}
