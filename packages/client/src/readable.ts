/** A value that changes, and word of when. What `react` reads with `useSyncExternalStore`. */
export interface Readable<T> {
  get(): T
  /** @returns what ends the subscription */
  subscribe(listener: () => void): () => void
}

export interface Writable<T> extends Readable<T> {
  set(value: T): void
}

/** A value that is computed when somebody asks, at most once between two invalidations. */
export interface Derived<T> extends Readable<T> {
  /** From now on whoever asks gets a new value; nobody is told. */
  expire(): void
  invalidate(): void
}

export function writable<T>(initial: T): Writable<T> {
  let value = initial
  const { subscribe, tell } = listeners()
  return {
    get: () => value,
    subscribe,
    set(next) {
      if (Object.is(next, value)) return
      value = next
      tell()
    },
  }
}

/** @param compute gets the value before, to hand the same object back when nothing differs */
export function derived<T>(compute: (before: T | undefined) => T): Derived<T> {
  let known: { value: T } | undefined
  let stale = true
  const { subscribe, tell } = listeners()
  return {
    get() {
      if (known && !stale) return known.value
      known = { value: compute(known?.value) }
      stale = false
      return known.value
    },
    subscribe,
    expire() {
      stale = true
    },
    invalidate() {
      stale = true
      tell()
    },
  }
}

function listeners() {
  const all = new Set<{ call: () => void }>()
  return {
    subscribe(call: () => void) {
      const entry = { call }
      all.add(entry)
      return () => {
        all.delete(entry)
      }
    },
    tell() {
      for (const { call } of [...all]) call()
    },
  }
}

/** Several values as one, which changes when any of them does. */
export function together<T>(parts: readonly Readable<T>[]): Readable<readonly T[]> {
  let known: readonly T[] = []
  return {
    get() {
      const next = parts.map(part => part.get())
      const isSame =
        next.length === known.length && next.every((value, at) => Object.is(value, known[at]))
      if (!isSame) known = next
      return known
    },
    subscribe(listener) {
      const stops = parts.map(part => part.subscribe(listener))
      return () => {
        for (const stop of stops) stop()
      }
    },
  }
}
