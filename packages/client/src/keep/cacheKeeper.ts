/**
 * Keeps what this client holds of its conversations, so that a reload shows them at once and
 * asks only for what has changed. One tab of a person keeps the cache. What changed is
 * gathered for a moment and written with the cursor in one transaction, so whatever is found
 * later is what was held at one moment; before the list was read, nothing is kept.
 */
import type { Replica } from '@parley/protocol/replica/replica'
import { trimmed } from '@parley/protocol/replica/trimmed'
import type { Clock } from '../clock.ts'
import { isBelow } from '../place.ts'
import type { CacheHead, KeptCache, KeptConversation } from './store.ts'
import type { Tabs } from './tabs.ts'
import type { Writer } from './writer.ts'

export interface CacheKeeper {
  /** Something of a conversation, or that it is there at all. */
  touch(conversationId: string): void
  /** Where the feed stands. */
  moved(): void
  /** It is on the screen. */
  opened(conversationId: string): void
  /** What was read from the store. */
  restored(cache: KeptCache): void
  /** What is not written yet is written now; the page may go away. */
  flush(): void
  /** Throws the cache away and keeps none from now on. @returns whether there was one to throw away */
  giveUp(): Promise<boolean>
}

interface Options {
  me: string
  clock: Clock
  writer: Writer
  tabs: Tabs
  held: (id: string) => Replica | undefined
  all: () => Iterable<Replica>
  readHere: (id: string) => number
  /** What goes with the rows; nothing while there is no cursor or no list. */
  head: () => Omit<CacheHead, 'savedAt'> | undefined
}

const gatherMs = 500
/** After a write that failed. */
const againMs = 30_000
const conversationsMax = 500
/** Of the conversations that were on the screen last, this much of their history. */
const openedMax = 30
const messagesMax = 60

export function createCacheKeeper(options: Options): CacheKeeper {
  const { me, clock, writer, tabs, held, all, readHere, head } = options
  const openedAt = new Map<string, number>()
  let changed = new Set<string>()
  let kept = new Set<string>()
  let isMine = false
  /** Nothing is known of what lies in the store: all of it is written anew. */
  let anew = true
  let waiting: (() => void) | undefined
  let isWriting = false
  let isOver = false

  function schedule(ms = gatherMs): void {
    if (!isMine || isOver) return
    waiting ??= clock.after(ms, () => {
      waiting = undefined
      void write()
    })
  }

  async function write(): Promise<void> {
    const present = head()
    if (isWriting || !isMine || isOver || !present) return
    isWriting = true
    const ids = newest(all())
    const put = [...ids].filter(id => anew || changed.has(id) || !kept.has(id))
    const drop = anew ? [] : [...kept].filter(id => !ids.has(id))
    const cache = {
      clear: anew,
      head: { ...present, ...reachOf(ids, present), savedAt: clock.now() },
      put: put.flatMap(id => rowOf(id) ?? []),
      drop,
    }
    changed = new Set()
    anew = false // unless another tab writes meanwhile
    const done = await writer.write({ cache })
    isWriting = false
    kept = ids
    if (!done) anew = true
    if (!done) schedule(againMs)
    else if (changed.size > 0) schedule()
  }

  /** What is not kept is missing below the last that is. */
  function reachOf(ids: ReadonlySet<string>, { hasMore, reach }: ReturnType<typeof head> & {}) {
    const last = held([...ids].at(-1) ?? '')
    if (ids.size === [...all()].length || !last) return { hasMore, reach }
    const end = { updatedAt: last.updatedAt, id: last.id }
    return { hasMore: true, reach: reach && isBelow(end, reach) ? reach : end }
  }

  function rowOf(id: string): KeptConversation | undefined {
    const replica = held(id)
    if (!replica) return undefined
    const most = openedAt.has(id) ? messagesMax : 0
    const row = { openedAt: openedAt.get(id) ?? 0, readHere: readHere(id) }
    return { replica: trimmed(replica, me, most), ...row }
  }

  tabs.want('cache', mine => {
    isMine = mine
    anew = true
    schedule()
  })

  return {
    touch(id) {
      changed.add(id)
      schedule()
    },
    moved: schedule,
    opened(id) {
      openedAt.delete(id)
      openedAt.set(id, clock.now())
      for (const [oldest] of [...openedAt].slice(0, -openedMax)) {
        openedAt.delete(oldest)
        changed.add(oldest)
      }
      changed.add(id)
      schedule()
    },
    restored({ conversations }) {
      const once = conversations.filter(kept => kept.openedAt > 0)
      for (const { replica, openedAt: at } of once.sort((a, b) => a.openedAt - b.openedAt))
        if (!openedAt.has(replica.id)) openedAt.set(replica.id, at)
    },
    flush() {
      waiting?.()
      waiting = undefined
      void write()
    },
    async giveUp() {
      if (!isMine || isOver) return false
      isOver = true
      return await writer.write({ cache: { clear: true, head: undefined, put: [], drop: [] } })
    },
  }
}

/** The ids of the conversations that are kept: those with the latest activity, in their order. */
function newest(replicas: Iterable<Replica>): Set<string> {
  const sorted = [...replicas].sort((a, b) => (isBelow(a, b) ? 1 : -1))
  return new Set(sorted.slice(0, conversationsMax).map(({ id }) => id))
}
