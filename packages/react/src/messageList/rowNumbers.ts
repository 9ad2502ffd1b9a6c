/**
 * What is looked up for every row when their places are computed, as lists of numbers: of tens
 * of thousands of rows with each message, and by names and texts that takes several times as long.
 */
import { estimatedHeight } from './heights.ts'
import type { Row } from './rows.ts'

export interface RowNumbers {
  rows: readonly Row[]
  /** A number for the key of each row. The same list as long as no row comes, goes or moves. */
  keys: readonly number[]
  /** How high each is, before it is measured. */
  heights: readonly number[]
  /** The numbers of all keys that there ever were. */
  known: Map<string, number>
}

export function numbersOf(rows: readonly Row[], before = nothing()): RowNumbers {
  const { known } = before
  const { start, left } = samePart(rows, before.rows)
  const fresh = rows.slice(start, rows.length - left)
  const keys = fresh.map(({ key }) => numberOf(key, known))
  const was = before.keys.slice(start, before.keys.length - left)
  const areSame = keys.length === was.length && keys.every((key, at) => key === was[at])
  return {
    rows,
    keys: areSame ? before.keys : replaced(before.keys, keys, { start, left }),
    heights: replaced(before.heights, fresh.map(estimatedHeight), { start, left }),
    known,
  }
}

function nothing(): RowNumbers {
  return { rows: [], keys: [], heights: [], known: new Map() }
}

function numberOf(key: string, known: Map<string, number>): number {
  const number = known.get(key) ?? known.size
  known.set(key, number)
  return number
}

/** How many rows are as they were, from the start and then to the end. */
function samePart(rows: readonly Row[], was: readonly Row[]) {
  const most = Math.min(rows.length, was.length)
  let start = 0
  while (start < most && rows[start] === was[start]) start += 1
  let left = 0
  while (left < most - start && rows.at(-1 - left) === was.at(-1 - left)) left += 1
  return { start, left }
}

function replaced(
  list: readonly number[],
  by: readonly number[],
  { start, left }: { start: number; left: number },
): readonly number[] {
  return list.slice(0, start).concat(by, list.slice(list.length - left))
}
