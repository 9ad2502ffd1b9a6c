/**
 * Writes to a store, one after another, and knows whether keeping works: where a browser has
 * no room or no storage at all, everything goes on in memory and people are told.
 */
import { type Readable, writable } from '../readable.ts'
import type { Store, Writing } from './store.ts'

export type Keeping = { readonly recovered?: true } & (
  | { readonly state: 'opening' | 'kept' }
  | { readonly state: 'memory'; readonly because: 'full' | 'unavailable' }
)

export interface Writer {
  readonly keeping: Readable<Keeping>
  /** Something that was kept could not be read and is gone. */
  damaged(): void
  /** Keeping works, or does not, as an attempt has shown. */
  opened(error?: unknown): void
  /** The last word on a message, at once and for as long as it is not written. */
  note: Store['note']
  /** Resolves with whether it was written. */
  write(writing: Writing): Promise<boolean>
  /** Resolves when everything before is written. */
  written(): Promise<unknown>
}

export function createWriter(store: Store): Writer {
  const keeping = writable<Keeping>({ state: 'opening' })
  let last: Promise<unknown> = Promise.resolve()

  function opened(error?: unknown): void {
    const { recovered, ...before } = keeping.get()
    const now = error === undefined ? ({ state: 'kept' } as const) : inMemory(error)
    if (JSON.stringify(before) === JSON.stringify(now)) return
    keeping.set(recovered ? { ...now, recovered } : now)
  }

  async function attempt(writing: Writing): Promise<boolean> {
    try {
      await store.write(writing)
      if (addsSomething(writing)) opened()
      return true
    } catch (error) {
      opened(error)
      return false
    }
  }

  return {
    keeping,
    damaged() {
      keeping.set({ ...keeping.get(), recovered: true })
    },
    opened,
    note: store.note,
    write(writing) {
      const turn = last.then(() => attempt(writing))
      last = turn
      return turn
    },
    written: () => last,
  }
}

/** Taking something away works where there is no room, too. */
function addsSomething({ cache, outbox }: Writing): boolean {
  return cache?.head !== undefined || (outbox?.put.length ?? 0) > 0
}

function inMemory(error: unknown) {
  const isFull = error instanceof Error && error.name === 'QuotaExceededError'
  return { state: 'memory', because: isFull ? 'full' : 'unavailable' } as const
}
