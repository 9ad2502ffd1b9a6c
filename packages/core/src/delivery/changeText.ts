import type { Change } from '@parley/protocol/change'

const texts = new WeakMap<Change, string>()

/** A change as JSON, made once whoever receives it. */
export function changeText(change: Change): string {
  const known = texts.get(change)
  if (known !== undefined) return known
  const text = JSON.stringify(change)
  texts.set(change, text)
  return text
}
