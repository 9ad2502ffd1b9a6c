/** Does something for each of many, so many at a time; the results are in their order. */
export async function eachOf<Item, Result>(
  items: readonly Item[],
  atOnce: number,
  act: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results = new Array<Result>(items.length)
  const rest = items.entries()
  const work = async () => {
    for (const [at, item] of rest) results[at] = await act(item)
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return results
}
