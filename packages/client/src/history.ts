/** Loads the messages of a conversation: the newest page when it is opened, older ones on demand. */
import type { Reason } from '@parley/protocol/reasons'
import { insist, type Means } from './insist.ts'
import { isGone, Refused, Unwanted } from './refused.ts'
import type { Replicas } from './replicas.ts'
import type { Calls } from './transport.ts'

export type Loading =
  | { kind: 'idle' | 'newest' | 'older' }
  | { kind: 'failed'; reason: Reason }
  /** It does not exist for this person, or does not any more. */
  | { kind: 'gone' }

export interface History {
  loading(id: string): Loading
  /** Loads the newest page where none is loaded. */
  open(id: string): void
  older(id: string): Promise<void>
  gone(id: string): void
  /** Something is held again of what was gone. */
  back(id: string): void
  forgetAll(): void
}

interface Options {
  means: Means
  calls: Pick<Calls, 'get' | 'history'>
  replicas: Replicas
  batch: (act: () => void) => void
  onChanged: (id: string) => void
}

const pageSize = 50
const idle: Loading = { kind: 'idle' }

export function createHistory(options: Options): History {
  const { means, calls, replicas, batch, onChanged } = options
  const states = new Map<string, Loading>()

  const loading = (id: string) => states.get(id) ?? idle

  function set(id: string, state: Loading): void {
    if (state.kind === 'idle') states.delete(id)
    else states.set(id, state)
    onChanged(id)
  }

  async function newest(id: string, isWanted: () => boolean): Promise<void> {
    const [conversation, page] = await Promise.all([
      replicas.get(id)
        ? undefined
        : insist(means, () => calls.get({ conversationId: id }), { isWanted }),
      insist(means, () => calls.history({ conversationId: id, limit: pageSize }), { isWanted }),
    ])
    if (!isWanted()) throw new Unwanted()
    batch(() => {
      if (conversation) replicas.read(conversation)
      replicas.history(id, page, page.messages.length < pageSize)
      // An answer from before one went holds nothing.
      set(id, replicas.get(id) ? idle : { kind: 'gone' })
    })
  }

  async function before(id: string, from: number, isWanted: () => boolean): Promise<void> {
    const input = { conversationId: id, before: from, limit: pageSize }
    const page = await insist(means, () => calls.history(input), { isWanted })
    if (!isWanted()) return
    batch(() => {
      replicas.history(id, page, page.messages.length < pageSize)
      set(id, idle)
    })
  }

  /** Runs one load of a conversation at a time; what comes after everything was dropped is void. */
  async function run(id: string, kind: 'newest' | 'older', load: Load): Promise<void> {
    const state: Loading = { kind }
    set(id, state)
    try {
      await load(() => states.get(id) === state)
    } catch (error) {
      if (states.get(id) !== state) return
      if (error instanceof Unwanted) return set(id, idle)
      if (isGone(error)) return replicas.drop(id)
      set(id, kind === 'newest' && error instanceof Refused ? failed(error) : idle)
      if (kind === 'older' || !(error instanceof Refused)) throw error
    }
  }

  return {
    loading,
    open(id) {
      const { kind } = loading(id)
      if (kind === 'newest' || kind === 'older' || replicas.get(id)?.from !== undefined) return
      // What was kept of it may be read while the connection is still waited for.
      const isMissing = () => replicas.get(id)?.from === undefined
      run(id, 'newest', isWanted => newest(id, () => isWanted() && isMissing()))
    },
    async older(id) {
      const replica = replicas.get(id)
      if (loading(id).kind !== 'idle' || replica?.from === undefined || replica.complete) return
      const { from } = replica
      await run(id, 'older', isWanted => before(id, from, isWanted))
    },
    gone(id) {
      set(id, { kind: 'gone' })
    },
    back(id) {
      if (loading(id).kind === 'gone') set(id, idle)
    },
    forgetAll() {
      const ids = [...states.keys()]
      states.clear()
      for (const id of ids) onChanged(id)
    },
  }
}

type Load = (isWanted: () => boolean) => Promise<void>

function failed({ reason }: Refused): Loading {
  return { kind: 'failed', reason }
}
