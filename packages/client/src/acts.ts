/**
 * Edits, reactions and removals: on the screen at once, undone with the reason when refused.
 * Those of one message go out one after another, so the last one wins.
 */
import type { Message } from '@parley/protocol/message'
import { insist, type Means } from './insist.ts'
import { createInTurn } from './inTurn.ts'
import { type Edit, editing, type Overlay, reacting, removing } from './overlays.ts'
import type { Calls } from './transport.ts'

export interface Acts {
  overlays(conversationId: string): readonly Overlay[]
  /** Removals that can still be undone. */
  removing(conversationId: string): ReadonlySet<string>
  /** Each resolves when the server has it, and rejects with `Refused`. */
  edit(conversationId: string, edit: Edit): Promise<void>
  react(conversationId: string, messageId: string, emoji: string, on: boolean): Promise<void>
  /** Waits for the time of undoing; resolves also when it was undone. */
  remove(conversationId: string, messageId: string): Promise<void>
  undoRemove(conversationId: string, messageId: string): void
  /** The page may go away: removals go out without waiting any longer. */
  hurry(): void
}

interface Options {
  me: string
  means: Means
  calls: Pick<Calls, 'edit' | 'react' | 'remove'>
  /** The row as it is held. */
  messageOf: (conversationId: string, messageId: string) => Message | undefined
  batch: (act: () => void) => void
  /** Takes the row of the answer in. */
  onStored: (message: Message) => void
  onChanged: (conversationId: string) => void
}

/** A removal that can still be undone: what decides it. */
type Decide = (outcome: 'undone' | 'sent') => void

const undoMs = 5000
const none: readonly Overlay[] = []
const noRemovals: ReadonlySet<string> = new Set()

export function createActs(options: Options): Acts {
  const { me, means, calls, batch, messageOf, onStored, onChanged } = options
  const overlays = new Map<string, readonly Overlay[]>()
  const removals = new Map<string, ReadonlyMap<string, Decide>>()
  const removalIds = new Map<string, ReadonlySet<string>>()
  const inTurn = createInTurn()

  const overlaysOf = (id: string) => overlays.get(id) ?? none
  const now = () => new Date(means.clock.now()).toISOString()

  function lay(id: string, next: readonly Overlay[]): void {
    if (next.length > 0) overlays.set(id, next)
    else overlays.delete(id)
    onChanged(id)
  }

  /** @param prepare makes the call when its turn has come; it is then the same for each try */
  async function perform(id: string, overlay: Overlay, prepare: () => () => Promise<Message>) {
    lay(id, [...overlaysOf(id), overlay])
    const lift = () =>
      lay(
        id,
        overlaysOf(id).filter(one => one !== overlay),
      )
    try {
      const stored = await inTurn(overlay.messageId, () => insist(means, prepare()))
      batch(() => {
        onStored(stored)
        lift()
      })
    } catch (error) {
      lift()
      throw error
    }
  }

  function setRemovals(id: string, next: ReadonlyMap<string, Decide>): void {
    removals.set(id, next)
    removalIds.set(id, new Set(next.keys()))
    onChanged(id)
  }

  /** @returns what decides it, if it was still to be undone */
  function takeRemoval(id: string, messageId: string): Decide | undefined {
    const next = new Map(removals.get(id))
    const decide = next.get(messageId)
    if (next.delete(messageId)) setRemovals(id, next)
    return decide
  }

  return {
    overlays: overlaysOf,
    removing: id => removalIds.get(id) ?? noRemovals,
    edit(id, { messageId, text, mentions }) {
      const before = messageOf(id, messageId)
      return perform(id, editing({ messageId, text, mentions }, now()), () => {
        // One that is held up somewhere must not come after a newer one. By now its row may not
        // be held any more, when nobody looks at it.
        const { editedAt = null } = messageOf(id, messageId) ?? before ?? {}
        const meant = mentions && { mentions: [...mentions] }
        return () => calls.edit({ messageId, text, ...meant, editedAt })
      })
    },
    react: (id, messageId, emoji, on) =>
      perform(
        id,
        reacting(messageId, me, emoji, on),
        () => () => calls.react({ messageId, emoji, on }),
      ),
    async remove(id, messageId) {
      if (removals.get(id)?.has(messageId)) return
      const outcome = await new Promise<'undone' | 'sent'>(resolve => {
        const cancel = means.clock.after(undoMs, () => resolve('sent'))
        const decide: Decide = decision => {
          cancel()
          resolve(decision)
        }
        setRemovals(id, new Map(removals.get(id)).set(messageId, decide))
      })
      if (outcome === 'undone') return
      let removed = Promise.resolve()
      batch(() => {
        takeRemoval(id, messageId)
        removed = perform(id, removing(messageId, now()), () => () => calls.remove({ messageId }))
      })
      await removed
    },
    undoRemove(id, messageId) {
      takeRemoval(id, messageId)?.('undone')
    },
    hurry() {
      for (const waiting of removals.values()) for (const decide of waiting.values()) decide('sent')
    },
  }
}
