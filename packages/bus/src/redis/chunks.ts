/** Cuts a list into parts of so many. */
export function chunks<Item>(items: readonly Item[], size: number): Item[][] {
  const starts = Array.from({ length: Math.ceil(items.length / size) }, (_, index) => index * size)
  return starts.map(start => items.slice(start, start + size))
}
