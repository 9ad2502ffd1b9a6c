/** Loads the list of conversations, page by page; what is in it then follows the feed. */
import type { Reason } from '@parley/protocol/reasons'
import { insist, type Means } from './insist.ts'
import { Refused, Unwanted } from './refused.ts'
import type { Replicas } from './replicas.ts'
import type { Calls } from './transport.ts'

export type ListStatus =
  | { status: 'loading' | 'ready'; hasMore: boolean }
  | { status: 'failed'; reason: Reason; hasMore: boolean }

export interface List {
  status(): ListStatus
  /** Reads the first page; also again, after everything was dropped. */
  begin(): void
  /** It was read before the page was loaded, as far as what is held goes. */
  restore(list: { hasMore: boolean }): void
  /** Reads the first page again, for what the feed does not carry. */
  refresh(): void
  /** After a reconnect: a first page that could not be read is tried again. */
  retry(): void
  more(): Promise<void>
  /** Resolves when no page is on its way. */
  settled(): Promise<void>
}

interface Options {
  means: Means
  calls: Pick<Calls, 'list'>
  replicas: Replicas
  /** Runs changes that belong together; who looks is told once. */
  batch: (act: () => void) => void
  onStatus: () => void
}

const pageSize = 50

export function createList({ means, calls, replicas, batch, onStatus }: Options): List {
  let status: ListStatus = { status: 'loading', hasMore: false }
  let nextCursor: string | undefined
  let reading: Promise<void> | undefined

  const size = () => [...replicas.all()].length

  function set(next: ListStatus): void {
    status = next
    onStatus()
  }

  async function read(cursor: string | undefined): Promise<void> {
    const generation = replicas.generation()
    const isWanted = () => generation === replicas.generation()
    const input = { limit: pageSize, archived: false, ...(cursor && { cursor }) }
    const page = await insist(means, () => calls.list(input), { isWanted })
    if (!isWanted()) throw new Unwanted()
    batch(() => {
      nextCursor = page.nextCursor
      for (const conversation of page.items) replicas.read(conversation)
      set({ status: 'ready', hasMore: nextCursor !== undefined })
    })
  }

  /** One page at a time. Resolves in any case. */
  function load(cursor: string | undefined): Promise<void> {
    const mine = read(cursor)
      .catch(error => {
        if (error instanceof Unwanted) return
        if (!(error instanceof Refused)) throw error
        const { hasMore } = status
        if (status.status !== 'ready') set({ status: 'failed', reason: error.reason, hasMore })
      })
      .finally(() => {
        if (reading === mine) reading = undefined
      })
    reading = mine
    return mine
  }

  function begin(): void {
    set({ status: 'loading', hasMore: false })
    nextCursor = undefined
    load(undefined)
  }

  return {
    status: () => status,
    begin,
    restore({ hasMore }) {
      set({ status: 'ready', hasMore })
    },
    refresh() {
      if (!reading) load(undefined)
    },
    retry() {
      if (status.status === 'failed') begin()
    },
    async more() {
      if (reading) return reading
      // After a reload the first pages may bring nothing that is not held.
      const known = size()
      let asked: string | undefined
      while (status.hasMore && size() === known) {
        asked = nextCursor
        await load(asked)
        if (nextCursor === asked) return
      }
    },
    async settled() {
      while (reading) await reading
    },
  }
}
