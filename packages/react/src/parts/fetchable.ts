/** Something that is fetched when it is first wanted, and at once from then on. */
export interface Fetchable<Thing> {
  now: () => Thing | undefined
  /** One that fails may be tried again. */
  fetch: () => Promise<Thing>
  /** Wanted soon, perhaps. */
  prefetch: () => void
}

export function fetchable<Thing>(load: () => Promise<Thing>): Fetchable<Thing> {
  let fetched: Thing | undefined
  async function fetch(): Promise<Thing> {
    fetched ??= await load()
    return fetched
  }
  return {
    now: () => fetched,
    fetch,
    prefetch: () => {
      fetch().catch(() => undefined) // told when it is wanted
    },
  }
}
