/**
 * Loads the messages of a conversation: the newest page when it is opened, those around a
 * message that somebody looks for, and what lies next to what is shown. That is the tail of
 * the replica, or its stretch while somebody looks back. One load of a conversation runs at
 * a time.
 */
import type { Reason } from '@parley/protocol/reasons'
import type { Asked } from '@parley/protocol/replica/loaded'
import { insist, type Means } from './insist.ts'
import { createOpenings } from './openings.ts'
import { isGone, Refused, Unwanted } from './refused.ts'
import type { Replicas } from './replicas.ts'
import type { Calls } from './transport.ts'

export type Loading =
  | { kind: 'idle' | 'newest' | 'older' | 'newer' | 'around' }
  | { kind: 'failed'; reason: Reason }
  /** It does not exist for this person, or does not any more. */
  | { kind: 'gone' }

export interface History {
  loading(id: string): Loading
  /** Something of it is on its way. */
  isLoading(id: string): boolean
  /** The stretch is shown, if there is one. */
  looksBack(id: string): boolean
  /** What will be shown as soon as it is loaded. */
  lookingFor(id: string): number | undefined
  /** Loads the newest page where none is loaded. */
  open(id: string): void
  /** These two extend the part that is shown. */
  older(id: string): Promise<void>
  newer(id: string): Promise<void>
  lookAt(id: string, seq: number): Promise<void>
  lookAtLatest(id: string): void
  gone(id: string): void
  /** Something is held of it, perhaps again. */
  held(id: string): void
  forgetAll(): void
}

interface Options {
  means: Means
  calls: Pick<Calls, 'get' | 'history'>
  replicas: Replicas
  batch: (act: () => void) => void
  onChanged: (id: string) => void
  /** How many messages are asked for at once. */
  pageSize: number
  /** The same for those who scroll on: most who open a conversation do not. */
  furtherSize: number
}

type Page = Awaited<ReturnType<Calls['history']>>
type Load = (isWanted: () => boolean) => Promise<void>

const idle: Loading = { kind: 'idle' }
const underway = new Set<Loading['kind']>(['newest', 'older', 'newer', 'around'])

export function createHistory(options: Options): History {
  const { means, calls, replicas, batch, onChanged, pageSize, furtherSize } = options
  const states = new Map<string, Loading>()
  const openings = createOpenings()
  /** What was looked for last and is not shown yet. */
  const aims = new Map<string, { seq: number }>()
  const backs = new Set<string>()

  const loading = (id: string) => states.get(id) ?? idle
  const isLoading = (id: string) => underway.has(loading(id).kind)
  const isOpen = (id: string) => replicas.get(id)?.from !== undefined
  const stretchShown = (id: string) => (backs.has(id) ? replicas.get(id)?.stretch : undefined)

  function set(id: string, state: Loading): void {
    if (state.kind === 'idle') states.delete(id)
    else states.set(id, state)
    onChanged(id)
  }

  async function ask(id: string, asked: Asked, isWanted: () => boolean): Promise<Page> {
    const page = await insist(means, () => calls.history({ conversationId: id, ...asked }), {
      isWanted,
    })
    if (!isWanted()) throw new Unwanted()
    return page
  }

  async function newest(id: string, isWanted: () => boolean): Promise<void> {
    const asked = { limit: pageSize }
    const [conversation, page] = await Promise.all([
      replicas.get(id)
        ? undefined
        : insist(means, () => calls.get({ conversationId: id }), { isWanted }),
      ask(id, asked, isWanted),
    ])
    if (!isWanted()) throw new Unwanted()
    batch(() => {
      if (conversation) replicas.read(conversation)
      replicas.history(id, page, asked)
      // An answer from before one went holds nothing.
      set(id, replicas.get(id) ? idle : { kind: 'gone' })
    })
  }

  /** @param onEntered is told together with what the page changes */
  function page(id: string, asked: Asked, onEntered = (_page: Page) => {}): Load {
    return async isWanted => {
      const answer = await ask(id, asked, isWanted)
      batch(() => {
        replicas.history(id, answer, asked)
        // What has joined the tail is left with it.
        if (!replicas.get(id)?.stretch) backs.delete(id)
        onEntered(answer)
        set(id, idle)
      })
    }
  }

  /** What comes after another load began, or everything was dropped, is void. */
  async function run(id: string, kind: 'newest' | 'older' | 'newer' | 'around', load: Load) {
    const state: Loading = { kind }
    set(id, state)
    try {
      await load(() => states.get(id) === state)
    } catch (error) {
      if (states.get(id) !== state) return
      if (error instanceof Unwanted) return set(id, idle)
      const isExpected = kind === 'newest' && error instanceof Refused
      if (isGone(error)) replicas.drop(id)
      else set(id, isExpected ? { kind: 'failed', reason: error.reason } : idle)
      if (!isExpected) throw error
    }
  }

  /** @throws Refused when there is nothing to look at */
  async function opened(id: string): Promise<void> {
    open(id)
    onChanged(id)
    await openings.over(id)
    const state = loading(id)
    if (state.kind === 'gone') throw new Refused('NOT_FOUND')
    if (state.kind === 'failed') throw new Refused(state.reason)
  }

  function open(id: string): void {
    if (isLoading(id) || isOpen(id)) return
    // What was kept of it may be read while the connection is still waited for.
    const load: Load = isWanted => newest(id, () => isWanted() && !isOpen(id))
    openings.begin(id, run(id, 'newest', load))
  }

  /** @returns whether this message, or where there is none the nearest, is loaded: then it is shown */
  function show(id: string, wish: number): boolean {
    const { from, complete, stretch } = replicas.get(id) ?? {}
    const oldest = stretch?.complete ? stretch.from : complete && from
    const seq = Math.max(wish, oldest || 1)
    const isBack = stretch !== undefined && seq >= stretch.from && seq <= stretch.to
    const isLatest = from !== undefined && !(seq < from)
    if (isBack) backs.add(id)
    else if (isLatest) backs.delete(id)
    return isBack || isLatest
  }

  /** What was asked for beside another part than the one that is shown now is void. */
  function stop(id: string): void {
    if (loading(id).kind !== 'newest' && isLoading(id)) states.delete(id)
  }

  async function goTo(id: string, seq: number): Promise<void> {
    const before = stretchShown(id)
    if (show(id, seq)) {
      if (stretchShown(id) !== before || loading(id).kind === 'around') stop(id)
      return
    }
    const load = page(id, { around: seq, limit: pageSize }, ({ messages }) => {
      const oldest = messages[0]?.seq ?? seq
      show(id, Math.min(Math.max(seq, oldest), messages.at(-1)?.seq ?? seq))
      aims.delete(id)
    })
    await run(id, 'around', load)
  }

  return {
    loading,
    isLoading,
    looksBack: id => backs.has(id),
    lookingFor: id => aims.get(id)?.seq,
    open,
    async older(id) {
      const { from, complete } = stretchShown(id) ?? replicas.get(id) ?? {}
      if (loading(id).kind !== 'idle' || from === undefined || complete) return
      await run(id, 'older', page(id, { before: from, limit: furtherSize }))
    },
    async newer(id) {
      const stretch = stretchShown(id)
      if (loading(id).kind !== 'idle' || !stretch) return
      await run(id, 'newer', page(id, { after: stretch.to, limit: furtherSize }))
    },
    async lookAt(id, seq) {
      const aim = { seq: Math.max(1, Math.floor(seq)) }
      aims.set(id, aim)
      try {
        if (!isOpen(id)) await opened(id)
        if (aims.get(id) === aim) await goTo(id, aim.seq)
      } finally {
        if (aims.get(id) === aim) {
          aims.delete(id)
          onChanged(id)
        }
      }
    },
    lookAtLatest(id) {
      const isElsewhere = aims.delete(id) || backs.delete(id)
      backs.delete(id)
      if (!isElsewhere) return
      stop(id)
      onChanged(id)
    },
    gone(id) {
      aims.delete(id)
      backs.delete(id)
      set(id, { kind: 'gone' })
    },
    held(id) {
      const { kind } = loading(id)
      if (kind === 'gone' || (kind === 'newest' && isOpen(id))) set(id, idle)
      if (isOpen(id)) openings.end(id)
    },
    forgetAll() {
      const ids = new Set([...states.keys(), ...backs])
      // What waits for the first page still does.
      for (const [id, { kind }] of states) if (kind === 'around') aims.delete(id)
      states.clear()
      backs.clear()
      for (const id of ids) onChanged(id)
    },
  }
}
