/**
 * Loads the list of conversations, page by page; what is in it then follows the feed. All that
 * is active enough is held, down to its reach; below that there may be gaps, so it is shown no
 * further until a later page was read.
 */
import type { Reason } from '@parley/protocol/reasons'
import { insist, type Means } from './insist.ts'
import { isBelow, type Place } from './place.ts'
import { Refused, Unwanted } from './refused.ts'
import type { Replicas } from './replicas.ts'
import type { Calls } from './transport.ts'

export type ListStatus =
  | { status: 'loading' | 'ready'; hasMore: boolean }
  | { status: 'failed'; reason: Reason; hasMore: boolean }

/** Where a page ended, if the list goes on. */
interface PageEnd extends Place {
  cursor: string
}

export interface FirstPage {
  ids: ReadonlySet<string>
  end: PageEnd | undefined
}

export interface List {
  status(): ListStatus
  /** Down to where every conversation is held; nothing when all are. */
  reach(): Place | undefined
  /** Reads the first page; also again, after everything was dropped. */
  begin(): void
  /** It was read before the page was loaded, as far as what is held goes. */
  restore(list: { hasMore: boolean; reach?: Place | undefined }): void
  /** Reads the first page again, for what the feed does not carry. */
  refresh(): void
  /** The same, asked for after this moment, also when another page is on its way; nothing when it fails. */
  readFirst(): Promise<FirstPage | undefined>
  /** Something is not held that stands below this page. */
  leaveBelow(page: FirstPage): void
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
  /** The list of what is archived, rather than of what is not. */
  archived: boolean
  /** Runs changes that belong together; who looks is told once. */
  batch: (act: () => void) => void
  onStatus: () => void
}

const pageSize = 50
/** So many fill a screen: on a slow line the first page comes in two parts, since each has a weight. */
const screenful = 20

export function createList(options: Options): List {
  const { means, calls, replicas, archived, batch, onStatus } = options
  let status: ListStatus = { status: 'loading', hasMore: false }
  /** Where the next page begins. */
  let next: PageEnd | undefined
  let reach: Place | undefined
  let reading: Promise<unknown> | undefined

  const size = () => [...replicas.all()].length

  function set(present: ListStatus): void {
    status = present
    onStatus()
  }

  async function read(from: PageEnd | undefined, limit = pageSize): Promise<FirstPage> {
    const generation = replicas.generation()
    const isWanted = () => generation === replicas.generation()
    const input = { limit, archived, ...(from && { cursor: from.cursor }) }
    const page = await insist(means, () => calls.list(input), { isWanted })
    if (!isWanted()) throw new Unwanted()
    const end = endOf(page)
    batch(() => {
      for (const conversation of page.items) replicas.read(conversation)
      // Meanwhile something was left above it, so nothing is known of how far the list is whole.
      if (from && reach && isBelow(from, reach)) return
      const isFirst = status.status !== 'ready'
      next = end
      if (!end || isFirst || (reach && isBelow(end, reach))) reach = end
      set({ status: 'ready', hasMore: end !== undefined })
    })
    return { ids: new Set(page.items.map(({ id }) => id)), end }
  }

  /** What is on the screen first does not wait for the rest of its page. */
  async function readInParts(): Promise<FirstPage> {
    const generation = replicas.generation()
    const first = await read(undefined, screenful)
    if (!first.end) return first
    if (generation !== replicas.generation()) throw new Unwanted()
    return await read(first.end, pageSize - screenful)
  }

  /** One page at a time. Resolves in any case. */
  function load(page: Promise<FirstPage>): Promise<FirstPage | undefined> {
    const mine = page
      .catch(error => {
        if (error instanceof Unwanted) return undefined
        if (!(error instanceof Refused)) throw error
        const { hasMore } = status
        if (status.status !== 'ready') set({ status: 'failed', reason: error.reason, hasMore })
        return undefined
      })
      .finally(() => {
        if (reading === mine) reading = undefined
      })
    reading = mine
    return mine
  }

  async function settled(): Promise<void> {
    while (reading) await reading
  }

  function begin(): void {
    set({ status: 'loading', hasMore: false })
    next = undefined
    reach = undefined
    load(readInParts())
  }

  return {
    status: () => status,
    reach: () => reach && { updatedAt: reach.updatedAt, id: reach.id },
    begin,
    restore({ hasMore, reach: kept }) {
      reach = hasMore ? kept : undefined
      set({ status: 'ready', hasMore })
    },
    refresh() {
      if (!reading) load(read(undefined))
    },
    async readFirst() {
      await settled()
      return await load(read(undefined))
    },
    leaveBelow({ end }) {
      if (end === undefined) return
      next = end
      reach = end
      set({ status: 'ready', hasMore: true })
    },
    retry() {
      if (status.status === 'failed') begin()
    },
    async more() {
      if (reading) {
        await reading
        return
      }
      // After a reload the first pages may bring nothing that is not held.
      const known = size()
      const before = reach
      while (status.hasMore && size() === known && reach === before) {
        const asked = next
        await load(read(asked))
        if (next === asked) return
      }
    },
    settled,
  }
}

function endOf({ items, nextCursor }: Awaited<ReturnType<Calls['list']>>): PageEnd | undefined {
  const last = items.at(-1)
  if (nextCursor === undefined || !last) return undefined
  return { updatedAt: last.updatedAt, id: last.id, cursor: nextCursor }
}
