/** What must not stay behind, even when the benchmark is broken off in the middle. */
const pending = new Set<() => Promise<void>>()

/** @returns the same act, which is done once, whoever calls it first */
export function cleanUpOnce(act: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined
  const once = () => {
    done ??= act().finally(() => pending.delete(once))
    return done
  }
  pending.add(once)
  return once
}

/** What came last goes first: a server before its directory. */
export async function cleanUpAll(): Promise<void> {
  for (const cleanUp of [...pending].toReversed()) await cleanUp()
}
