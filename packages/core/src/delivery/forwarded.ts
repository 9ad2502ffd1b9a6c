import type { Standing } from '@parley/db/queries/heads'
import type { Change } from '@parley/protocol/change'

interface Reached {
  version: number
  mineVersion: number
  at: number
}

/** How far each conversation has been forwarded to one person, so that the sweep sends only what was lost. */
export class Forwarded {
  /** Made with the first conversation: most people hear nothing most of the time. */
  #conversations: Map<string, Reached> | undefined
  #moment = 0

  note(change: Change): void {
    const own = 'head' in change ? change.participant?.mineVersion : undefined
    this.#raise(change.conversationId, change.version, own ?? -1)
  }

  /** Whether nobody needs to be told of it again; what has been asked for is kept. */
  covers({ conversationId, version, mineVersion }: Standing): boolean {
    const known = this.#conversations?.get(conversationId)
    if (!known) return false
    known.at = this.#moment
    return known.version >= version && (mineVersion === 0 || known.mineVersion >= mineVersion)
  }

  /** A moment that `forgetBefore` understands. */
  mark(): number {
    this.#moment += 1
    return this.#moment
  }

  /** Forgets what was forwarded before a moment and has not been asked for since. */
  forgetBefore(mark: number): void {
    if (!this.#conversations) return
    for (const [id, { at }] of this.#conversations) if (at < mark) this.#conversations.delete(id)
    if (this.#conversations.size === 0) this.#conversations = undefined
  }

  #raise(conversationId: string, version: number, mineVersion: number): void {
    this.#conversations ??= new Map()
    const known = this.#conversations.get(conversationId)
    if (!known) {
      this.#conversations.set(conversationId, { version, mineVersion, at: this.#moment })
      return
    }
    if (version > known.version) known.version = version
    if (mineVersion > known.mineVersion) known.mineVersion = mineVersion
    known.at = this.#moment
  }
}
