import type { Head } from '@parley/db/queries/heads'
import type { Change } from '@parley/protocol/change'

/** How far each conversation has been forwarded to one person, so that the sweep sends only what was lost. */
export interface Forwarded {
  note(change: Change): void
  covers(head: Head): boolean
  /** A moment that `forgetBefore` understands. */
  mark(): number
  /** Forgets what was forwarded before a moment and has not been asked for since. */
  forgetBefore(mark: number): void
}

export function createForwarded(): Forwarded {
  const conversations = new Map<string, { version: number; mineVersion: number; at: number }>()
  let moment = 0

  return {
    note(change) {
      const known = conversations.get(change.conversationId)
      const own = 'head' in change ? change.participant?.mineVersion : undefined
      conversations.set(change.conversationId, {
        version: Math.max(known?.version ?? 0, change.version),
        mineVersion: Math.max(known?.mineVersion ?? -1, own ?? -1),
        at: moment,
      })
    },
    covers({ conversationId, version, participant }) {
      const known = conversations.get(conversationId)
      const covered = known !== undefined && known.version >= version
      const mineVersion = participant.mineVersion ?? 0
      const own = mineVersion === 0 || (known?.mineVersion ?? -1) >= mineVersion
      conversations.set(conversationId, {
        version: Math.max(known?.version ?? 0, version),
        mineVersion: Math.max(known?.mineVersion ?? -1, mineVersion),
        at: moment,
      })
      return covered && own
    },
    mark() {
      moment += 1
      return moment
    },
    forgetBefore(mark) {
      for (const [id, { at }] of conversations) if (at < mark) conversations.delete(id)
    },
  }
}
