import type { Change } from '@parley/protocol/change'
import { limits } from '@parley/protocol/limits'
import type { Message } from '@parley/protocol/message'
import type { Typing } from '@parley/protocol/typing'

/**
 * Who types in a conversation, as one of the others hears it: a state that is told what is
 * heard and when, and answers what that one is to be told.
 */
export class Typists {
  readonly #conversationId: string
  readonly #viewer: string
  readonly #silenceMs: number
  /** Until when each of them types, if nothing more is heard. */
  readonly #until = new Map<string, number>()
  /** Who types as far as the viewer knows. */
  readonly #shown = new Set<string>()
  /** What the viewer was not told yet: the last word about each. */
  readonly #untold = new Map<string, boolean>()
  #isOver = false

  constructor(conversationId: string, viewer: string, silenceMs: number) {
    this.#conversationId = conversationId
    this.#viewer = viewer
    this.#silenceMs = silenceMs
  }

  /** The viewer takes part no more. */
  get isOver(): boolean {
    return this.#isOver
  }

  hear({ conversationId, userId, typing }: Typing, now: number): void {
    if (conversationId !== this.#conversationId || userId === this.#viewer) return
    if (!typing) {
      this.#end(userId)
    } else if (this.#until.has(userId) || this.#until.size < limits.participantsMax) {
      this.#until.set(userId, now + this.#silenceMs)
      this.#untold.set(userId, true)
    }
  }

  /** A message ends the typing of its sender, and so does leaving. */
  see(change: Change): void {
    if (change.conversationId !== this.#conversationId) return
    if ('message' in change) {
      if (isNew(change.message)) this.#end(change.message.senderId)
    } else if ('participant' in change && change.participant?.leftAt) {
      if (change.participant.userId === this.#viewer) this.#isOver = true
      else this.#end(change.participant.userId)
    }
  }

  /** What the viewer is to be told now, silence having ended what it ends. */
  take(now: number): Typing[] {
    for (const [userId, until] of this.#until) if (until <= now) this.#end(userId)
    const told = [...this.#untold].map(([userId, typing]) => {
      return { conversationId: this.#conversationId, userId, typing }
    })
    for (const [userId, typing] of this.#untold) {
      if (typing) this.#shown.add(userId)
      else this.#shown.delete(userId)
    }
    this.#untold.clear()
    return told
  }

  /** From when on there is something to take, if nothing more is heard. */
  dueAt(): number {
    return this.#untold.size > 0 ? 0 : Math.min(...this.#until.values())
  }

  #end(userId: string): void {
    this.#until.delete(userId)
    if (this.#shown.has(userId)) this.#untold.set(userId, false)
    else this.#untold.delete(userId)
  }
}

/** Nobody who edits or reacts to what they wrote earlier has sent what they type. */
function isNew({ editedAt, removedAt, reactions }: Message): boolean {
  return !editedAt && !removedAt && reactions.length === 0
}
