/** What outlives the page, put together: the cache of what is held, and the outbox. */
import { type Clock, sleep } from '../clock.ts'
import type { Readable } from '../readable.ts'
import { writable } from '../readable.ts'
import { type CacheKeeper, createCacheKeeper } from './cacheKeeper.ts'
import { createOutboxKeeper, noKeeper, type OutboxKeeper } from './outboxKeeper.ts'
import type { Kept, KeptOutgoing, Store } from './store.ts'
import type { Tabs } from './tabs.ts'
import { createWriter, type Keeping } from './writer.ts'

export interface Keep {
  readonly keeping: Readable<Keeping>
  readonly cache: CacheKeeper
  readonly outbox: OutboxKeeper
  /** What was kept; nothing when nothing can be, or it took too long. */
  readonly opened: Promise<Kept | undefined>
  /**
   * What waits in a store that took longer: too late for its cache, never for what somebody wrote.
   * Where it cannot be read, what is noted.
   */
  late(): Promise<readonly KeptOutgoing[]>
  close(): void
  /** Forgets everything, for good. */
  wipe(): Promise<void>
}

type CacheOptions = Parameters<typeof createCacheKeeper>[0]

interface Options extends Omit<CacheOptions, 'writer' | 'tabs'> {
  store: Store
  tabs: Tabs
  clock: Clock
}

/** A store that has not answered by then does not keep anybody from chatting. */
const patienceMs = 3000

export function createKeep({ store, tabs, ...options }: Options): Keep {
  const { clock } = options
  const writer = createWriter(store)
  // What other tabs tell from now on is heard before what they wrote is read.
  const reading = store.read()
  const opened = read()
  const cache = createCacheKeeper({ ...options, writer, tabs })
  const outbox = createOutboxKeeper({ clock, writer, tabs, opened, makeRoom })

  /** Only for want of room: any other failure may pass, and the cache is of use then. */
  async function makeRoom(): Promise<boolean> {
    const keeping = writer.keeping.get()
    return keeping.state === 'memory' && keeping.because === 'full' && (await cache.giveUp())
  }

  async function read(): Promise<Kept | undefined> {
    try {
      const kept = await Promise.race([reading, sleep(clock, patienceMs)])
      if (!kept) throw new Error('The store does not answer.')
      if (kept.damaged) writer.damaged()
      writer.opened()
      return kept
    } catch (error) {
      writer.opened(error)
      return undefined
    }
  }

  function close(): void {
    cache.flush()
    const written = outbox.end().then(writer.written)
    tabs.close()
    written.finally(store.close)
  }

  return {
    keeping: writer.keeping,
    cache,
    outbox,
    opened,
    async late() {
      if (await opened) return []
      return (await reading.catch(() => undefined))?.outbox ?? store.noted()
    },
    close,
    async wipe() {
      outbox.end()
      tabs.close()
      await store.wipe()
    },
  }
}

/** Everything lives as long as the page. */
export function nothingKept(): Keep {
  return {
    keeping: writable<Keeping>({ state: 'memory', because: 'unavailable' }),
    cache: {
      touch() {},
      moved() {},
      opened() {},
      restored() {},
      flush() {},
      giveUp: async () => false,
    },
    outbox: noKeeper,
    opened: Promise.resolve(undefined),
    late: async () => [],
    close() {},
    wipe: async () => {},
  }
}
